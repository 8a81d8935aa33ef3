import { numberTerms } from "./related-numbering.ts";
import type { Terms } from "./terms.ts";

/**
 * Every article as a vector over the edition's terms, in whole numbers.
 *
 * The vector of article `i` has `counts[i]` entries: at `starts[i]` and after in `ids` and `values`, in the order of
 * the terms' hashes. A term that no other article has, or too many have, is in none.
 */
export interface Vectors {
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  /** Numbers of terms, below `frequencies.length`. */
  readonly ids: Uint32Array;
  /** The square root of each term's part in its article, rare terms counting more, in units of 1 / `unit`. */
  readonly values: Uint16Array;
  /** How many articles have each term, by its number. */
  readonly frequencies: Uint32Array;
}

/** The length of every vector, as its values count it: a product of two is at most its square, below 2³⁰. */
export const unit = 0x7fff;

/** In smaller editions than this, a term in every article still says a little. */
const smallEdition = 32;

/** Binary digits of a logarithm after the point. */
const digits = 20;

/**
 * The articles' terms as vectors, whose product is how alike two articles are: 1 for the same text, 0 for no shared term.
 *
 * An article is taken as a distribution over terms, tf·idf cut to a sum of 1, and two articles are as alike as the
 * Bhattacharyya coefficient of their distributions says. Occurrences are damped thereby, length is evened out and
 * rarity counts once, as in BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”,
 * 2009), but the same both ways. Only operations that IEEE 754 rounds exactly are used, each article's in the order of its
 * hashes, so that every machine finds the same numbers.
 */
export function vectorsOf(articles: readonly Terms[]): Vectors {
  const most = mostOf(articles.length);
  const { starts, counts, ids, weights, lone, frequencies } = numberTerms(articles, most);
  const rarities = Float64Array.from(frequencies, (frequency) => logarithmOf(most / frequency));
  const rarest = logarithmOf(most);
  for (let article = 0; article < articles.length; article++) {
    const start = starts[article] ?? 0;
    const end = start + (counts[article] ?? 0);
    let sum = (lone[article] ?? 0) * rarest;
    for (let at = start; at < end; at++) sum += (weights[at] ?? 0) * (rarities[ids[at] ?? 0] ?? 0);
    for (let at = start; at < end; at++) {
      // The values take the place of the weights: at 20,000 articles another array would cost 30 MB.
      const part = ((weights[at] ?? 0) * (rarities[ids[at] ?? 0] ?? 0)) / sum;
      weights[at] = Math.floor(unit * Math.sqrt(part));
    }
  }
  return { starts, counts, ids, values: weights, frequencies };
}

/**
 * In how many articles a term says nothing: the power of two between a quarter and a half of them.
 *
 * Rarity is counted from here, 0 for such a term and 1 more for each halving. So no term drops out of a sudden, and an
 * article more moves nothing but its own terms, save when the number of articles has doubled.
 */
function mostOf(articles: number): number {
  let most = smallEdition;
  while (most * 4 <= articles) most *= 2;
  return most;
}

/** The binary logarithm of a number from 1, digit by digit, since engines differ in the last bits of `Math.log2`. */
function logarithmOf(number: number): number {
  let rest = number;
  let logarithm = 0;
  for (; rest >= 2; rest /= 2) logarithm++;
  for (let digit = 1; digit <= digits; digit++) {
    rest *= rest;
    if (rest < 2) continue;
    rest /= 2;
    logarithm += 1 / (1 << digit);
  }
  return logarithm;
}
