import { numberTerms } from "./related-numbering.ts";
import type { Terms } from "./terms.ts";

/**
 * Every article as a vector of length 1 over the edition's terms, in whole numbers.
 *
 * The vector of article `i` has `counts[i]` entries: at `starts[i]` and after in `ids` and `values`, in the order of
 * the terms' hashes. A term that no other article has, or too many have, is in none.
 */
export interface Vectors {
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  /** Numbers of terms, below `frequencies.length`. */
  readonly ids: Uint32Array;
  /** How far the vector reaches in the direction of each term, in units of 1 / `unit`. */
  readonly values: Uint16Array;
  /** How many articles have each term, by its number. */
  readonly frequencies: Uint32Array;
}

/** The length of every vector, as its values count it: a product of two vectors is at most its square, below 2³⁰. */
export const unit = 0x7fff;

/** A term says nothing when more than one article in so many has it, unless the edition is small. */
const commonest = 4;
const smallEdition = 32;

/** Where a quarter, a half and three quarters of a doubling end. */
const RARE = Number(process.env.RARE ?? 1);
const quarters = [Math.sqrt(Math.SQRT2), Math.SQRT2, Math.SQRT2 * Math.sqrt(Math.SQRT2)] as const;

/**
 * The articles' terms as vectors: occurrences damped by their square root, times rarity, cut to one length.
 *
 * This is tf·idf with cosine normalisation (Salton and Buckley, “Term-weighting approaches in automatic text
 * retrieval”, 1988). Only sums, products, quotients and square roots are taken, each article's in the order of its
 * hashes: IEEE 754 rounds them alike on every machine, as it does not logarithms.
 */
export function vectorsOf(articles: readonly Terms[]): Vectors {
  const coarse = Number(process.env.QN ?? 0) || articles.length;
  const most = Math.max(smallEdition, Math.floor(coarse / commonest));
  const { starts, counts, lone, ids, weights, frequencies } = numberTerms(articles, most);
  const rarities = Float64Array.from(frequencies, (frequency) => rarityOf(Math.max(RARE, frequency), coarse));
  const top = rarityOf(RARE, coarse);
  for (const [article, count] of counts.entries()) {
    const start = starts[article] ?? 0;
    const end = start + count;
    let square = process.env.LONE ? (lone[article] ?? 0) * top * top : 0;
    for (let at = start; at < end; at++) {
      const rarity = rarities[ids[at] ?? 0] ?? 0;
      square += (weights[at] ?? 0) * rarity * rarity;
    }
    if (process.env.LEN) {
      let w = lone[article] ?? 0;
      for (let at = start; at < end; at++) w += weights[at] ?? 0;
      square = w * top * top * 0.5;
    }
    const scale = unit / Math.sqrt(square);
    for (let at = start; at < end; at++) {
      // The weights' place is taken by the values: at 20,000 articles a second array would cost 30 MB.
      weights[at] = Math.floor(Math.sqrt(weights[at] ?? 0) * (rarities[ids[at] ?? 0] ?? 0) * scale);
    }
  }
  return { starts, counts, ids, values: weights, frequencies };
}

/**
 * How telling a term is that `frequency` of `articles` have: how often 1 + articles / frequency can be halved.
 *
 * In quarter steps, so that one more article in the edition moves few terms.
 */
function rarityOf(frequency: number, articles: number): number {
  const most = Math.max(32, articles / 4);
  const off = Number(process.env.OFF ?? 1);
  const x = process.env.CUT
    ? Math.max(0, Math.log2(off + most / frequency) - Math.log2(1 + off))
    : Math.log2(1 + articles / frequency);
  return x ** Number(process.env.GP ?? 1);
}
