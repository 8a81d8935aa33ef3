import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type CheckCall, type CheckVoice, isAsked } from "./check-command.ts";
import { WrongUsage } from "./command-line.ts";
import type { DeskFlags } from "./desk-flags.ts";
import type { LinkFlags } from "./link-flags.ts";
import { internetArchive } from "./links/archive-copy.ts";
import type { Asking } from "./links/ask-link.ts";
import { checkLinks } from "./links/check-links.ts";
import { HostTurns } from "./links/host-turns.ts";
import { readLinkMemory, writeLinkMemory } from "./links/link-memory.ts";
import { linkProblems } from "./links/link-problems.ts";
import { outwardLinks } from "./links/outward-links.ts";
import { renderLinkReport, rulesOfLists } from "./links/report-page.tsx";
import { reportWords } from "./links/report-words.ts";
import { robotName } from "./links/robots-rules.ts";
import { interruptedCode, untilInterrupted } from "./links/until-interrupted.ts";

const usualMinutes = "20";
const mostMinutes = 300;
const hostsAtOnce = 8;
const msBetween = 1500;
const msForAnswer = 20_000;
const msBeforeRetry = 5000;

/**
 * Asks the addresses of other sites, reports those that are dead or have moved, and writes the report page. Returns the code that
 * the process ends with: 1 where the content has errors, or with `--strict` where anything is reported; 130 where Ctrl-C ended the
 * asking, when what was answered is remembered and told as ever. Throws `WrongUsage`.
 */
export async function linksCommand(call: CheckCall, { progress, print, report, nowMs }: CheckVoice): Promise<number> {
  const { links: flags, isStrict, rules: asked } = call.flags.desk;
  refuseOthers(call.flags.desk);
  const told = readTold(flags);
  const { checkContent } = await import("./site/check-content.ts");
  const { hasErrors } = await import("./report/render-report.ts");
  const { compiled, content, language, problems } = await checkContent(call, progress);
  progress.clear();
  if (compiled === undefined || hasErrors(problems)) {
    const inTheWay = problems.filter((each) => isAsked(each.rule, asked) || hasErrors([each]));
    await print(report(inTheWay, language));
    return 1;
  }
  const { edition } = compiled;
  const words = reportWords(language);
  const folder = join(call.flags.cache === undefined ? join(call.program.root, ".cache") : call.cache, "links");
  const file = join(folder, "answers");
  const links = outwardLinks(edition, content);
  const run = { archive: told.archive, hostsAtOnce, nowMs: nowMs(), name: words.asking };
  const { done: checked, isInterrupted } = await untilInterrupted((interrupted) => {
    const asks = asking(edition.address, { ...told, interrupted }, nowMs);
    return checkLinks(links, readLinkMemory(file), { ...run, asking: asks }, progress);
  });
  progress.clear();
  writeLinkMemory(file, checked.memory);
  const page = flags.report === undefined ? join(folder, "report.html") : resolve(callersFolder, flags.report);
  const { title: publication, silence } = edition.masthead;
  const prefix = `${relative(callersFolder, call.content).replaceAll("\\", "/")}/`.replace(/^\/$/u, "");
  const { memory, silent } = checked;
  mkdirSync(dirname(page), { recursive: true });
  const shown = { publication, language, links, memory, nowMs: run.nowMs, prefix, asked, silent };
  writeFileSync(page, renderLinkReport(shown));
  const { withoutSilencedLinks } = await import("./links/silenced-links.ts");
  const wanted = linkProblems(links, memory).filter(({ rule }) => isAsked(rule, asked));
  const found = withoutSilencedLinks(wanted, silence, { content, zone: edition.masthead.timeZone });
  await print(report(found, language));
  if (isInterrupted) progress.say(words.interrupted);
  if (checked.isOffline) progress.say(words.offline);
  for (const [host, left] of silent) progress.say(words.silent(host, left));
  progress.say(words.done(checked.asked, checked.left, relative(callersFolder, page)));
  if (isInterrupted) return interruptedCode;
  return isStrict && found.length > 0 ? 1 : 0;
}

/** The rules that asking can break. */
const linkRules: readonly string[] = Object.values(rulesOfLists);

function refuseOthers({ fixes, watches, rules }: DeskFlags): void {
  if (fixes || watches)
    throw new WrongUsage("--links: 不与 --fix、--watch 同用 it goes with neither --fix nor --watch");
  // Else hosts would be asked for many minutes, and nothing told.
  if (rules.length > 0 && !rules.some((rule) => linkRules.includes(rule)))
    throw new WrongUsage(`--links --rule ${rules.join(" ")}: 只有 only ${linkRules.join("、")}`);
}

const callersFolder = process.env["INIT_CWD"] ?? process.cwd();

interface Told {
  readonly msInAll: number;
  readonly archive: string | undefined;
  readonly hosts: readonly string[];
}

function readTold({ minutes = usualMinutes, archive = internetArchive, hosts }: LinkFlags): Told {
  if (!/^\d{1,3}$/u.test(minutes) || Number(minutes) > mostMinutes)
    throw new WrongUsage(`--minutes ${minutes}: 0–${mostMinutes}`);
  if (archive !== "none" && !/^https?:\/\//u.test(archive))
    throw new WrongUsage(`--archive ${archive}: https://… | none`);
  if (archive !== "none" && !URL.canParse(archive)) throw new WrongUsage(`--archive ${archive}: https://… | none`);
  const isSilent = archive === "none" || minutes === "0";
  return { msInAll: Number(minutes) * 60_000, archive: isSilent ? undefined : archive, hosts };
}

function asking(
  address: string,
  { msInAll, hosts, interrupted }: Told & { readonly interrupted: AbortSignal },
  nowMs: () => number,
): Asking {
  return {
    manners: {
      userAgent: `${robotName}/1 (+${new URL(address).href})`,
      alsoHosts: new Set(hosts.map((host) => host.toLowerCase())),
      msForAnswer,
      signal: msInAll === 0 ? AbortSignal.abort() : AbortSignal.any([interrupted, AbortSignal.timeout(msInAll)]),
    },
    turns: new HostTurns(msBetween),
    robots: new Map(),
    silences: new Map(),
    ...{ nowMs, msBeforeRetry },
  };
}
