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
  /** How much of the article each term is, times how telling it is, as a square root, in units of 1 / `unit`. */
  readonly values: Uint16Array;
  /** How many articles have each term, by its number. */
  readonly frequencies: Uint32Array;
}

/** No vector is longer than this, as its values count it: the product of two is at most its square, below 2³⁰. */
export const unit = 0x7fff;

/** A term says nothing when more than one article in so many has it, unless the edition is small. */
const commonest = Number(process.env.CM ?? 4);
const smallEdition = 32;

/** Binary digits of a rarity after the point. */
const digits = 20;

/**
 * The articles' terms as vectors. The product of two is how alike two articles are, 1 for the same rarest words alone.
 *
 * A term that makes up the parts p and q of two articles (occurrences weighted by field) and has rarity r adds √p·√q·r
 * to it. So occurrences are damped, length is evened out and rarity counts once, as in BM25 (Robertson and Zaragoza,
 * “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009), in a form that is the same both ways, the
 * Bhattacharyya coefficient (1943). Lengths are the articles' own: with vectors cut to one length by the rarity of their terms,
 * a new article would stir half as many lists again. Only IEEE 754's exactly rounded operations are used, so that
 * every machine finds the same numbers.
 */
export function vectorsOf(articles: readonly Terms[]): Vectors {
  let most = smallEdition;
  while (most * 4 <= articles.length) most *= 2;
  const { starts, counts, ids, weights, lone, frequencies } = numberTerms(articles, most);
  const rarities = Float64Array.from(frequencies, (frequency) => logarithmOf(most / frequency));
  const rarest = logarithmOf(most);
  for (let article = 0; article < articles.length; article++) {
    const start = starts[article] ?? 0;
    const end = start + (counts[article] ?? 0);
    let length = (lone[article] ?? 0) * rarest;
    for (let at = start; at < end; at++) length += (weights[at] ?? 0) * (rarities[ids[at] ?? 0] ?? 0);
    for (let at = start; at < end; at++) {
      // The values take the place of the weights: at 20,000 articles another array would cost 30 MB.
      const part = ((weights[at] ?? 0) * (rarities[ids[at] ?? 0] ?? 0)) / length;
      weights[at] = Math.floor(unit * Math.sqrt(part));
    }
  }
  return { starts, counts, ids, values: weights, frequencies };
}

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
