import { gramLeaves } from "../edition/search/article-grams.ts";
import { gramShards, shardOfWord, wordShards } from "../text/search-gram.ts";
import { encodeGramShard } from "../text/search-gram-shard.ts";
import { encodeWordShard } from "../text/search-word-shard.ts";
import { gatherRows } from "./gather-rows.ts";
import { type GramPile, wordsInPile } from "./gram-pile.ts";

/** The bytes of all shards, by number. */
export interface SearchShards {
  readonly grams: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
}

/** All shards of an edition of `articles` articles with these grams, the oldest article being 0. */
export function compileShards(articles: number, pile: GramPile): SearchShards {
  const grams = Array.from({ length: gramTurns(articles) }, (_, turn) => compileGramShards(articles, pile, turn));
  return { grams: grams.flat(), words: compileWordShards(articles, pile) };
}

/** In how many turns the gram shards of `articles` articles are made. */
export function gramTurns(articles: number): number {
  return Math.min(gramLeaves, gramShards(articles));
}

/**
 * The gram shards of one turn, which come after those of the turns before. Turns know nothing of one another: they can be made in whatever order, or
 * in several threads. In one turn alone, the rows would take much memory and lie too far apart to be sorted fast.
 */
export function compileGramShards(articles: number, pile: GramPile, turn: number): readonly Uint8Array[] {
  const [turns, shards] = [gramTurns(articles), gramShards(articles)];
  const leaves = gramLeaves / turns;
  const rows = gatherRows(pile, turn * leaves, (turn + 1) * leaves);
  const width = 2 ** 32 / shards;
  let to = 0;
  return Array.from({ length: shards / turns }, (_, shard) => {
    const from = to;
    const end = (turn / turns) * 2 ** 32 + (shard + 1) * width;
    while (to < rows.count && (rows.hashes[to] ?? 0) < end) to++;
    return encodeGramShard(rows, from, to);
  });
}

/** The word shards of an edition. */
export function compileWordShards(articles: number, pile: GramPile): readonly Uint8Array[] {
  const shards = wordShards(articles);
  const places = new Map<string, number[]>();
  for (let sheaf = 0; sheaf < pile.count; sheaf++) {
    const article = pile.articles[sheaf] ?? 0;
    forEachWord(wordsInPile(pile, sheaf), (word, level) => {
      const known = places.get(word);
      if (known === undefined) places.set(word, [article * 4 + level]);
      else addPlace(known, article, level);
    });
  }
  const rows = Array.from({ length: shards }, (): [string, number[]][] => []);
  for (const word of [...places.keys()].sort()) rows[shardOfWord(word, shards)]?.push([word, places.get(word) ?? []]);
  return rows.map(encodeWordShard);
}

/** Calls `onWord` for each word of `words` (see `ArticleGrams`) and its level. */
export function forEachWord(words: string, onWord: (word: string, level: number) => void): void {
  words.split("\n").forEach((line, level) => {
    if (line !== "") for (const word of line.split(" ")) onWord(word, level);
  });
}

/** An article stands at most once in a list, at its highest level. */
export function addPlace(places: number[], article: number, level: number): void {
  const last = places.at(-1) ?? -1;
  if (last >>> 2 !== article || last < 0) places.push(article * 4 + level);
  else if ((last & 3) < level) places[places.length - 1] = article * 4 + level;
}
