import type { ArticleGrams } from "./article-grams.ts";

/** `grams` as bytes, in the byte order of this machine: their number, four arrays, then the words, a line for each level. */
export function packGrams({ hashes, next, before, levels, words }: ArticleGrams): Uint8Array {
  const count = hashes.length;
  const text = Buffer.from(words.map((each) => each.join(" ")).join("\n"));
  const bytes = new Uint8Array(4 + count * 9 + text.length);
  bytes.set(new Uint8Array(Uint32Array.of(count).buffer));
  bytes.set(new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength), 4);
  bytes.set(new Uint8Array(next.buffer, next.byteOffset, next.byteLength), 4 + count * 4);
  bytes.set(new Uint8Array(before.buffer, before.byteOffset, before.byteLength), 4 + count * 6);
  bytes.set(levels, 4 + count * 8);
  bytes.set(text, 4 + count * 9);
  return bytes;
}

/** The grams that `packGrams` packed. */
export function unpackGrams(bytes: Uint8Array): ArticleGrams {
  // A view needs its numbers at even addresses, so they are copied.
  const own = bytes.slice();
  const [count = 0] = new Uint32Array(own.buffer, 0, 1);
  const text = Buffer.from(own.buffer, 4 + count * 9).toString();
  return {
    hashes: new Uint32Array(own.buffer, 4, count),
    next: new Uint16Array(own.buffer, 4 + count * 4, count),
    before: new Uint16Array(own.buffer, 4 + count * 6, count),
    levels: own.subarray(4 + count * 8, 4 + count * 9),
    words: text.split("\n").map((line) => (line === "" ? [] : line.split(" "))),
  };
}
