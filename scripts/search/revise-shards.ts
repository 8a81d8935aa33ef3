import { gramShards, shardOfGram, shardOfWord, wordShards } from "../text/search-gram.ts";
import { decodeGramShard, encodeGramShard, type GramRows, newGramRows } from "../text/search-gram-shard.ts";
import { decodeWordShard, encodeWordShard } from "../text/search-word-shard.ts";
import { addPlace, forEachWord } from "./compile-shards.ts";
import { gatherRows } from "./gather-rows.ts";
import { type GramPile, pileGrams, wordsInPile } from "./gram-pile.ts";

/** An article whose grams (`packGrams`) are others now; one that is new was nothing before. Articles go by ascending number. */
export interface ChangedArticle {
  readonly article: number;
  readonly before: readonly Uint8Array[];
  readonly now: readonly Uint8Array[];
}

/** Shards as they were, and the new bytes of those that change. */
export interface Revision {
  readonly grams: ReadonlyMap<number, Uint8Array>;
  readonly words: ReadonlyMap<number, Uint8Array>;
}

/** Gives the bytes that a shard had; throws where they are lost. */
export interface OldShards {
  readonly grams: (shard: number) => Uint8Array;
  readonly words: (shard: number) => Uint8Array;
}

/** What becomes of the shards of an edition of `articles` articles when only `changed` have changed: the same bytes as if all were made anew. */
export function reviseShards(articles: number, changed: readonly ChangedArticle[], old: OldShards): Revision {
  return { grams: reviseGrams(articles, changed, old), words: reviseWords(articles, changed, old) };
}

function reviseGrams(articles: number, changed: readonly ChangedArticle[], old: OldShards): Revision["grams"] {
  const before = gatherRows(pileOf(changed, "before"));
  const now = gatherRows(pileOf(changed, "now"));
  const shards = gramShards(articles);
  const stale = differences(before, now).map((hash) => shardOfGram(hash, shards));
  const numbers = new Set(changed.map(({ article }) => article));
  const revised = new Map<number, Uint8Array>();
  for (const shard of new Set(stale)) {
    const kept = decodeGramShard(old.grams(shard));
    const rows = joinRows(kept, now, (hash) => shardOfGram(hash, shards) === shard, numbers);
    revised.set(shard, encodeGramShard(rows, 0, rows.count));
  }
  return revised;
}

function pileOf(changed: readonly ChangedArticle[], when: "before" | "now"): GramPile {
  return pileGrams(changed.flatMap((each) => each[when].map((packed) => [each.article, packed] as const)));
}

/** The hashes of rows that are not in both. */
function differences(one: GramRows, other: GramRows): readonly number[] {
  const lone: number[] = [];
  for (let here = 0, there = 0; here < one.count || there < other.count; ) {
    const order = compareRows(one, here, other, there);
    const hash = order <= 0 ? one.hashes[here] : other.hashes[there];
    if (order !== 0 || one.marks[here] !== other.marks[there]) lone.push(hash ?? 0);
    if (order <= 0) here += 1;
    if (order >= 0) there += 1;
  }
  return lone;
}

/** Below 0 where the row `here` of `one` comes before the row `there` of `other`; 0 where both are of the same gram and article. */
function compareRows(one: GramRows, here: number, other: GramRows, there: number): number {
  if (here >= one.count) return 1;
  if (there >= other.count) return -1;
  const byHash = (one.hashes[here] ?? 0) - (other.hashes[there] ?? 0);
  return byHash !== 0 ? byHash : (one.articles[here] ?? 0) - (other.articles[there] ?? 0);
}

/** The rows of `kept` that are of no article of `gone`, and those of `added` that `isOurs` says are to come in. */
function joinRows(
  kept: GramRows,
  added: GramRows,
  isOurs: (hash: number) => boolean,
  gone: ReadonlySet<number>,
): GramRows {
  const rows = newGramRows(kept.count + added.count);
  let count = 0;
  const take = (from: GramRows, at: number) => {
    rows.hashes[count] = from.hashes[at] ?? 0;
    rows.articles[count] = from.articles[at] ?? 0;
    rows.marks[count++] = from.marks[at] ?? 0;
  };
  let here = 0;
  const takeAddedBefore = (hash: number, article: number) => {
    for (; here < added.count; here++) {
      const own = added.hashes[here] ?? 0;
      if (own > hash || (own === hash && (added.articles[here] ?? 0) > article)) return;
      if (isOurs(own)) take(added, here);
    }
  };
  for (let at = 0; at < kept.count; at++) {
    const article = kept.articles[at] ?? 0;
    if (gone.has(article)) continue;
    takeAddedBefore(kept.hashes[at] ?? 0, article);
    take(kept, at);
  }
  takeAddedBefore(Number.POSITIVE_INFINITY, 0);
  return { ...rows, count };
}

function reviseWords(articles: number, changed: readonly ChangedArticle[], old: OldShards): Revision["words"] {
  const shards = wordShards(articles);
  const revised = new Map<number, Map<string, number[]>>();
  const open = (word: string) => {
    const shard = shardOfWord(word, shards);
    const known = revised.get(shard);
    if (known !== undefined) return known;
    const words = new Map(decodeWordShard(old.words(shard)).map(([each, places]) => [each, [...places]]));
    revised.set(shard, words);
    return words;
  };
  for (const { article, before, now } of changed) {
    const [was, is] = [wordsOf(before), wordsOf(now)];
    for (const word of new Set([...was.keys(), ...is.keys()])) {
      if (was.get(word) === is.get(word)) continue;
      const words = open(word);
      const others = (words.get(word) ?? []).filter((place) => place >>> 2 !== article);
      const level = is.get(word);
      const places = level === undefined ? others : [...others, article * 4 + level].sort((a, b) => a - b);
      if (places.length === 0) words.delete(word);
      else words.set(word, places);
    }
  }
  const rows = (words: Map<string, number[]>) => [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...revised].map(([shard, words]) => [shard, encodeWordShard(rows(words))]));
}

/** The words of an article's grams, each with its highest level. */
function wordsOf(grams: readonly Uint8Array[]): ReadonlyMap<string, number> {
  const words = new Map<string, number[]>();
  const pile = pileGrams(grams.map((packed) => [0, packed]));
  for (let sheaf = 0; sheaf < pile.count; sheaf++) {
    forEachWord(wordsInPile(pile, sheaf), (word, level) => {
      const places = words.get(word) ?? [];
      addPlace(places, 0, level);
      words.set(word, places);
    });
  }
  return new Map([...words].map(([word, [level = 0]]) => [word, level]));
}
