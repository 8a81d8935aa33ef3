import { longMarks, noShortMarks, shortMarks } from "./search-gram.ts";
import { ByteReader, ByteWriter } from "./varint.ts";

/** Where grams stand, a row for each gram and article, sorted by hash and then by article, no two alike. */
export interface GramRows {
  readonly count: number;
  readonly hashes: Uint32Array;
  /** Numbers of articles, the oldest being 0. */
  readonly articles: Uint32Array;
  /** The `GramMarks` of each. */
  readonly marks: Uint32Array;
}

/** Rows with room for `count`, all 0. */
export function newGramRows(count: number): GramRows {
  return {
    count,
    hashes: new Uint32Array(count),
    articles: new Uint32Array(count),
    marks: new Uint32Array(count),
  };
}

/**
 * The rows of `rows` from `from` to `to` as a shard is served.
 *
 * Numbers are LEB128. First how many grams there are; then for each how much greater its hash is than the one before; for each the number
 * of its articles; then for all rows how much greater the article is than the one before of the same gram (the first: than -1, less one);
 * the `shortMarks` of all rows; of those that have none the marks, first all lowest bytes, then the next, to the uppermost. Likes beside likes compress
 * best.
 */
export function encodeGramShard({ hashes, articles, marks }: GramRows, from: number, to: number): Uint8Array {
  const [keys, heads, gaps] = [new ByteWriter(to - from), new ByteWriter(to - from), new ByteWriter((to - from) * 2)];
  let grams = 0;
  for (let row = from, last = 0; row < to; grams++) {
    const hash = hashes[row] ?? 0;
    const first = row;
    for (let before = -1; row < to && hashes[row] === hash; row++) {
      const article = articles[row] ?? 0;
      gaps.number(article - before - 1);
      before = article;
    }
    keys.number(hash - last);
    heads.number(row - first);
    last = hash;
  }
  const all = new ByteWriter((to - from) * 5);
  all.number(grams);
  for (const part of [keys, heads, gaps]) all.all(part.written);
  for (const part of markBytes(marks.subarray(from, to))) all.all(part);
  return all.written;
}

function markBytes(marks: Uint32Array): readonly Uint8Array[] {
  const shorts = new Uint8Array(marks.length);
  const longs = new Uint32Array(marks.length);
  let count = 0;
  for (let row = 0; row < marks.length; row++) {
    const all = marks[row] ?? 0;
    const short = shortMarks(all);
    shorts[row] = short;
    if (short === noShortMarks) longs[count++] = all;
  }
  const planes = [0, 8, 16, 24].map((shift) => {
    const plane = new Uint8Array(count);
    for (let at = 0; at < count; at++) plane[at] = (longs[at] ?? 0) >>> shift;
    return plane;
  });
  return [shorts, ...planes];
}

/** The rows that `encodeGramShard` encoded; throws `GarbledBytes` where it did not make `bytes`. */
export function decodeGramShard(bytes: Uint8Array): GramRows {
  const reader = new ByteReader(bytes);
  const grams = reader.count();
  const keys = numbers(reader, grams);
  const heads = numbers(reader, grams);
  const rows = newGramRows(reader.fitting(heads.reduce((sum, head) => sum + head, 0)));
  let row = 0;
  let hash = 0;
  for (let gram = 0; gram < grams; gram++) {
    hash += keys[gram] ?? 0;
    const end = row + (heads[gram] ?? 0);
    for (let before = -1; row < end; row++) {
      before += reader.number() + 1;
      rows.hashes[row] = hash;
      rows.articles[row] = before;
    }
  }
  readMarks(reader, rows);
  reader.end();
  return rows;
}

function readMarks(reader: ByteReader, { marks, count }: GramRows): void {
  const shorts = reader.all(count);
  const longs = shorts.reduce((sum, short) => (short === noShortMarks ? sum + 1 : sum), 0);
  const planes = Array.from({ length: 4 }, () => reader.all(longs));
  const byteOf = (plane: number, long: number) => planes[plane]?.[long] ?? 0;
  let long = 0;
  shorts.forEach((short, row) => {
    if (short !== noShortMarks) marks[row] = longMarks(short);
    else {
      marks[row] = byteOf(0, long) | (byteOf(1, long) << 8) | (byteOf(2, long) << 16) | (byteOf(3, long) << 24);
      long += 1;
    }
  });
}

/** From which row of `rows` to which the gram `hash` stands. */
export function rowsOfGram({ hashes, count }: GramRows, hash: number): readonly [from: number, to: number] {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < count && hashes[to] === hash) to++;
  return [low, to];
}

function numbers(reader: ByteReader, count: number): Uint32Array {
  const read = new Uint32Array(count);
  for (let at = 0; at < count; at++) read[at] = reader.number();
  return read;
}
