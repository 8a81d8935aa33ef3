import type { Terms } from "./terms.ts";

/** `terms` as bytes: all hashes, then all weights, in the byte order of this machine. */
export function packTerms({ hashes, weights }: Terms): Uint8Array {
  const bytes = new Uint8Array(hashes.byteLength + weights.byteLength);
  bytes.set(new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength));
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), hashes.byteLength);
  return bytes;
}

/** The terms that `packTerms` packed. */
export function unpackTerms(bytes: Uint8Array): Terms {
  const count = bytes.length / 6;
  // A view needs its numbers at even addresses, so they are copied.
  const own = bytes.slice().buffer;
  return { hashes: new Uint32Array(own, 0, count), weights: new Uint16Array(own, count * 4, count) };
}
