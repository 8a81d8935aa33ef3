import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import { SearchIndex } from "../../layouts/client/search-index.ts";
import { phrasesOf } from "../../layouts/client/search-query.ts";
import { SearchRun } from "../../layouts/client/search-run.ts";
import { SearchFold } from "../text/search-fold.ts";
import { decodeHan } from "../text/search-han.ts";
import { recordName } from "../text/search-record.ts";
import { measureSearchBuild, type SearchBuildCost } from "./measure-search-build.ts";
import { type BuiltArticle, readBuiltArticle } from "./read-built-article.ts";

/** What readers of Chinese type most is what most articles hold: words of which the index is fullest. */
const frequentWords =
  "发展 我们 文化 问题 社会 工作 中国 一个 可以 使用 我们的 没有 如果 一种 进行 系统 经济发展 人民 “我们可以” 发展 文化".split(
    " ",
  );

/** What searching a built site costs its readers. Bytes are of gzip, each query by itself with nothing loaded before. */
export interface SearchCost {
  readonly articles: number;
  readonly queries: number;
  /** Queries that did not find the article they were taken from, and results that do not hold what was sought. */
  readonly missed: readonly string[];
  readonly bytes: {
    readonly median: number;
    readonly p95: number;
    readonly worst: number;
    readonly worstQuery: string;
  };
  readonly requests: { readonly median: number; readonly worst: number };
  /** Milliseconds of work from the loaded files to the results, over again. */
  readonly ms: { readonly median: number; readonly worst: number };
  /** Bytes of the index as it lies on the disk, and with gzip; the texts that are looked into by themselves. */
  readonly index: { readonly raw: number; readonly gzip: number };
  readonly texts: { readonly raw: number; readonly gzip: number };
  readonly building: SearchBuildCost;
}

/**
 * Measures the search of the site in `out` over `count` queries of two to twelve characters or one word's beginning, taken at random
 * (by `seed`) from its articles, and over frequent words.
 */
export async function measureSearch(out: string, count = 200, seed = 1): Promise<SearchCost> {
  const folder = join(out, "search");
  const paths = readdirSync(join(folder, "paths")).flatMap((name) =>
    readFileSync(join(folder, "paths", name), "utf8")
      .trim()
      .split("\n"),
  );
  const random = randomNumbers(seed);
  const fold = new SearchFold(decodeHan(readFileSync(join(folder, "han.bin"))));
  const runs: Awaited<ReturnType<typeof measureQuery>>[] = [];
  const missed: string[] = [];
  for (let made = 0; made < count; ) {
    const path = paths[random(paths.length)] ?? "";
    const article = loadBuilt(out, path);
    const query = article && queryFrom(article, random);
    if (query === undefined) continue;
    made += 1;
    const run = await measureQuery(out, { articles: paths.length, fold, query, path });
    if (!run.isFound) missed.push(`${query} ${path}`);
    runs.push(run);
  }
  for (const query of frequentWords) runs.push(await measureQuery(out, { articles: paths.length, fold, query }));
  const by = (of: (run: (typeof runs)[number]) => number) => runs.map(of).sort((a, b) => a - b);
  const at = (numbers: readonly number[], part: number) =>
    numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;
  const [bytes, requests, ms] = [by((run) => run.bytes), by((run) => run.requests), by((run) => run.ms)];
  return {
    articles: paths.length,
    queries: runs.length,
    missed,
    bytes: {
      ...{ median: at(bytes, 0.5), p95: at(bytes, 0.95), worst: at(bytes, 1) },
      worstQuery: runs.find((run) => run.bytes === at(bytes, 1))?.query ?? "",
    },
    requests: { median: at(requests, 0.5), worst: at(requests, 1) },
    ms: { median: at(ms, 0.5), worst: at(ms, 1) },
    index: sizeOf(folder, (path) => !path.startsWith("texts")),
    texts: sizeOf(folder, (path) => path.startsWith("texts")),
    building: measureSearchBuild(paths.map((path) => readFileSync(join(folder, recordName(path)), "utf8"))),
  };
}

interface OneQuery {
  readonly articles: number;
  readonly fold: SearchFold;
  readonly query: string;
  /** The article it was taken from, if from any. */
  readonly path?: string;
}

async function measureQuery(out: string, { articles, fold, query, path }: OneQuery) {
  const loaded = new Map<string, Uint8Array>([["search/han.bin", readFileSync(join(out, "search/han.bin"))]]);
  const load = (name: string): Uint8Array => {
    const bytes = loaded.get(name) ?? readFileSync(join(out, name));
    loaded.set(name, bytes);
    return bytes;
  };
  const search = async () => {
    const index = new SearchIndex(articles, async (name) => load(`search/${name}`));
    return SearchRun.start({ index, fold }, phrasesOf(query, fold));
  };
  const run = await search();
  const first = await run.next(10);
  const bytes = [...loaded.values()].reduce((sum, each) => sum + gzipSync(each).length, 0);
  const requests = loaded.size;
  let isFound = path === undefined || first.some((result) => result.article.path === path);
  while (!isFound && !run.isOver) isFound = (await run.next(50)).some((result) => result.article.path === path);
  const start = performance.now();
  await (await search()).next(20);
  return { query, bytes, requests, ms: performance.now() - start, isFound };
}

function queryFrom({ fields }: BuiltArticle, random: (below: number) => number): string | undefined {
  const text = fields[random(4) === 0 ? 0 : random(fields.length)] ?? "";
  if (random(5) === 0) {
    const words = text.match(/[A-Za-z]{3,}/gu) ?? [];
    return words[random(words.length)]?.slice(0, 2 + random(5));
  }
  const runs = text.replace(/[\s\p{P}\p{S}]/gu, "").match(/\p{Script=Han}{2,}/gu) ?? [];
  const run = runs[random(runs.length)];
  const length = Math.min(run?.length ?? 0, 2 + (random(2) === 0 ? random(3) : random(11)));
  return run?.slice(...[random(run.length - length + 1)].flatMap((from) => [from, from + length]));
}

function loadBuilt(out: string, path: string): BuiltArticle | undefined {
  const file = join(out, path, "index.html");
  return existsSync(file) ? readBuiltArticle(readFileSync(file, "utf8"), path) : undefined;
}

function sizeOf(folder: string, isCounted: (path: string) => boolean): SearchCost["index"] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== "index.html")
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => isCounted(relative(folder, path)))
    .map((path) => readFileSync(path));
  const sum = (of: (bytes: Buffer) => number) => files.reduce((all, bytes) => all + of(bytes), 0);
  return { raw: sum(({ length }) => length), gzip: sum((bytes) => gzipSync(bytes).length) };
}

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below);
  };
}
