import { type GramRows, newGramRows } from "../text/search-gram-shard.ts";

/** By so many first bits rows are split, and by two digits of so many the rest is sorted: 32 bits in all, less one that is looked at twice. */
const digit = 11;
const digits = 1 << digit;
/** Up to so many rows are sorted by putting each in its place. */
const few = 24;

/**
 * `rows`, which go by article, sorted by hash and then by article, in the same arrays; those of the same gram and article made one.
 *
 * Split first, so that all that is sorted at a time lies in the processor's nearest memory: a radix sort of everything takes three times as long.
 */
export function sortedRows(rows: GramRows): GramRows {
  const starts = new Uint32Array(digits + 1);
  const split = splitRows(rows, starts);
  const sorter = new Sorter(split.hashes, largestOf(starts));
  let count = 0;
  for (let bucket = 0; bucket < digits; bucket++) {
    const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
    if (from < to) count = joinRows(split, sorter.orderOf(from, to), rows, count);
  }
  return { ...rows, count };
}

/** Used again for each sort: new arrays of megabytes each time keep the collector busier than the sort. */
let spare = newGramRows(0);

/** `rows` by the first bits of their hashes; `starts` becomes where each of these begins. */
function splitRows({ count, hashes, articles, marks }: GramRows, starts: Uint32Array): GramRows {
  for (let row = 0; row < count; row++) {
    const bucket = ((hashes[row] ?? 0) >>> (32 - digit)) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < digits; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const places = starts.slice();
  if (spare.count < count) spare = newGramRows(Math.ceil(count * 1.1));
  const split = spare;
  for (let row = 0; row < count; row++) {
    const hash = hashes[row] ?? 0;
    const bucket = hash >>> (32 - digit);
    const to = places[bucket] ?? 0;
    places[bucket] = to + 1;
    split.hashes[to] = hash;
    split.articles[to] = articles[row] ?? 0;
    split.marks[to] = marks[row] ?? 0;
  }
  return split;
}

function largestOf(starts: Uint32Array): number {
  let largest = 0;
  for (let bucket = 0; bucket < digits; bucket++)
    largest = Math.max(largest, (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0));
  return largest;
}

/** Appends the rows `order` of `rows` to `joined`, which has `size` already; gives how many it has then. */
function joinRows(rows: GramRows, order: Uint32Array, joined: GramRows, size: number): number {
  let count = size;
  let lastHash = -1;
  let lastArticle = -1;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    const hash = rows.hashes[row] ?? 0;
    const article = rows.articles[row] ?? 0;
    const marks = rows.marks[row] ?? 0;
    if (hash === lastHash && article === lastArticle) {
      joined.marks[count - 1] = (joined.marks[count - 1] ?? 0) | marks;
      continue;
    }
    lastHash = hash;
    lastArticle = article;
    joined.hashes[count] = hash;
    joined.articles[count] = article;
    joined.marks[count++] = marks;
  }
  return count;
}

/** Sorts row numbers by the lower bits of their hashes, equal ones in the order they have. */
class Sorter {
  readonly #hashes: Uint32Array;
  readonly #one: Uint32Array;
  readonly #other: Uint32Array;
  readonly #starts = new Uint32Array(digits + 1);

  /** @param most how many rows are sorted at a time */
  constructor(hashes: Uint32Array, most: number) {
    this.#hashes = hashes;
    this.#one = new Uint32Array(most);
    this.#other = new Uint32Array(most);
  }

  /** The rows from `from` to `to`; there until the next call. */
  orderOf(from: number, to: number): Uint32Array {
    const one = this.#one.subarray(0, to - from);
    if (to - from <= few) {
      placeFew(this.#hashes, one, from);
      return one;
    }
    const other = this.#other.subarray(0, to - from);
    for (let at = 0; at < one.length; at++) one[at] = from + at;
    this.#sortBy(0, one, other);
    this.#sortBy(digit, other, one);
    return one;
  }

  #sortBy(shift: number, from: Uint32Array, to: Uint32Array): void {
    const hashes = this.#hashes;
    const starts = this.#starts.fill(0);
    for (let at = 0; at < from.length; at++) {
      const after = (((hashes[from[at] ?? 0] ?? 0) >>> shift) & (digits - 1)) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let at = 1; at < digits; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    for (let at = 0; at < from.length; at++) {
      const row = from[at] ?? 0;
      const own = ((hashes[row] ?? 0) >>> shift) & (digits - 1);
      const place = starts[own] ?? 0;
      starts[own] = place + 1;
      to[place] = row;
    }
  }
}

/** Makes `order` the rows from `from` on, by hash. */
function placeFew(hashes: Uint32Array, order: Uint32Array, from: number): void {
  for (let size = 0; size < order.length; size++) {
    const hash = hashes[from + size] ?? 0;
    let at = size;
    for (; at > 0 && (hashes[order[at - 1] ?? 0] ?? 0) > hash; at--) order[at] = order[at - 1] ?? 0;
    order[at] = from + size;
  }
}
