import { worthOfStep } from "./related-rarity.ts";
import { rootBits, rootMask } from "./related-texts.ts";
import { type RelatedVectors, sharesOf, tellingTerms } from "./related-vectors.ts";

/** The articles that share a telling term with one article, in no order that means anything. */
export interface Meetings {
  readonly others: Uint32Array;
  /** How alike the telling terms are, from 1 up to 1,000,001. */
  readonly ranks: Uint32Array;
  /** How many of both arrays are taken. */
  size: number;
}

/** From each term to the articles it is telling for: from `starts[term]` up to `starts[term + 1]`, an article times 256 plus a root each. */
interface Postings {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

const millionth = 1e-6;

/**
 * Finds, for one of `articles` after another, all that share a telling term with it, never the article itself.
 *
 * How two articles meet is the same number from either side.
 *
 * @param steps as `stepsOf` gives them
 * @returns a function whose result is good until the next call
 */
export function meetingFinder(
  vectors: RelatedVectors,
  steps: Uint8Array,
  articles: Iterable<number>,
): (article: number) => Meetings {
  const { telling, counts } = vectors;
  const { starts, places } = postingsOf(vectors, termsToldBy(vectors, steps.length, articles));
  const sums = new Uint32Array(counts.length);
  const meetings = { others: new Uint32Array(counts.length), ranks: new Uint32Array(counts.length), size: 0 };
  const { others, ranks } = meetings;
  const shares = sharesOf(vectors);
  return (article) => {
    const bits = rootBits;
    const mask = rootMask;
    const first = article * tellingTerms;
    const last = first + (counts[article] ?? 0);
    let met = 0;
    for (let i = first; i < last; i++) {
      const part = telling[i] ?? 0;
      const term = part >>> rootBits;
      const value = Math.imul(worthOfStep[steps[term] ?? 0] ?? 0, part & rootMask);
      const end = starts[term + 1] ?? 0;
      for (let at = starts[term] ?? 0; at < end; at++) {
        const place = places[at] ?? 0;
        const other = place >>> bits;
        const sum = sums[other] ?? 0;
        if (sum === 0) others[met++] = other;
        sums[other] = sum + Math.imul(value, place & mask);
      }
    }
    const share = shares[article] ?? 0;
    let size = 0;
    for (let i = 0; i < met; i++) {
      const other = others[i] ?? 0;
      const sum = sums[other] ?? 0;
      sums[other] = 0;
      if (other === article) continue;
      others[size] = other;
      ranks[size++] = 1 + Math.floor((sum * (share * (shares[other] ?? 0))) / millionth);
    }
    meetings.size = size;
    return meetings;
  };
}

/** 1 for each term that is telling for one of `articles`. */
function termsToldBy({ telling, counts }: RelatedVectors, terms: number, articles: Iterable<number>): Uint8Array {
  const told = new Uint8Array(terms);
  for (const article of articles) {
    const first = article * tellingTerms;
    const last = first + (counts[article] ?? 0);
    for (let i = first; i < last; i++) told[(telling[i] ?? 0) >>> rootBits] = 1;
  }
  return told;
}

/** The telling parts of all articles turned round, for the terms in `told` alone. */
function postingsOf({ telling, counts }: RelatedVectors, told: Uint8Array): Postings {
  const starts = new Uint32Array(told.length + 2);
  for (let article = 0; article < counts.length; article++) {
    const first = article * tellingTerms;
    const last = first + (counts[article] ?? 0);
    for (let i = first; i < last; i++) {
      const term = (telling[i] ?? 0) >>> rootBits;
      if (told[term] === 1) starts[term + 2] = (starts[term + 2] ?? 0) + 1;
    }
  }
  for (let term = 2; term < starts.length; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const places = new Uint32Array(starts[starts.length - 1] ?? 0);
  for (let article = 0; article < counts.length; article++) {
    const first = article * tellingTerms;
    const last = first + (counts[article] ?? 0);
    for (let i = first; i < last; i++) {
      const part = telling[i] ?? 0;
      const term = part >>> rootBits;
      if (told[term] !== 1) continue;
      // One place further on until here, each start ends up as its own when its last posting is in.
      const at = starts[term + 1] ?? 0;
      places[at] = (article << rootBits) | (part & rootMask);
      starts[term + 1] = at + 1;
    }
  }
  return { starts, places };
}
