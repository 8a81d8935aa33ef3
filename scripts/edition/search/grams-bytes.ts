import type { ArticleGrams } from "./article-grams.ts";

/** `grams` as bytes, in the byte order of this machine: the leaves, which tell their size, then the words. */
export function packGrams({ leaves, words }: ArticleGrams): Uint8Array {
  const bytes = new Uint8Array(leaves.byteLength + Buffer.byteLength(words));
  bytes.set(new Uint8Array(leaves.buffer, leaves.byteOffset, leaves.byteLength));
  Buffer.from(bytes.buffer).write(words, leaves.byteLength);
  return bytes;
}
