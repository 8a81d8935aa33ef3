import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Progress } from "../report/progress.ts";
import { enlargeNewsroom } from "./enlarge-newsroom.ts";
import { HugoSite, hugoVersion } from "./hugo-site.ts";
import { measurePreview } from "./measure-preview.ts";
import { newsroomFiles } from "./newsroom-files.ts";
import { startRepository } from "./newsroom-repository.ts";
import { nodeVersion } from "./node-version.ts";
import { printPlainArticle } from "./plain-article.ts";
import { openQuarry, type Quarry } from "./quarry.ts";
import { type Reading, type Row, rowTitles } from "./readings.ts";
import { newestArticle } from "./recombine-article.ts";
import type { Circumstances } from "./render-readings.ts";
import type { Look } from "./run-process.ts";
import { Workplace } from "./workplace.ts";

/** What is measured, and how often. */
export interface BenchOptions {
  /** The folder of this package. */
  readonly root: string;
  readonly content: string;
  /** Numbers of articles; none: as many as the content folder has. */
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Programs `node`, as paths; none: the one that runs this. */
  readonly nodes: readonly string[];
  /** A folder that holds `to-hugo.ts`; absent: Hugo is not measured. */
  readonly hugo: string | undefined;
}

/** Rows of builds in their order: each begins with what the one before it left, the first with nothing. */
const buildRows: readonly {
  readonly row: Row;
  readonly isWeighed: boolean;
  readonly prepare: (place: Workplace) => void | Promise<void>;
}[] = [
  { row: "full", isWeighed: true, prepare: (place) => place.forget() },
  { row: "unchanged", isWeighed: false, prepare: () => undefined },
  { row: "body", isWeighed: true, prepare: (place) => place.editBody() },
  { row: "headline", isWeighed: false, prepare: (place) => place.editHeadline() },
  { row: "added", isWeighed: false, prepare: (place) => place.addArticle() },
  { row: "clone", isWeighed: false, prepare: (place) => place.moveToClone() },
];

/** One who builds a newsroom, and how to have all its rows read once. */
interface Competitor {
  readonly by: string;
  readonly rows: (look: Look) => AsyncGenerator<readonly [Row, number]>;
}

/**
 * Measures whole commands as a person would type them, each in processes of its own, on newsrooms of some sizes made of the
 * content folder. Every round has every row of every Node and of Hugo, so that a machine's moods meet all; memory is looked at in a
 * round of its own.
 */
export async function measureBuilds(
  options: BenchOptions,
  progress: Progress,
): Promise<{ readonly readings: readonly Reading[]; readonly circumstances: Circumstances }> {
  const { content, runs } = options;
  // Leaving by the front door, so that what was started and written is cleared away.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const quarry = openQuarry(content);
  const own = newsroomFiles(content).filter(({ kind }) => kind === "article").length;
  const sizes = options.sizes.length > 0 ? options.sizes : [own];
  const readings: Reading[] = [];
  for (const articles of sizes) {
    for await (const reading of readNewsroom(options, articles, quarry)) {
      readings.push(reading);
      progress.say(lineOf(reading));
    }
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}`;
  return { readings, circumstances: { content: basename(content), machine, runs } };
}

async function* readNewsroom(options: BenchOptions, articles: number, quarry: Quarry): AsyncGenerator<Reading> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-"));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.on("exit", clear);
  try {
    const newsroom = join(folder, "newsroom");
    enlargeNewsroom(options.content, newsroom, articles);
    await startRepository(newsroom);
    const competitors = await gather(options, { folder, newsroom, quarry });
    for (let round = 1; round <= options.runs + 1; round++) {
      const look = round <= options.runs ? "seconds" : "bytes";
      for (const { by, rows } of competitors)
        for await (const [row, value] of rows(look)) yield { row, articles, by, look, value };
    }
  } finally {
    process.off("exit", clear);
    clear();
  }
}

/** Where a newsroom to be measured lies, and what new articles are made of. */
interface Ground {
  readonly folder: string;
  readonly newsroom: string;
  readonly quarry: Quarry;
}

async function gather(options: BenchOptions, ground: Ground): Promise<readonly Competitor[]> {
  const competitors: Competitor[] = [];
  const version = hugoVersion();
  if (options.hugo !== undefined && version !== undefined) {
    const site = new HugoSite(join(ground.folder, "hugo"));
    await site.layOut(ground.newsroom, { kit: options.hugo, root: options.root });
    competitors.push({ by: `Hugo ${version}`, rows: (look) => hugoRows(site, look) });
  }
  const nodes = options.nodes.length > 0 ? options.nodes : [process.execPath];
  for (const [index, node] of nodes.entries()) {
    const place = new Workplace({
      root: options.root,
      folder: join(ground.folder, `place-${index}`),
      newsroom: ground.newsroom,
      node,
      newArticle: (number) => articleToAdd(ground.quarry, number),
    });
    await place.moveToClone();
    // The program itself is compiled by its first command, whatever that is: not what is measured here.
    await place.build("seconds");
    competitors.push({ by: `Node ${nodeVersion(node)}`, rows: (look) => placeRows(place, look) });
  }
  return competitors;
}

async function* placeRows(place: Workplace, look: Look): AsyncGenerator<readonly [Row, number]> {
  for (const { row, isWeighed, prepare } of buildRows) {
    if (look === "bytes" && !isWeighed) continue;
    await prepare(place);
    yield [row, await place.build(look)];
  }
  for (const value of await measurePreview(place, look)) yield ["preview", value];
}

async function* hugoRows(site: HugoSite, look: Look): AsyncGenerator<readonly [Row, number]> {
  yield ["hugo", await site.buildAnew(look)];
  if (look === "bytes") return;
  site.editBody();
  yield ["hugoEdit", await site.build(look)];
}

/** A new article, so far from those that a newsroom is enlarged by that it is none of them. */
function articleToAdd(quarry: Quarry, number: number): readonly [string, string] {
  const article = newestArticle(quarry, 900_000 + number);
  return [article.file, printPlainArticle(article)];
}

function lineOf({ articles, by, row, look, value }: Reading): string {
  const shown = look === "seconds" ? `${value.toFixed(2)} s` : `${Math.round(value / 1_000_000)} MB`;
  return `${articles} · ${by} · ${rowTitles[row]}: ${shown}`;
}
