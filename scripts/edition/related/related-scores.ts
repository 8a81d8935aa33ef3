import { worthOfStep } from "./related-rarity.ts";
import { type RelatedTexts, rootBits, rootMask } from "./related-texts.ts";
import { type RelatedVectors, sharesOf } from "./related-vectors.ts";

/** What relates two articles besides their text. */
export interface RelatedPlace {
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Its column, by a name without a space. */
  readonly column: string;
  /** Its topics, by such names, no two alike. */
  readonly topics?: readonly string[] | undefined;
}

/** What articles are compared by, all by their numbers; `steps` by the numbers of terms. */
export interface Compared {
  readonly texts: RelatedTexts;
  readonly steps: Uint8Array;
  readonly vectors: RelatedVectors;
  readonly places: readonly RelatedPlace[];
}

/** The unit of scores. */
export const millionth = 1e-6;

/**
 * Less alike is not related: nine in ten pairs of 3,000 articles drawn at random stay below this, while hardly two
 * articles that editors linked to one another did.
 */
const leastLikeness = 0.03;

/**
 * What a text's likeness is multiplied by: more for the same column, for each shared topic (as far as two) and for a
 * neighbour in time, half as much of that after a year. Text decides; these settle what is nearly even.
 */
const priors = { column: 0.1, topic: 0.25, topics: 2, time: 0.5 } as const;
const year = 365 * 24 * 60 * 60 * 1000;

/**
 * Scores one article after another against some others, by all their terms: in millionths from 30,000, with 1,000,000 for the same
 * text; 0 for what is not related.
 *
 * An article is taken as a distribution over terms, occurrences times rarity cut to a sum of 1, and two articles are as alike as the
 * Bhattacharyya coefficient of their distributions says. Occurrences are damped thereby, length is evened out and
 * rarity counts once, as in BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”,
 * 2009), but the same both ways. Sums are whole, and only operations that IEEE 754 rounds exactly follow, so that every machine
 * finds the same numbers, and so does each of two articles looking at the other.
 *
 * @returns a function that writes the scores of `others` into `scores`
 */
export function scorer(compared: Compared): (article: number, others: readonly number[], scores: Uint32Array) => void {
  const { texts, steps, vectors, places } = compared;
  const spread = new Uint16Array(steps.length);
  const shares = sharesOf(vectors);
  return (article, others, scores) => {
    spreadOut(spread, compared, article);
    const share = shares[article] ?? 0;
    const place = places[article];
    for (const [k, other] of others.entries()) {
      const likeness = multiply(spread, texts, other) * (share * (shares[other] ?? 0));
      const isRelated = likeness >= leastLikeness;
      scores[k] = isRelated ? Math.floor((likeness * priorOf(place, places[other])) / millionth) : 0;
    }
    clear(spread, texts, article);
  };
}

/** Puts each root of an article, times the rarity of its term, where the number of the term says. */
function spreadOut(spread: Uint16Array, { texts: { starts, parts }, steps }: Compared, article: number): void {
  const worths = worthOfStep;
  const end = starts[article + 1] ?? 0;
  for (let at = starts[article] ?? 0; at < end; at++) {
    const part = parts[at] ?? 0;
    const term = part >>> rootBits;
    spread[term] = Math.imul(worths[steps[term] ?? 0] ?? 0, part & rootMask);
  }
}

function clear(spread: Uint16Array, { starts, parts }: RelatedTexts, article: number): void {
  const end = starts[article + 1] ?? 0;
  for (let at = starts[article] ?? 0; at < end; at++) spread[(parts[at] ?? 0) >>> rootBits] = 0;
}

/** The product of a spread vector with the parts of another: a function of its own, which engines make twice as fast. */
function multiply(spread: Uint16Array, { starts, parts }: RelatedTexts, article: number): number {
  const bits = rootBits;
  const mask = rootMask;
  const end = starts[article + 1] ?? 0;
  let product = 0;
  for (let at = starts[article] ?? 0; at < end; at++) {
    const part = parts[at] ?? 0;
    product = (product + Math.imul(spread[part >>> bits] ?? 0, part & mask)) | 0;
  }
  return product;
}

/** What relates two articles besides their text, as a factor: the same both ways. */
export function priorOf(a: RelatedPlace | undefined, b: RelatedPlace | undefined): number {
  if (a === undefined || b === undefined) return 1;
  const years = Math.abs(a.published - b.published) / year;
  const shared = a.topics === undefined || b.topics === undefined ? 0 : countShared(a.topics, b.topics);
  return (
    (1 + priors.time / (1 + years)) *
    (1 + priors.topic * Math.min(shared, priors.topics)) *
    (a.column === b.column ? 1 + priors.column : 1)
  );
}

function countShared(some: readonly string[], others: readonly string[]): number {
  let shared = 0;
  for (const each of some) if (others.includes(each)) shared++;
  return shared;
}
