import type { ArticleGrams } from "../edition/search/article-grams.ts";
import { type GramRows, newGramRows } from "../text/search-gram-shard.ts";

/** Grams of one article. */
export interface ArticleSheaf {
  readonly article: number;
  readonly grams: ArticleGrams;
}

/** Takes rows out of many articles' grams in the order of their hashes: each gram is looked at once, however many shards there are. */
export class Gatherer {
  readonly #sheaves: readonly ArticleSheaf[];
  readonly #at: Uint32Array;

  /** @param sheaves by ascending number of the article */
  constructor(sheaves: readonly ArticleSheaf[]) {
    this.#sheaves = sheaves;
    this.#at = new Uint32Array(sheaves.length);
  }

  /** All rows with a hash up to `last` that have not been taken. */
  take(last: number): GramRows {
    const ends = this.#sheaves.map(({ grams: { hashes } }, index) => endOf(hashes, this.#at[index] ?? 0, last));
    let count = 0;
    for (let index = 0; index < ends.length; index++) count += (ends[index] ?? 0) - (this.#at[index] ?? 0);
    const rows = newGramRows(count);
    let to = 0;
    this.#sheaves.forEach(({ article, grams }, index) => {
      const [from, end] = [this.#at[index] ?? 0, ends[index] ?? 0];
      rows.hashes.set(grams.hashes.subarray(from, end), to);
      rows.articles.fill(article, to, to + end - from);
      rows.next.set(grams.next.subarray(from, end), to);
      rows.before.set(grams.before.subarray(from, end), to);
      rows.levels.set(grams.levels.subarray(from, end), to);
      to += end - from;
      this.#at[index] = end;
    });
    return sortedRows(rows);
  }
}

function endOf(hashes: Uint32Array, from: number, last: number): number {
  let end = from;
  while (end < hashes.length && (hashes[end] ?? 0) <= last) end++;
  return end;
}

/** `rows`, which are sorted by article, sorted by hash and then by article; rows for the same become one. */
export function sortedRows(rows: GramRows): GramRows {
  const order = orderOf(rows);
  const sorted = newGramRows(rows.count);
  let count = 0;
  for (let at = 0; at < rows.count; at++) {
    const row = order[at] ?? 0;
    const hash = rows.hashes[row] ?? 0;
    const article = rows.articles[row] ?? 0;
    const isNew = count === 0 || sorted.hashes[count - 1] !== hash || sorted.articles[count - 1] !== article;
    const to = isNew ? count++ : count - 1;
    sorted.hashes[to] = hash;
    sorted.articles[to] = article;
    sorted.next[to] = (sorted.next[to] ?? 0) | (rows.next[row] ?? 0);
    sorted.before[to] = (sorted.before[to] ?? 0) | (rows.before[row] ?? 0);
    const level = rows.levels[row] ?? 0;
    if ((sorted.levels[to] ?? 0) < level) sorted.levels[to] = level;
  }
  return { ...sorted, count };
}

const digit = 11;
const digits = 1 << digit;

/** Row numbers by hash, equal ones in the order they have: a radix sort, which takes no longer for any rows. */
function orderOf({ hashes, count }: GramRows): Uint32Array {
  let order = new Uint32Array(count);
  for (let row = 0; row < count; row++) order[row] = row;
  for (let shift = 0; shift < 32; shift += digit) {
    const starts = new Uint32Array(digits + 1);
    for (let row = 0; row < count; row++) addAt(starts, digitOf(hashes, row, shift) + 1, 1);
    for (let at = 1; at < digits; at++) addAt(starts, at, starts[at - 1] ?? 0);
    const next = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const row = order[at] ?? 0;
      next[addAt(starts, digitOf(hashes, row, shift), 1)] = row;
    }
    order = next;
  }
  return order;
}

function digitOf(hashes: Uint32Array, row: number, shift: number): number {
  return ((hashes[row] ?? 0) >>> shift) & (digits - 1);
}

/** Adds to a number of an array and gives what it was. */
function addAt(numbers: Uint32Array, at: number, more: number): number {
  const was = numbers[at] ?? 0;
  numbers[at] = was + more;
  return was;
}
