import { rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { normalAddress } from "./article/masthead.ts";
import type { Problem } from "./report/problem.ts";
import { Progress } from "./report/progress.ts";
import { hasErrors, type ReportFormat, renderReport, reportFormats } from "./report/render-report.ts";
import { type Instant, instant } from "./text/brands.ts";
import type { Language } from "./text/language.ts";

/** Where the command was typed: npm runs scripts in the package's folder and remembers the caller's. */
const callersFolder = process.env["INIT_CWD"] ?? process.cwd();

/** The folder of this package. */
const root = fileURLToPath(new URL("..", import.meta.url));

const options = {
  content: { type: "string", default: "content" },
  out: { type: "string", default: "dist" },
  address: { type: "string" },
  "as-of": { type: "string" },
  full: { type: "boolean", default: false },
  format: { type: "string", default: "text" },
  all: { type: "boolean", default: false },
  port: { type: "string", default: "8080" },
  runs: { type: "string", default: "3" },
  help: { type: "boolean", default: false },
} as const;

/** What may be said to each command, and how its help describes it. */
const commands = {
  build: {
    flags: ["content", "out", "address", "as-of", "full", "format", "all", "help"],
    help: "检查内容，写出整个网站  Check the content and write the whole site",
  },
  check: {
    flags: ["content", "as-of", "format", "all", "help"],
    help: "只检查内容  Check the content only",
  },
  start: {
    flags: ["content", "port", "as-of", "all", "help"],
    help: "预览（含草稿和未到时限的稿件）  Preview, with drafts and embargoed articles",
  },
  bench: {
    flags: ["content", "runs", "help"],
    help: "测量速度和内存  Measure speed and memory",
  },
} as const;

const flagHelp: Readonly<Record<keyof typeof options, string>> = {
  content: "--content DIR      内容文件夹 content folder (content)",
  out: "--out DIR          输出文件夹 output folder (dist)",
  address: "--address URL      网站地址，代替 masthead.md 里的 site address instead of the masthead's",
  "as-of": "--as-of INSTANT    以这一刻为准，如 build as of, e.g. 2026-05-20T08:00:00+08:00 (now)",
  full: "--full             忘掉记住的一切，从头做起 forget what is remembered",
  format: `--format FORM      报告的形式 form of the report: ${reportFormats.join(", ")} (text)`,
  all: "--all              列出所有问题 show every problem",
  port: "--port NUMBER      预览的端口 port of the preview (8080)",
  runs: "--runs NUMBER      每项测几次 runs of each row (3)",
  help: "--help             显示这些说明 show this",
};

type Command = keyof typeof commands;

/** The command line was wrong: exit code 2, and what to write instead. */
class WrongUsage extends Error {}

interface CommandLine {
  readonly command: Command;
  readonly flags: Readonly<Record<keyof typeof options, string | boolean | undefined>>;
}

async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === "--help") return show(overview());
  const { command, flags } = readCommandLine(words);
  if (flags.help === true) return show(helpOf(command));
  const content = resolve(callersFolder, String(flags.content));
  const asOf = readInstant(flags["as-of"]);
  const progress = new Progress(process.stderr);
  const { checkContent } = await import("./site/session.ts");
  switch (command) {
    case "check": {
      const { problems, language } = await checkContent({ root, content, asOf, isPreview: false }, progress);
      progress.clear();
      await print(report(problems, language, flags, content));
      if (problems.length === 0) progress.say(language === "en" ? "No problems." : "没有发现问题。");
      return hasErrors(problems) ? 1 : 0;
    }
    case "build":
      return build(flags, { content, asOf, progress });
    case "start": {
      const { startPreview } = await import("./site/start-preview.ts");
      const tell = (problems: readonly Problem[], language: Language) => report(problems, language, flags, content);
      await startPreview({ root, content, asOf, port: readNumber(flags.port, 65_535) }, tell);
      return 0;
    }
    case "bench": {
      const { bench } = await import("./bench/bench.ts");
      return show(await bench({ root, content, runs: readNumber(flags.runs, 100) }, progress));
    }
    default:
      return command satisfies never;
  }
}

async function build(
  flags: CommandLine["flags"],
  {
    content,
    asOf,
    progress,
  }: {
    readonly content: string;
    readonly asOf: Instant;
    readonly progress: Progress;
  },
): Promise<number> {
  const started = performance.now();
  const { buildSite } = await import("./site/build-site.ts");
  const { refusalOf } = await import("./site/output-folder.ts");
  const out = resolve(callersFolder, String(flags.out));
  const refusal = refusalOf(out, content);
  if (refusal === "overlap")
    throw new WrongUsage(`--out ${flags.out}: 输出文件夹不能和内容文件夹重叠 it overlaps the content folder`);
  if (refusal === "foreign")
    throw new WrongUsage(
      `--out ${flags.out}: 里面有不是本程序写的文件，换一个空文件夹 it holds files that no build wrote; name an empty folder`,
    );
  if (flags.full === true) rmSync(join(root, ".cache/pictures"), { recursive: true, force: true });
  const address = readAddress(flags.address);
  const built = await buildSite({ root, content, asOf, address, isPreview: false, out }, progress);
  progress.clear();
  await print(report(built.problems, built.language, flags, content));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  progress.say(lastLine(built, seconds));
  return built.isReady ? 0 : 1;
}

function lastLine(
  built: Awaited<ReturnType<typeof import("./site/build-site.ts").buildSite>>,
  seconds: string,
): string {
  const { isReady, language, articles, written, removed } = built;
  if (language === "en") {
    if (!isReady) return `Nothing was written: mend the errors above (${seconds} s).`;
    return `${articles} articles, ${written} files written, ${removed} removed, ${seconds} s`;
  }
  if (!isReady) return `有错误，什么也没有写；上一次的输出原样未动。（${seconds} 秒）`;
  return `文章 ${articles} 篇，写出文件 ${written} 个，清除 ${removed} 个，用时 ${seconds} 秒`;
}

function readCommandLine(words: readonly string[]): CommandLine {
  const [name = "", ...rest] = words;
  const command = (Object.keys(commands) as Command[]).find((each) => each === name);
  if (command === undefined) throw new WrongUsage(`没有这个命令 no such command: ${name}\n\n${overview()}`);
  const flags: readonly string[] = commands[command].flags;
  try {
    const allowed = Object.fromEntries(Object.entries(options).filter(([flag]) => flags.includes(flag)));
    const { values } = parseArgs({
      args: rest,
      options: allowed,
      strict: true,
    });
    const defaults = Object.fromEntries(
      Object.entries(options).map(([flag, each]) => [flag, "default" in each ? each.default : undefined]),
    );
    const given = { ...defaults, ...values } as CommandLine["flags"];
    if (!reportFormats.some((format) => format === given.format)) throw new Error(`--format ${given.format}`);
    return { command, flags: given };
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : error}\n\n${helpOf(command)}`);
  }
}

function readInstant(text: unknown): Instant {
  if (text === undefined) return instant(Date.now());
  const isIso =
    typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u.test(text);
  const milliseconds = isIso ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new WrongUsage(`--as-of ${text}\n${flagHelp["as-of"]}`);
  return instant(milliseconds);
}

function readAddress(text: unknown): string | undefined {
  if (text === undefined) return undefined;
  const address = normalAddress(String(text));
  if (address === undefined) throw new WrongUsage(`--address ${text}\n${flagHelp.address}`);
  return address;
}

function readNumber(text: unknown, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new WrongUsage(`1–${most}: ${text}`);
  return number;
}

function report(
  problems: readonly Problem[],
  language: Language,
  flags: CommandLine["flags"],
  content: string,
): string {
  const format = reportFormats.find((each): each is ReportFormat => each === flags.format) ?? "text";
  const way = relative(callersFolder, content).replaceAll("\\", "/");
  return renderReport(problems, {
    format,
    language,
    prefix: way === "" ? "" : `${way}/`,
    all: flags.all === true,
  });
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { help }]) => `  npm run ${name.padEnd(8)} ${help}`);
  return `版心 Banxin\n\n${lines.join("\n")}\n\n  npm run build -- --help`;
}

function helpOf(command: Command): string {
  return `npm run ${command} -- …\n${commands[command].help}\n\n${commands[command].flags.map((flag) => `  ${flagHelp[flag]}`).join("\n")}`;
}

async function show(text: string): Promise<number> {
  await print(`${text}\n`);
  return 0;
}

/** Waits until everything is written: a long report behind a pipe is not cut off. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });
}

try {
  process.chdir(root);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
