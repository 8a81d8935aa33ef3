import { gramShards, shardOfWord, wordShards } from "../text/search-gram.ts";
import { encodeGramShard, type GramRows } from "../text/search-gram-shard.ts";
import { encodeWordShard } from "../text/search-word-shard.ts";
import { type ArticleSheaf, Gatherer } from "./gather-rows.ts";
import type { SearchPart, SearchParts } from "./search-parts.ts";

const mostTurns = 32;

/** The bytes of all shards, by number. */
export interface SearchShards {
  readonly grams: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
}

/** All shards of an edition whose articles, the oldest first, have these `parts`. */
export function compileShards(parts: readonly SearchPart[], load: SearchParts): SearchShards {
  const sheaves = parts.flatMap((part, article) =>
    load.gramsOf(part).map((grams): ArticleSheaf => ({ article, grams })),
  );
  return {
    grams: compileGrams(sheaves, gramShards(parts.length)),
    words: compileWords(sheaves, wordShards(parts.length)),
  };
}

/** The shards are made some at a time: looking into every article for each would take longer than linear time, and all at once much memory. */
function compileGrams(sheaves: readonly ArticleSheaf[], shards: number): readonly Uint8Array[] {
  const gatherer = new Gatherer(sheaves);
  const turns = Math.min(mostTurns, shards);
  const each = 0x100000000 / turns;
  return Array.from({ length: turns }, (_, turn) => {
    const rows = gatherer.take((turn + 1) * each - 1);
    const width = 0x100000000 / shards;
    let to = 0;
    return Array.from({ length: shards / turns }, (__, shard) => {
      const from = to;
      const end = turn * each + (shard + 1) * width;
      while (to < rows.count && (rows.hashes[to] ?? 0) < end) to++;
      return encodeGramShard(partOf(rows, from, to));
    });
  }).flat();
}

function partOf(rows: GramRows, from: number, to: number): GramRows {
  return {
    count: to - from,
    hashes: rows.hashes.subarray(from, to),
    articles: rows.articles.subarray(from, to),
    next: rows.next.subarray(from, to),
    before: rows.before.subarray(from, to),
    levels: rows.levels.subarray(from, to),
  };
}

function compileWords(sheaves: readonly ArticleSheaf[], shards: number): readonly Uint8Array[] {
  const places = new Map<string, number[]>();
  for (const { article, grams } of sheaves) {
    grams.words.forEach((words, level) => {
      for (const word of words) {
        const known = places.get(word);
        if (known === undefined) places.set(word, [article * 4 + level]);
        else addPlace(known, article, level);
      }
    });
  }
  const rows = Array.from({ length: shards }, (): [string, number[]][] => []);
  for (const word of [...places.keys()].sort()) rows[shardOfWord(word, shards)]?.push([word, places.get(word) ?? []]);
  return rows.map(encodeWordShard);
}

/** An article stands at most once in a list, at its highest level. */
export function addPlace(places: number[], article: number, level: number): void {
  const last = places.at(-1) ?? -1;
  if (last >>> 2 !== article || last < 0) places.push(article * 4 + level);
  else if ((last & 3) < level) places[places.length - 1] = article * 4 + level;
}
