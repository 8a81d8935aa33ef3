import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Flags } from "./command-line.ts";
import { WrongUsage } from "./command-line.ts";
import type { Progress } from "./report/progress.ts";
import type { Program } from "./site/program.ts";
import type { Instant } from "./text/brands.ts";

/** What is benched. */
export interface BenchCall {
  readonly program: Program;
  /** The content folder. */
  readonly content: string;
  readonly nowMs: number;
  readonly asOf: Instant;
  readonly flags: Flags;
}

/** How the bench speaks, and finds what was typed. */
export interface BenchVoice {
  readonly progress: Progress;
  readonly print: (text: string) => Promise<void>;
  /** The path of what was typed. */
  readonly fromCaller: (typed: string) => string;
  /** Throws `WrongUsage` for a folder that must not be written into. */
  readonly refuse: (folder: string) => Promise<void>;
}

/** Does what the word behind `bench` says. Returns the code that the process ends with. */
export function benchTask(call: BenchCall, voice: BenchVoice): Promise<number> {
  switch (call.flags.task) {
    case "builds":
      return benchBuilds(call, voice);
    case "newsroom":
      return benchNewsroom(call, voice);
    case "edits":
      return benchEdits(call, voice);
    case "related":
      return benchRelated(call, voice);
    case "search":
      return benchSearch(call, voice);
    case "trust":
      return benchTrust(call, voice);
    default:
      return call.flags.task satisfies never;
  }
}

async function benchBuilds({ program: { root }, content, flags }: BenchCall, voice: BenchVoice): Promise<number> {
  const { measureBuilds } = await import("./bench/measure-builds.ts");
  const { readingsAsJson, renderReadings } = await import("./bench/render-readings.ts");
  const { sizes, runs } = flags;
  const { nodeVersion } = await import("./bench/node-version.ts");
  const nodes = flags.nodes.map(voice.fromCaller);
  const hugo = flags.hugo === undefined ? undefined : voice.fromCaller(flags.hugo);
  const wrong = nodes.findIndex((node) => nodeVersion(node) === undefined);
  if (wrong >= 0)
    throw new WrongUsage(`--node ${flags.nodes[wrong]}: 这不是 Node.js 程序 that is no program of Node.js`);
  if (hugo !== undefined && !existsSync(join(hugo, "to-hugo.ts")))
    throw new WrongUsage(`--hugo ${flags.hugo}: 这里没有 to-hugo.ts no to-hugo.ts is there`);
  const options = { root, content, sizes, runs, nodes, hugo };
  const { readings, circumstances } = await measureBuilds(options, voice.progress);
  await voice.print(`${(flags.format === "json" ? readingsAsJson : renderReadings)(readings, circumstances)}\n`);
  return 0;
}

/** As many random edits as `--runs` says; `SEED=…` repeats those of a failure. */
async function benchEdits({ program, content, flags, nowMs }: BenchCall, voice: BenchVoice): Promise<number> {
  const { checkEdits } = await import("./bench/edits/check-edits.ts");
  const seed = process.env["SEED"] ?? String(nowMs);
  const options = { root: program.root, content, edits: flags.runs, seed };
  const found = await checkEdits(options, (line) => voice.progress.say(line));
  await voice.print(`${found ?? `${flags.runs} edits, SEED=${seed}: no difference`}\n`);
  return found === undefined ? 0 : 1;
}

const kills = 50;
const pagesPublished = 400;

/** Publishers that are killed while somebody reads; `SEED=…` repeats the moments of a failure. */
async function benchTrust({ program, nowMs }: BenchCall, voice: BenchVoice): Promise<number> {
  const { checkAllTrust } = await import("./bench/check-all-trust.ts");
  const seed = process.env["SEED"] ?? String(nowMs);
  const options = { root: program.root, kills, seed, pages: pagesPublished };
  const lines = await checkAllTrust(options, (line) => voice.progress.say(line));
  for (const { seen, faults } of lines)
    await voice.print([`${seen}, SEED=${seed}`, ...(faults.length === 0 ? ["no fault"] : faults), ""].join("\n"));
  return lines.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

async function benchNewsroom({ content, flags }: BenchCall, voice: BenchVoice): Promise<number> {
  const [size] = flags.sizes;
  if (size === undefined || flags.out === undefined)
    throw new WrongUsage("npm run bench -- newsroom --articles NUMBER --out DIR");
  const out = voice.fromCaller(flags.out);
  await voice.refuse(out);
  const { enlargeNewsroom } = await import("./bench/enlarge-newsroom.ts");
  enlargeNewsroom(content, out, size);
  return 0;
}

async function benchRelated({ content, asOf, flags }: BenchCall, voice: BenchVoice): Promise<number> {
  const { measureRelated } = await import("./bench/measure-related.ts");
  const { readLabels } = await import("./bench/related-labels.ts");
  const { renderRelated } = await import("./bench/render-related.ts");
  const labels = flags.labels === undefined ? {} : readLabels(textOf(voice.fromCaller(flags.labels)));
  if (labels === undefined)
    throw new WrongUsage(`--labels ${flags.labels}: not { "article": ["other", …], … } in JSON`);
  const readings = await measureRelated({ content, asOf, labels });
  await voice.print(flags.format === "json" ? `${JSON.stringify(readings)}\n` : renderRelated(readings));
  return 0;
}

/** The text of a file, empty where there is none. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** The site in `--out`, or in `dist/`, which must be built. */
async function benchSearch({ program, flags }: BenchCall, voice: BenchVoice): Promise<number> {
  const { measureSearch } = await import("./bench/measure-search.ts");
  const { renderSearch } = await import("./bench/render-search.ts");
  const out = flags.out === undefined ? join(program.root, "dist") : voice.fromCaller(flags.out);
  if (!existsSync(join(out, "search")))
    throw new WrongUsage(`--out ${out}: 这里没有构建好的网站 no built site is there`);
  const cost = await measureSearch(out);
  await voice.print(flags.format === "json" ? `${JSON.stringify(cost)}\n` : renderSearch(cost));
  return cost.missed.length === 0 ? 0 : 1;
}
