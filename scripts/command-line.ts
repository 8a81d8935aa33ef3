import { parseArgs } from "node:util";
import { normalAddress } from "./article/masthead.ts";
import { readMoment } from "./article/moment.ts";
import { type DeskFlags, deskFlags, deskHelp, deskOptions, readDeskFlags } from "./desk-flags.ts";
import { type ReportFormat, reportFormats } from "./report/render-report.ts";
import type { Instant } from "./text/brands.ts";

/** The command line was wrong: exit code 2, and what to write instead. */
export class WrongUsage extends Error {}

/** What may be said to each command, and how its help describes it. */
const commands = {
  build: {
    flags: ["content", "out", "address", "as-of", "full", "against", "allow-gone", "cache", "format", "all", "help"],
    help: "检查内容，写出整个网站  Check the content and write the whole site",
  },
  check: {
    flags: ["content", "as-of", "cache", "format", "all", "why", "schema", ...deskFlags, "help"],
    help: "只检查内容  Check the content only",
  },
  start: {
    flags: ["content", "port", "as-of", "cache", "all", "help"],
    help: "预览（含草稿和未到时限的稿件）  Preview, with drafts and embargoed articles",
  },
  bench: {
    flags: ["content", "articles", "runs", "node", "hugo", "labels", "format", "out", "help"],
    help: "测量速度和内存  Measure speed and memory",
  },
} as const;

/** Commands that read their own words, since nothing that they are told means anything to a build. */
const others = {
  new: "写一篇新稿件  Begin an article",
  publish: "发布构建好的网站  Publish what was built",
  verify: "核对发布的网站  Compare a published site with what was stated about it",
} as const;

const options = {
  content: { type: "string" },
  out: { type: "string" },
  address: { type: "string" },
  "as-of": { type: "string" },
  full: { type: "boolean" },
  against: { type: "string" },
  "allow-gone": { type: "string", multiple: true },
  cache: { type: "string" },
  format: { type: "string" },
  all: { type: "boolean" },
  why: { type: "string" },
  schema: { type: "boolean" },
  ...deskOptions,
  port: { type: "string" },
  articles: { type: "string" },
  runs: { type: "string" },
  node: { type: "string", multiple: true },
  hugo: { type: "string" },
  labels: { type: "string" },
  help: { type: "boolean" },
} as const;

const flagHelp: Readonly<Record<keyof typeof options, string>> = {
  content: "--content DIR      内容文件夹 content folder (content)",
  out: "--out DIR          输出文件夹 output folder (dist)",
  address: "--address URL      网站地址，代替 masthead.md 里的 site address instead of the masthead's",
  "as-of": "--as-of INSTANT    以这一刻为准，如 build as of, e.g. 2026-05-20T08:00:00+08:00 (now)",
  full: "--full             忘掉记住的一切，从头做起 forget what is remembered",
  against:
    "--against FILE     上次发布的 manifest.json；丢了网址就不发 manifest of the last publication; no address of it may be lost",
  "allow-gone": "--allow-gone PATH  这个网址可以消失，可写几次 this address may go; may be said several times",
  cache: "--cache DIR        记住的东西放在哪里 where results are remembered (.cache/store)",
  format: `--format FORM      报告的形式 form of the report: ${reportFormats.join(", ")} (text)`,
  all: "--all              列出所有问题 show every problem",
  why: "--why FILE         说明这篇的相关文章从何而来 explain the related list of this article",
  schema: "--schema           打印前置信息的 JSON Schema，给编辑软件用 print the JSON Schema of the front matter",
  ...deskHelp,
  port: "--port NUMBER      预览的端口 port of the preview (8080)",
  articles:
    "--articles N,N…    几篇文章，由内容文件夹重组而成 so many, made of the content folder’s (as many as it has)",
  node: "--node PATH        用哪个 node，可写几次 which node; may be said several times (the one that runs this)",
  hugo: "--hugo DIR         与 Hugo 比：to-hugo.ts 所在的文件夹 race against Hugo: the folder of to-hugo.ts",
  labels: "--labels FILE      编辑自己链到的文章，JSON what editors linked to, JSON: { article: [others] }",
  runs: "--runs NUMBER      每项测几次 runs of each row (3)",
  help: "--help             显示这些说明 show this",
};

/** What the bench can do, by the word behind `bench`; the first without a word. */
const benchTasks = ["builds", "newsroom", "edits", "related", "search", "trust"] as const;

/**
 * One of `benchTasks`: measure whole builds, only make a newsroom of some size, compare builds that remember with full ones over
 * random edits, measure the related lists, or kill publishers.
 */
export type BenchTask = (typeof benchTasks)[number];

/** One of the commands. */
export type Command = keyof typeof commands;

/** What was said to a command, or what it does without being told. Flags that it does not know have the latter. */
export interface Flags {
  /** As typed; absent when not given. */
  readonly content: string | undefined;
  /** As typed; absent when not given. */
  readonly out: string | undefined;
  /** In its normal form; absent when not given. */
  readonly address: string | undefined;
  /** Absent when not given: now. */
  readonly asOf: Instant | undefined;
  readonly full: boolean;
  /** As typed; absent when not given. */
  readonly against: string | undefined;
  /** Addresses that may go; empty when not given. */
  readonly mayGo: readonly string[];
  /** As typed; absent when not given. */
  readonly cache: string | undefined;
  readonly format: ReportFormat;
  readonly all: boolean;
  /** As typed; absent when not given. */
  readonly why: string | undefined;
  readonly schema: boolean;
  /** What only `check` is told. */
  readonly desk: DeskFlags;
  readonly port: number;
  readonly runs: number;
  /** What the bench is to do. */
  readonly task: BenchTask;
  /** Numbers of articles; empty when not given. */
  readonly sizes: readonly number[];
  /** As typed; empty when not given. */
  readonly nodes: readonly string[];
  /** As typed; absent when not given. */
  readonly hugo: string | undefined;
  /** As typed; absent when not given. */
  readonly labels: string | undefined;
}

/** A command that reads its own words. */
export interface OwnWords {
  readonly command: keyof typeof others;
  readonly words: readonly string[];
}

/** A command and its flags, a command that reads its own words, or the text that was asked for with `--help`. */
export type CommandLine =
  | OwnWords
  | { readonly command: Command; readonly flags: Flags }
  | { readonly command: "help"; readonly text: string };

/** Reads the words behind the program's name. Throws `WrongUsage`. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const [command = "--help", ...rest] = words;
  if (command === "--help") return { command: "help", text: overview() };
  if (isOther(command)) return { command, words: rest };
  if (!isCommand(command)) throw new WrongUsage(`没有这个命令 no such command: ${command}\n\n${overview()}`);
  const { values: given, positionals } = parseWords(command, rest);
  const format = reportFormats.find((each) => each === (given.format ?? "text"));
  if (format === undefined) throw new WrongUsage(`--format ${given.format}\n\n${helpOf(command)}`);
  if (given.help === true) return { command: "help", text: helpOf(command) };
  const flags: Flags = {
    content: given.content,
    out: given.out,
    address: readAddress(given.address),
    asOf: readInstant(given["as-of"]),
    full: given.full ?? false,
    against: given.against,
    mayGo: given["allow-gone"] ?? [],
    cache: given.cache,
    format,
    all: given.all ?? false,
    why: given.why,
    schema: given.schema ?? false,
    desk: readDeskFlags(given),
    port: readNumber("port", given.port ?? "8080", 65_535),
    runs: readNumber("runs", given.runs ?? "3", 1000),
    task: readTask(positionals),
    sizes: given.articles?.split(",").map((size) => readNumber("articles", size, 100_000)) ?? [],
    nodes: given.node ?? [],
    hugo: given.hugo,
    labels: given.labels,
  };
  return { command, flags };
}

function isOther(word: string): word is keyof typeof others {
  return Object.hasOwn(others, word);
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(commands, word);
}

function parseWords(command: Command, words: readonly string[]) {
  const known: readonly string[] = commands[command].flags;
  try {
    const allowPositionals = command === "bench";
    const { values, positionals } = parseArgs({ args: [...words], options, strict: true, allowPositionals });
    const unknown = Object.keys(values).find((flag) => !known.includes(flag));
    if (unknown !== undefined) throw new Error(`Unknown option '--${unknown}'`);
    return { values, positionals };
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : error}\n\n${helpOf(command)}`);
  }
}

function readInstant(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  // Without an offset it would not be an instant: the masthead's zone is not known yet.
  const reading = /T.*(?:Z|[+-]\d\d:\d\d)$/u.test(text) ? readMoment(text, "UTC") : undefined;
  if (reading === undefined || "fault" in reading) throw new WrongUsage(`--as-of ${text}\n${flagHelp["as-of"]}`);
  return reading.moment.instant;
}

function readAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const address = normalAddress(text);
  if (address === undefined) throw new WrongUsage(`--address ${text}\n${flagHelp.address}`);
  return address;
}

function readTask([word = benchTasks[0], ...rest]: readonly string[]): BenchTask {
  const task = benchTasks.find((each) => each === word);
  if (task !== undefined && rest.length === 0) return task;
  throw new WrongUsage(`bench ${[word, ...rest].join(" ")}: ${benchTasks.join(", ")}\n\n${helpOf("bench")}`);
}

function readNumber(flag: "port" | "runs" | "articles", text: string, most: number): number {
  if (/^\d{1,9}$/u.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
  throw new WrongUsage(`--${flag} ${text}: 要 1–${most} 的整数 a whole number, 1–${most}\n${flagHelp[flag]}`);
}

function overview(): string {
  const helps = [...Object.entries(commands).map(([name, { help }]) => [name, help]), ...Object.entries(others)];
  const lines = helps.map(([name = "", help]) => `  npm run ${name.padEnd(8)} ${help}`);
  return `版心 Banxin\n\n${lines.join("\n")}\n\n  npm run build -- --help`;
}

function helpOf(command: Command): string {
  const { help, flags } = commands[command];
  return `npm run ${command} -- …\n${help}\n\n${flags.map((flag) => `  ${flagHelp[flag]}`).join("\n")}`;
}
