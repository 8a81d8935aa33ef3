import type { Terms } from "./terms.ts";

/**
 * The terms of an edition's articles, numbered from 0, as far as two articles or more share them.
 *
 * Article `i` has `counts[i]` terms: at `starts[i]` and after in `ids` and `weights`, in the order of their hashes.
 */
export interface Numbering {
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  /** The sum of the weights of the terms that no other article has. */
  readonly lone: Float64Array;
  readonly ids: Uint32Array;
  /** As `Terms.weights`. */
  readonly weights: Uint16Array;
  /** How many articles have each term, by its number. */
  readonly frequencies: Uint32Array;
}

/** About so many terms go through the table at a time: it then stays in a processor's cache. */
const termsAtATime = 1 << 16;
const allHashes = 2 ** 32;

/** How many articles have each hash; a slot whose frequency is 0 is free. */
interface Table {
  readonly mask: number;
  readonly keys: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Some of the terms of every article: of article `i` those from `from[i]` up to `to[i]`. */
interface Part {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * Numbers the terms that at least two and at most `most` of the articles have.
 *
 * Hashes are ascending in each article, so all articles are walked side by side, one range of hashes after another.
 * Time and memory grow with the terms alone. A term's number means nothing but itself.
 */
export function numberTerms(articles: readonly Terms[], most: number): Numbering {
  const starts = startsOf(articles);
  const total = starts[articles.length] ?? 0;
  const counts = new Uint32Array(articles.length);
  const lone = new Float64Array(articles.length);
  const ids = new Uint32Array(total);
  const weights = new Uint16Array(total);
  const frequencies: number[] = [];
  for (const part of partsOf(articles, total)) {
    const table = frequenciesOf(articles, part);
    const numbers = table.frequencies.map(
      (frequency) => (frequency < 2 || frequency > most ? 0 : frequencies.push(frequency)), // counted from 1; 0 means none
    );
    for (const [i, terms] of articles.entries()) {
      const start = starts[i] ?? 0;
      let next = start + (counts[i] ?? 0);
      for (let at = part.from[i] ?? 0; at < (part.to[i] ?? 0); at++) {
        const slot = slotOf(table, terms.hashes[at] ?? 0);
        const number = numbers[slot] ?? 0;
        if (table.frequencies[slot] === 1) lone[i] = (lone[i] ?? 0) + (terms.weights[at] ?? 0);
        if (number === 0) continue;
        ids[next] = number - 1;
        weights[next] = terms.weights[at] ?? 0;
        next++;
      }
      counts[i] = next - start;
    }
  }
  return {
    starts,
    counts,
    lone,
    ids,
    weights,
    frequencies: Uint32Array.from(frequencies),
  };
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
    const to = Uint32Array.from(articles, ({ hashes }, i) => {
      let at = from[i] ?? 0;
      while (at < hashes.length && (hashes[at] ?? 0) < end) at++;
      return at;
    });
    yield { from, to };
    from = to;
  }
}

/** How many articles have each term of `part`. */
function frequenciesOf(articles: readonly Terms[], part: Part): Table {
  let size = 0;
  for (const [i, from] of part.from.entries()) size += (part.to[i] ?? 0) - from;
  const capacity = 2 ** Math.ceil(Math.log2(2 * size + 2));
  const table = {
    mask: capacity - 1,
    keys: new Uint32Array(capacity),
    frequencies: new Uint32Array(capacity),
  };
  for (const [i, { hashes }] of articles.entries()) {
    for (let at = part.from[i] ?? 0; at < (part.to[i] ?? 0); at++) {
      const hash = hashes[at] ?? 0;
      const slot = slotOf(table, hash);
      table.keys[slot] = hash;
      table.frequencies[slot] = (table.frequencies[slot] ?? 0) + 1;
    }
  }
  return table;
}

/** The slot that holds `hash`, or the free one where it belongs. */
function slotOf({ mask, keys, frequencies }: Table, hash: number): number {
  let slot = hash & mask;
  while (frequencies[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
