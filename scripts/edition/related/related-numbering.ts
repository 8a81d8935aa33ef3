import { bucketCount, bucketOf, countTerms, type RelatedTexts, rootBits, rootOf } from "./related-texts.ts";
import type { Terms } from "./terms.ts";

/** Numbers the terms of all articles, those that many articles have first: what is often looked up lies together. */
export function numberTerms(articles: readonly Terms[], settledFrom: number): RelatedTexts {
  const counts = new Uint32Array(bucketCount);
  const starts = new Uint32Array(articles.length + 1);
  for (const [i, terms] of articles.entries()) starts[i + 1] = (starts[i] ?? 0) + countBuckets(terms, counts);
  const { buckets, frequencies } = numberBuckets(counts);
  // What was a bucket's frequency becomes its number.
  for (let number = 0; number < buckets.length; number++) counts[buckets[number] ?? 0] = number;
  const parts = new Uint32Array(starts[articles.length] ?? 0);
  for (const [i, terms] of articles.entries()) writeParts(terms, counts, parts.subarray(starts[i], starts[i + 1]));
  const settled = new Uint32Array(buckets.length);
  for (let i = settledFrom; i < articles.length; i++) countTerms(settled, { starts, parts }, i);
  return { starts, parts, buckets, frequencies, settledFrom, settled };
}

/**
 * Counts one more in `counts` for every bucket that `terms` has.
 *
 * @returns how many these are
 */
function countBuckets({ hashes }: Terms, counts: Uint32Array): number {
  let size = 0;
  let last = -1;
  for (let at = 0; at < hashes.length; at++) {
    const bucket = bucketOf(hashes[at] ?? 0);
    if (bucket === last) continue;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    last = bucket;
    size++;
  }
  return size;
}

/** Writes the parts of an article into `parts`, which is just as long, given the number of each bucket. */
export function writeParts({ hashes, weights }: Terms, numbers: Uint32Array, parts: Uint32Array): void {
  let size = 0;
  let last = -1;
  let weight = 0;
  for (let at = 0; at < hashes.length; at++) {
    const bucket = bucketOf(hashes[at] ?? 0);
    weight = (bucket === last ? weight : 0) + (weights[at] ?? 0);
    if (bucket !== last) size++;
    last = bucket;
    parts[size - 1] = ((numbers[bucket] ?? 0) << rootBits) | rootOf(weight);
  }
}

/** How many parts an article has: fewer than terms where two fall into one bucket. */
export function partCount({ hashes }: Terms): number {
  let size = 0;
  let last = -1;
  for (let at = 0; at < hashes.length; at++) {
    const bucket = bucketOf(hashes[at] ?? 0);
    if (bucket !== last) size++;
    last = bucket;
  }
  return size;
}

/** Numbers go first to terms in 128 articles or more, then to those in 16 or more, and so on. */
const ranges = [
  [128, Number.POSITIVE_INFINITY],
  [16, 128],
  [2, 16],
  [1, 2],
] as const;

/** The buckets that are in use, by range and then ascending, and how many articles have each. */
function numberBuckets(counts: Uint32Array): Pick<RelatedTexts, "buckets" | "frequencies"> {
  let total = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) if (counts[bucket] !== 0) total++;
  const buckets = new Uint32Array(total);
  const frequencies = new Uint32Array(total);
  let number = 0;
  for (const [from, below] of ranges) {
    for (let bucket = 0; bucket < counts.length; bucket++) {
      const frequency = counts[bucket] ?? 0;
      if (frequency < from || frequency >= below) continue;
      buckets[number] = bucket;
      frequencies[number++] = frequency;
    }
  }
  return { buckets, frequencies };
}
