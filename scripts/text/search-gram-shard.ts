import { ByteReader, ByteWriter } from "./varint.ts";

/** Where grams stand, a row for each gram and article, sorted by hash and then by article, no two alike. */
export interface GramRows {
  readonly count: number;
  readonly hashes: Uint32Array;
  /** Numbers of articles, the oldest being 0. */
  readonly articles: Uint32Array;
  /** See `ArticleGrams`. */
  readonly next: Uint16Array;
  readonly before: Uint16Array;
  readonly levels: Uint8Array;
}

/** Rows with room for `count`, all 0. */
export function newGramRows(count: number): GramRows {
  return {
    count,
    hashes: new Uint32Array(count),
    articles: new Uint32Array(count),
    next: new Uint16Array(count),
    before: new Uint16Array(count),
    levels: new Uint8Array(count),
  };
}

/**
 * `rows` as a shard is served.
 *
 * Numbers are LEB128. First how many grams there are; then for each how much greater its hash is than the one before; for each twice
 * the number of its articles, and one more when it stands above the body somewhere; then for all rows how much greater the article is
 * than the one before of the same gram (the first: than -1, less one); all `next`, first the lower bytes, then the upper ones; all `before` in the same way; and the `levels` of the grams that have any. Likes
 * beside likes compress best.
 */
export function encodeGramShard(rows: GramRows): Uint8Array {
  const { count, hashes, articles, levels } = rows;
  const [keys, heads, gaps, raised] = [
    new ByteWriter(count),
    new ByteWriter(count),
    new ByteWriter(count * 2),
    new ByteWriter(64),
  ];
  let grams = 0;
  for (let from = 0, last = 0; from < count; grams++) {
    const hash = hashes[from] ?? 0;
    let to = from;
    let level = 0;
    for (let before = -1; to < count && hashes[to] === hash; to++) {
      const article = articles[to] ?? 0;
      gaps.number(article - before - 1);
      before = article;
      level |= levels[to] ?? 0;
    }
    keys.number(hash - last);
    heads.number((to - from) * 2 + (level > 0 ? 1 : 0));
    if (level > 0) raised.all(levels.subarray(from, to));
    last = hash;
    from = to;
  }
  const all = new ByteWriter(count * 5);
  all.number(grams);
  const bits = [rows.next, rows.before].flatMap((each) => halves(each.subarray(0, count)));
  for (const part of [keys.written, heads.written, gaps.written, ...bits, raised.written]) all.all(part);
  return all.written;
}

/** The rows that `encodeGramShard` encoded. */
export function decodeGramShard(bytes: Uint8Array): GramRows {
  const reader = new ByteReader(bytes);
  const grams = reader.number();
  const keys = numbers(reader, grams);
  const heads = numbers(reader, grams);
  const rows = newGramRows(heads.reduce((sum, head) => sum + (head >>> 1), 0));
  let at = 0;
  let hash = 0;
  for (let gram = 0; gram < grams; gram++) {
    hash += keys[gram] ?? 0;
    const end = at + ((heads[gram] ?? 0) >>> 1);
    for (let before = -1; at < end; at++) {
      before += reader.number() + 1;
      rows.hashes[at] = hash;
      rows.articles[at] = before;
    }
  }
  for (const bits of [rows.next, rows.before]) joinHalves(bits, reader.all(rows.count), reader.all(rows.count));
  at = 0;
  for (const head of heads) {
    if ((head & 1) === 1) rows.levels.set(reader.all(head >>> 1), at);
    at += head >>> 1;
  }
  return rows;
}

function halves(numbers: Uint16Array): readonly Uint8Array[] {
  const [lower, upper] = [new Uint8Array(numbers.length), new Uint8Array(numbers.length)];
  for (let at = 0; at < numbers.length; at++) {
    lower[at] = numbers[at] ?? 0;
    upper[at] = (numbers[at] ?? 0) >>> 8;
  }
  return [lower, upper];
}

function joinHalves(numbers: Uint16Array, lower: Uint8Array, upper: Uint8Array): void {
  for (let at = 0; at < numbers.length; at++) numbers[at] = ((upper[at] ?? 0) << 8) | (lower[at] ?? 0);
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
