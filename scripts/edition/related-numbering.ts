import type { Terms } from "./terms.ts";

/**
 * The terms of an edition's articles, numbered from 0, as far as two articles or more share them.
 *
 * Article `i` has `counts[i]` terms: at `starts[i]` and after in `ids` and `weights`, in the order of their hashes.
 */
export interface Numbering {
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  readonly ids: Uint32Array;
  /** As `Terms.weights`. */
  readonly weights: Uint16Array;
  /** The sum of the weights of the terms that each article shares with no other. */
  readonly lone: Uint32Array;
  /** How many articles have each term, by its number. */
  readonly frequencies: Uint32Array;
}

/** About so many terms go through one table: few enough for a processor’s cache, enough to seldom change articles. */
const termsAtATime = 1 << 20;
const allHashes = 2 ** 32;

/** Instead of a number: a term of one article alone, and a term that too many have. */
const unshared = 0xffff_ffff;
const common = 0xffff_fffe;

/** Some of the terms of every article: of article `i` those from `from[i]` up to `to[i]`. */
interface Part {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * Numbers the terms that two articles or more have, but fewer than `most`.
 *
 * Hashes are ascending in each article, so all articles are walked side by side, one range of hashes after another.
 * Time and memory grow with the terms alone. A term's number means nothing but itself.
 */
export function numberTerms(articles: readonly Terms[], most: number): Numbering {
  const starts = startsOf(articles);
  const total = starts[articles.length] ?? 0;
  const counts = new Uint32Array(articles.length);
  const lone = new Uint32Array(articles.length);
  const ids = new Uint32Array(total);
  const weights = new Uint16Array(total);
  const frequencies: number[] = [];
  for (const part of partsOf(articles, total)) {
    // Until its number is known, a term's slot stands in `ids`, at its place among all terms of its article.
    const found = slotTerms(articles, part, starts, ids);
    const numbers = new Uint32Array(found.length);
    for (let slot = 0; slot < found.length; slot++) {
      const frequency = found[slot] ?? 0;
      if (frequency < 2) numbers[slot] = unshared;
      else numbers[slot] = frequency < most ? frequencies.push(frequency) - 1 : common;
    }
    for (let i = 0; i < articles.length; i++) {
      const start = starts[i] ?? 0;
      const all = articles[i]?.weights ?? weights;
      const to = part.to[i] ?? 0;
      let next = start + (counts[i] ?? 0);
      for (let at = part.from[i] ?? 0; at < to; at++) {
        const number = numbers[ids[start + at] ?? 0] ?? unshared;
        if (number === common) continue;
        if (number === unshared) {
          lone[i] = (lone[i] ?? 0) + (all[at] ?? 0);
          continue;
        }
        ids[next] = number;
        weights[next++] = all[at] ?? 0;
      }
      counts[i] = next - start;
    }
  }
  return { starts, counts, ids, weights, lone, frequencies: Uint32Array.from(frequencies) };
}

/** Where each article's terms would begin if all stood in one row, and the length of that row. */
function startsOf(articles: readonly Terms[]): Uint32Array {
  const starts = new Uint32Array(articles.length + 1);
  for (const [i, { hashes }] of articles.entries()) starts[i + 1] = (starts[i] ?? 0) + hashes.length;
  return starts;
}

/** The articles' `total` terms in ranges of hashes, ascending. */
function* partsOf(articles: readonly Terms[], total: number): Generator<Part> {
  const parts = Math.max(1, Math.ceil(total / termsAtATime));
  let from = new Uint32Array(articles.length);
  for (let part = 1; part <= parts; part++) {
    const end = Math.ceil((allHashes / parts) * part);
    const to = new Uint32Array(articles.length);
    for (const [i, { hashes }] of articles.entries()) {
      let at = from[i] ?? 0;
      while (at < hashes.length && (hashes[at] ?? 0) < end) at++;
      to[i] = at;
    }
    yield { from, to };
    from = to;
  }
}

/**
 * Gives every term of `part` a slot, written into `ids`.
 *
 * @returns how many articles have the term of each slot; 0 where a slot is free
 */
function slotTerms(articles: readonly Terms[], part: Part, starts: Uint32Array, ids: Uint32Array): Uint32Array {
  let size = 0;
  for (const [i, from] of part.from.entries()) size += (part.to[i] ?? 0) - from;
  const mask = 2 ** Math.ceil(Math.log2(2 * size + 2)) - 1;
  const keys = new Uint32Array(mask + 1);
  const found = new Uint32Array(mask + 1);
  for (let i = 0; i < articles.length; i++) {
    const hashes = articles[i]?.hashes ?? keys;
    const start = starts[i] ?? 0;
    const to = part.to[i] ?? 0;
    for (let at = part.from[i] ?? 0; at < to; at++) {
      const hash = hashes[at] ?? 0;
      let slot = hash & mask;
      while (found[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
      keys[slot] = hash;
      found[slot] = (found[slot] ?? 0) + 1;
      ids[start + at] = slot;
    }
  }
  return found;
}
