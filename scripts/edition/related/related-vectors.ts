import { leadsOnStep, rarityStep, worthOfStep } from "./related-rarity.ts";
import { type RelatedTexts, rootBits, rootMask } from "./related-texts.ts";

/** So many of an article's terms, the most telling ones, lead to others like it. */
export const tellingTerms = 128;

/** What the rarity of terms makes of the articles' texts. */
export interface RelatedVectors {
  /** The square of each article's length: its squared roots, each times the rarity of its term, added up. */
  readonly squares: Uint32Array;
  /** The most telling parts of article `i`: the `counts[i]` at `i * tellingTerms` and after, in the order of their hashes. */
  readonly telling: Uint32Array;
  readonly counts: Uint32Array;
}

/** Room for the vectors of so many articles, all without a term. */
export function newVectors(articles: number): RelatedVectors {
  return {
    squares: new Uint32Array(articles),
    telling: new Uint32Array(articles * tellingTerms),
    counts: new Uint32Array(articles),
  };
}

/** The step of rarity of each term, by its number. */
export function stepsOf({ settled, frequencies }: RelatedTexts): Uint8Array {
  const steps = new Uint8Array(frequencies.length);
  for (let term = 0; term < steps.length; term++) steps[term] = rarityStep(settled[term] ?? 0, frequencies[term] ?? 0);
  return steps;
}

/** What a product of two articles’ vectors is multiplied by for each of them, so that an article is as long as 1. */
export function sharesOf({ squares }: RelatedVectors): Float64Array {
  const shares = new Float64Array(squares.length);
  for (let article = 0; article < shares.length; article++) shares[article] = 1 / Math.sqrt(squares[article] ?? 0);
  return shares;
}

/** Weights are told apart up to this one when the most telling are chosen. */
const heaviest = 1023;
/** The square of the root of weight 1. */
const squareBits = 8;

/**
 * Makes the vectors of one article after another, and puts them into `vectors`.
 *
 * @param steps as `stepsOf` gives them
 */
export function vectorMaker(
  texts: RelatedTexts,
  steps: Uint8Array,
  vectors: RelatedVectors,
): (article: number) => void {
  const { starts, parts } = texts;
  const { squares, telling, counts } = vectors;
  const weights = new Uint16Array(longest(starts));
  const weightCounts = new Uint16Array(heaviest + 1);
  return (article) => {
    const start = starts[article] ?? 0;
    const end = starts[article + 1] ?? 0;
    weightCounts.fill(0);
    let square = 0;
    for (let at = start; at < end; at++) {
      const part = parts[at] ?? 0;
      const step = steps[part >>> rootBits] ?? 0;
      const root = part & rootMask;
      const weighed = Math.imul(worthOfStep[step] ?? 0, Math.imul(root, root));
      square += weighed;
      const weight = leadsOnStep[step] === 1 ? Math.min(heaviest, weighed >>> squareBits) : 0;
      weights[at - start] = weight;
      weightCounts[weight] = (weightCounts[weight] ?? 0) + 1;
    }
    squares[article] = square;
    // All parts of weight `least` and above find room, and `room` more of just below.
    let least = heaviest + 1;
    let room = tellingTerms;
    while (least > 1 && room >= (weightCounts[least - 1] ?? 0)) room -= weightCounts[--least] ?? 0;
    let next = article * tellingTerms;
    for (let at = start; at < end; at++) {
      const weight = weights[at - start] ?? 0;
      if (weight === 0 || weight < least - 1 || (weight === least - 1 && room-- <= 0)) continue;
      telling[next++] = parts[at] ?? 0;
    }
    counts[article] = next - article * tellingTerms;
  };
}

function longest(starts: Uint32Array): number {
  let most = 0;
  for (let i = 1; i < starts.length; i++) most = Math.max(most, (starts[i] ?? 0) - (starts[i - 1] ?? 0));
  return most;
}
