import { join, relative, resolve } from "node:path";
import { type Flags, type OwnWords, readCommandLine, WrongUsage } from "./command-line.ts";
import { hindranceIn } from "./report/hindrance.ts";
import type { Problem } from "./report/problem.ts";
import { Progress } from "./report/progress.ts";
import { hasErrors, renderReport } from "./report/render-report.ts";
import type { Program } from "./site/program.ts";
import { type Instant, instant } from "./text/brands.ts";
import type { Language } from "./text/language.ts";

/** Where the command was typed: npm runs scripts in the package's folder and remembers the caller's. */
const callersFolder = process.env["INIT_CWD"] ?? process.cwd();

const progress = new Progress(process.stderr);

/** What every command needs: the content folder, the instant, and what was typed. */
interface Call {
  readonly program: Program;
  readonly content: string;
  /** Where results of earlier builds are. */
  readonly cache: string;
  readonly nowMs: number;
  readonly asOf: Instant;
  readonly flags: Flags;
}

async function main(words: readonly string[], program: Program): Promise<number> {
  const line = readCommandLine(words);
  if (line.command === "help") return show(line.text);
  if ("words" in line) return readItsOwn(line, program);
  const { command, flags } = line;
  const folder = (typed: string | undefined, usual: string) => folderOf(typed, join(program.root, usual));
  const nowMs = Date.now();
  const call = {
    ...{ program, nowMs, flags, asOf: flags.asOf ?? instant(nowMs) },
    content: folder(flags.content, "content"),
    cache: folder(flags.cache, ".cache/store"),
  };
  switch (command) {
    case "check":
      return check(call);
    case "build":
      return build(call, folder(flags.out, "dist"));
    case "start":
      return start(call);
    case "bench":
      return bench(call);
    default:
      return command satisfies never;
  }
}

async function readItsOwn({ command, words }: OwnWords, program: Program): Promise<number> {
  const door = { program, progress, print, fromCaller: (typed: string) => resolve(callersFolder, typed) };
  if (command === "new") return (await import("./new-command.ts")).newCommand(words, door);
  if (command === "publish") return (await import("./publish-command.ts")).publishCommand(words, door);
  return (await import("./verify-command.ts")).verifyCommand(words, door);
}

async function check(call: Call): Promise<number> {
  if (call.flags.schema) {
    const { frontMatterSchema } = await import("./article/front-matter-schema.ts");
    return show(JSON.stringify(frontMatterSchema(), null, 1));
  }
  if (call.flags.why !== undefined) return explain(call, call.flags.why);
  const { askAtTerminal, checkCommand } = await import("./check-command.ts");
  const voice = {
    ...{ progress, print, nowMs: () => Date.now() },
    ask: process.stdin.isTTY && process.stderr.isTTY ? askAtTerminal : undefined,
    report: (problems: readonly Problem[], language: Language) => report(problems, language, call),
  };
  return checkCommand({ ...call, isPreview: false }, voice);
}

async function explain(call: Call, typed: string): Promise<number> {
  const { renderReasons, why } = await import("./why-command.ts");
  const { reasons, language } = await why({ ...call, isPreview: false, typed, callersFolder }, progress);
  progress.clear();
  await print(
    call.flags.format === "json" ? `${JSON.stringify(reasons, null, 1)}\n` : renderReasons(reasons, language),
  );
  return 0;
}

async function build(call: Call, out: string): Promise<number> {
  const { buildSite } = await import("./site/build-site.ts");
  const { finish, publishedBefore } = await import("./build-command.ts");
  const { content, flags } = call;
  await refuseFolder(out, content);
  const { startNote } = await import("./publish/build-note.ts");
  const keepNote = startNote({ ...call, out });
  const { address, full: isFull } = flags;
  const published = publishedBefore(flags, fromCaller);
  const built = await buildSite({ ...call, address, isFull, isPreview: false, out, published }, progress);
  progress.clear();
  await print(report(built.problems, built.language, call));
  const code = finish(built, { root: call.program.root, out }, progress);
  if (code === 0) await keepNote();
  return code;
}

async function refuseFolder(out: string, content: string): Promise<void> {
  const { refusalOf } = await import("./site/output-folder.ts");
  const refusal = refusalOf(out, content);
  switch (refusal) {
    case undefined:
      return;
    case "overlap":
      throw new WrongUsage(`--out ${out}: 输出文件夹不能和内容文件夹重叠 it overlaps the content folder`);
    case "no-folder":
      throw new WrongUsage(`--out ${out}: 这里不是文件夹 a file is there, or a link that leads nowhere`);
    case "foreign":
      throw new WrongUsage(
        `--out ${out}: 里面有不是本程序写的文件，换一个空文件夹 it holds files that no build wrote; name an empty folder`,
      );
    default:
      return refusal satisfies never;
  }
}

async function start(call: Call): Promise<number> {
  const { port } = call.flags;
  const { isPortFree } = await import("./site/is-port-free.ts");
  if (!(await isPortFree(port)))
    throw new WrongUsage(
      `--port ${port}: 这个端口用不了（多半已被占用），换一个 it is taken, or not allowed; name another`,
    );
  const { startPreview } = await import("./site/start-preview.ts");
  await startPreview(
    { ...call, port },
    { progress, print, nowMs: () => Date.now(), report: (problems, language) => report(problems, language, call) },
  );
  return 0;
}

async function bench(call: Call): Promise<number> {
  const { flags } = call;
  const { checkContent } = await import("./site/check-content.ts");
  const { problems, language } = await checkContent({ ...call, isPreview: false }, progress);
  progress.clear();
  if (hasErrors(problems)) {
    await print(report(problems, language, call));
    return 1;
  }
  const { UnfitNewsroom } = await import("./bench/unfit-newsroom.ts");
  try {
    const { benchTask } = await import("./bench-tasks.ts");
    const refuse = (out: string) => refuseFolder(out, call.content);
    return await benchTask(call, { progress, print, fromCaller, refuse });
  } catch (error) {
    throw error instanceof UnfitNewsroom ? new WrongUsage(`--articles ${flags.sizes}: ${error.message}`) : error;
  }
}

function report(problems: readonly Problem[], language: Language, { content, flags }: Call): string {
  const way = relative(callersFolder, content).replaceAll("\\", "/");
  return renderReport(problems, {
    format: flags.format,
    language,
    prefix: way === "" ? "" : `${way}/`,
    all: flags.all,
  });
}

function fromCaller(typed: string): string {
  return resolve(callersFolder, typed);
}

/** What was typed counts from where it was typed; what was not, from this package. */
function folderOf(typed: string | undefined, usual: string): string {
  return typed === undefined ? usual : fromCaller(typed);
}

async function show(text: string): Promise<number> {
  await print(`${text}\n`);
  return 0;
}

/** Waits until everything is written: a long report behind a pipe is not cut off. A reader who has seen enough is no fault. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error && !isHangUp(error) ? failed(error) : done()));
  });
}

/** True when who reads our output has closed it, as `head` does. */
function isHangUp(error: Error): boolean {
  return "code" in error && error.code === "EPIPE";
}

/** Does what the command line `words` says, and sets the code that the process ends with. */
export async function run(words: readonly string[], program: Program): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (!isHangUp(error)) throw error;
    });
  }
  try {
    process.chdir(program.root);
    process.exitCode = await main(words, program);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const hindrance = hindranceIn(error);
    if (!(error instanceof WrongUsage) && hindrance === undefined) throw error;
    process.stderr.write(`${hindrance ?? error.message}\n`);
    process.exitCode = hindrance === undefined ? 2 : 1;
  }
}
