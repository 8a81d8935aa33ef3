import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { type Flags, WrongUsage } from "./command-line.ts";
import type { Problem } from "./report/problem.ts";
import type { Progress } from "./report/progress.ts";
import { hasErrors, visible } from "./report/render-report.ts";
import { rules } from "./report/rules.ts";
import type { CheckOptions } from "./site/check-content.ts";
import { instant } from "./text/brands.ts";
import type { Language } from "./text/language.ts";
import { nearest } from "./text/nearest.ts";
import { unifiedDiff } from "./text/unified-diff.ts";

/** What a check is told. */
export interface CheckCall extends CheckOptions {
  readonly flags: Flags;
}

/** How a check speaks. */
export interface CheckVoice {
  readonly progress: Progress;
  readonly print: (text: string) => Promise<void>;
  readonly report: (problems: readonly Problem[], language: Language) => string;
  /** The clock, in milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Asks who sits at the terminal; absent where nobody does. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** Does what `check` was told, and returns the code that the process ends with. Throws `WrongUsage`. */
export async function checkCommand(call: CheckCall, voice: CheckVoice): Promise<number> {
  const { fixes, isSure, watches, rules: asked } = call.flags.desk;
  refuseUnknown(asked);
  if (isSure && !fixes) throw new WrongUsage("--yes: 只与 --fix 同用 it goes with --fix only");
  if (watches && fixes) throw new WrongUsage("--watch --fix: 不能同用 they do not go together");
  if (fixes && call.flags.format !== "text") throw new WrongUsage("--fix --format: 不能同用 they do not go together");
  if (call.flags.desk.links.isAsked) return (await import("./links-command.ts")).linksCommand(call, voice);
  if (fixes) return fix(call, voice);
  if (watches) return watch(call, voice);
  return check(call, voice);
}

function refuseUnknown(asked: readonly string[]): void {
  const unknown = asked.find((name) => !Object.hasOwn(rules, name));
  if (unknown === undefined) return;
  const near = nearest(unknown, Object.keys(rules));
  throw new WrongUsage(`--rule ${unknown}: 没有这条规则 no such rule${near === undefined ? "" : `：${near}?`}`);
}

/** True where a rule that is usually off was `asked` for by its name. */
function wantsOptional(asked: readonly string[]): boolean {
  return Object.entries(rules).some(([name, rule]) => "isOptional" in rule && asked.includes(name));
}

/** True for a rule that is looked at; without any that were `asked` for all are. */
export function isAsked(rule: string, asked: readonly string[]): boolean {
  return asked.length === 0 || asked.includes(rule);
}

async function check(call: CheckCall, { progress, print, report }: CheckVoice): Promise<number> {
  const { checkContent } = await import("./site/check-content.ts");
  const { isStrict, hasAllRules, rules: asked } = call.flags.desk;
  const checked = await checkContent(call, progress);
  const { language } = checked;
  const optional =
    hasAllRules || wantsOptional(asked)
      ? (await import("./edition/copy-desk/optional-problems.ts")).optionalProblems(checked)
      : [];
  const isSeen = checked.compiled !== undefined;
  const problems = [...checked.problems, ...optional].filter(
    // Where nothing could be looked at, what stands in the way is told whatever was asked for.
    (each) => isAsked(each.rule, asked) || (!isSeen && hasErrors([each])),
  );
  progress.clear();
  await print(report(problems, language));
  if (problems.length === 0) progress.say(language === "en" ? "No problems." : "没有发现问题。");
  return hasErrors(problems) || (isStrict && problems.length > 0) ? 1 : 0;
}

/** Checks, and again after every save, until it is stopped. */
async function watch(call: CheckCall, voice: CheckVoice): Promise<never> {
  const { PreviewWatch } = await import("./site/preview-watch.ts");
  return new Promise((_, failed) => {
    let running = Promise.resolve();
    let isAwaited = false;
    const again = () => {
      // What is saved during a check is read by the next one, however often.
      if (isAwaited) return;
      isAwaited = true;
      running = running.then(async () => {
        isAwaited = false;
        const nowMs = voice.nowMs();
        const asOf = call.flags.asOf ?? instant(nowMs);
        if (await checkUnlessMoving({ ...call, nowMs, asOf }, voice)) voice.progress.say("——");
      });
      running.catch((error: unknown) => {
        watching.close();
        failed(error);
      });
    };
    const watching = new PreviewWatch(call.content, again);
    again();
  });
}

/** Checks; false where a file went away while it was to be read, as editors' own copies do: that is a change, and another check follows. */
async function checkUnlessMoving(call: CheckCall, voice: CheckVoice): Promise<boolean> {
  try {
    await check(call, voice);
    return true;
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isGone || !existsSync(call.content)) throw error;
    return false;
  }
}

async function fix(call: CheckCall, voice: CheckVoice): Promise<number> {
  const { checkContent } = await import("./site/check-content.ts");
  const { mendContent, writeMended } = await import("./site/mend-content.ts");
  const { progress, print } = voice;
  const { aliasesToAdd } = await import("./edition/moved-articles.ts");
  const { linkedAnchors } = await import("./edition/copy-desk/linked-anchors.ts");
  const { compiled, content, language, problems } = await checkContent(call, progress);
  progress.clear();
  if (compiled === undefined) return check(call, voice);
  const { timeZone: zone, silence: silent } = compiled.edition.masthead;
  const { rules: asked } = call.flags.desk;
  const silence = [...silent, ...Object.keys(rules).filter((rule) => !isAsked(rule, asked))];
  const aliases = aliasesToAdd(problems.filter(({ rule }) => isAsked(rule, asked)));
  const files = mendContent(content, { zone, language, silence, aliases, linked: linkedAnchors(content) });
  await print(files.map(({ file, before, after }) => visibleLines(unifiedDiff(file, before, after))).join(""));
  const say = wordsIn(language);
  if (files.length === 0) {
    progress.say(say.nothing);
    return check(call, voice);
  }
  if (!(await mayWrite(call, voice, say.ask(files.length)))) {
    progress.say(say.unwritten(files.length));
    return 1;
  }
  const written = writeMended(call.content, files);
  progress.say(say.written(written.length, files.length - written.length));
  return check({ ...call, nowMs: voice.nowMs() }, voice);
}

async function mayWrite(call: CheckCall, { ask }: CheckVoice, question: string): Promise<boolean> {
  if (call.flags.desk.isSure) return true;
  return ask !== undefined && /^(?:y|yes|是)$/iu.test((await ask(question)).trim());
}

/** Asks on the terminal; an end of input is an empty answer. */
export async function askAtTerminal(question: string): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ended = new Promise<string>((done) => asking.once("close", () => done("")));
    return await Promise.race([asking.question(question), ended]);
  } finally {
    asking.close();
  }
}

/** What is written to a terminal cannot move its cursor. */
function visibleLines(diff: string): string {
  return diff
    .split("\n")
    .map((line) => line.split("\t").map(visible).join("\t"))
    .join("\n");
}

function wordsIn(language: Language) {
  if (language === "en")
    return {
      nothing: "There is nothing that can be mended with certainty.",
      ask: (files: number) => `Write this into ${files} files? [y/N] `,
      unwritten: (files: number) => `${files} files can be mended; nothing was written. --fix --yes writes it.`,
      written: (files: number, left: number) =>
        `${files} files written${left > 0 ? `, ${left} left alone: they have changed meanwhile` : ""}.`,
    };
  return {
    nothing: "没有可以放心代改的地方。",
    ask: (files: number) => `写进这 ${files} 个文件吗？[y/N] `,
    unwritten: (files: number) => `有 ${files} 个文件可以代改，什么也没有写。要写进文件，用 --fix --yes。`,
    written: (files: number, left: number) =>
      `已改 ${files} 个文件${left > 0 ? `；${left} 个文件刚刚被别人改过，没有动` : ""}。`,
  };
}
