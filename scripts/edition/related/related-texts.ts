/**
 * What the articles of an edition say, their terms numbered.
 *
 * The terms of article `i` stand in `parts` from `starts[i]` up to `starts[i + 1]`, in the order of their hashes. A part is the
 * number of a term times 256 plus its root.
 */
export interface RelatedTexts {
  readonly starts: Uint32Array;
  readonly parts: Uint32Array;
  /** The bucket of each term, by its number. */
  readonly buckets: Uint32Array;
  /** How many articles have each term, by its number. */
  readonly frequencies: Uint32Array;
  /** The number of the newest settled article (`settledFrom`). */
  readonly settledFrom: number;
  /** How many settled articles have each term, by its number. */
  readonly settled: Uint32Array;
}

/**
 * Terms are told apart by the first 21 bits of their hashes. Two that fall into one bucket count as one; among the two or three hundred thousand
 * terms of some thousand articles that changes no list for the worse.
 */
export const bucketCount = 1 << 21;
const bucketShift = 11;

/**
 * A part is a number above this many bits and a root within them.
 *
 * Hot loops take a copy of these: an imported constant is looked up at every turn, which doubles their time (Node 20).
 */
export const rootBits = 8;
export const rootMask = 255;

/** From this weight on a root is 255. */
const heaviest = 254;
const roots = Uint8Array.from({ length: heaviest + 1 }, (_, weight) => Math.round(16 * Math.sqrt(weight)));

/** Counts `one` more, or with −1 one less, in `counts` for every term of an article. */
export function countTerms(
  counts: Uint32Array,
  { starts, parts }: Pick<RelatedTexts, "starts" | "parts">,
  article: number,
  one = 1,
): void {
  const end = starts[article + 1] ?? 0;
  for (let at = starts[article] ?? 0; at < end; at++) {
    const term = (parts[at] ?? 0) >>> rootBits;
    counts[term] = (counts[term] ?? 0) + one;
  }
}

/** The bucket of a term's hash; ascending hashes have ascending buckets. */
export function bucketOf(hash: number): number {
  return hash >>> bucketShift;
}

/** The square root of a term's weight in sixteenths: occurrences are damped thereby. */
export function rootOf(weight: number): number {
  return roots[Math.min(weight, heaviest)] ?? 0;
}
