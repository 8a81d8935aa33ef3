import { newBest, offer } from "./related-best.ts";
import type { Vectors } from "./related-vectors.ts";

/** So many of an article's terms, the most telling ones, lead to others like it. */
const tellingTerms = 128;

/** So many others are compared in full with each article. */
export const mostCandidates = 32;

/**
 * A term in more articles than this leads nowhere.
 *
 * It bounds the work for one article, however many there are: finding candidates is never quadratic.
 */
const longestPosting = 1000;

/** Values are told apart in 2,048 steps when the most telling are chosen. */
const steps = 2048;
const perStep = 16;

/** The most telling entries of every vector: of article `i` the `counts[i]` at `i * tellingTerms` and after. */
interface Telling {
  readonly entries: Uint32Array;
  readonly counts: Uint32Array;
}

/** From each term to the articles it is telling for: those at `starts[term]` up to `starts[term + 1]`. */
interface Postings {
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
  readonly values: Uint16Array;
}

/**
 * Finds, for one article after another, the others that share most of its most telling terms.
 *
 * @returns a function from an article's number to at most 32 others, best first, never the article itself; the array
 *   is good until the next call
 */
export function candidateFinder(vectors: Vectors): (article: number) => Int32Array {
  const telling = tellingOf(vectors);
  const postings = postingsOf(vectors, telling);
  const sums = new Int32Array(vectors.counts.length);
  const met = new Uint32Array(vectors.counts.length);
  const best = newBest(mostCandidates);
  const { ids, values } = vectors;
  const { starts, articles: postingArticles, values: postingValues } = postings;
  return (article) => {
    let size = 0;
    const first = article * tellingTerms;
    const last = first + (telling.counts[article] ?? 0);
    for (let i = first; i < last; i++) {
      const entry = telling.entries[i] ?? 0;
      const term = ids[entry] ?? 0;
      const value = values[entry] ?? 0;
      const end = starts[term + 1] ?? 0;
      for (let at = starts[term] ?? 0; at < end; at++) {
        const other = postingArticles[at] ?? 0;
        const sum = sums[other] ?? 0;
        if (sum === 0) met[size++] = other;
        sums[other] = (sum + Math.imul(value, postingValues[at] ?? 0)) | 0;
      }
    }
    best.size = 0;
    for (let i = 0; i < size; i++) {
      const other = met[i] ?? 0;
      if (other !== article) offer(best, other, sums[other] ?? 0);
      sums[other] = 0;
    }
    return best.articles.subarray(0, best.size);
  };
}

/** The entries with the highest values; of equal ones those first in the vector. */
function tellingOf(vectors: Vectors): Telling {
  const entries = new Uint32Array(vectors.counts.length * tellingTerms);
  const counts = new Uint32Array(vectors.counts.length);
  const stepCounts = new Uint32Array(steps);
  for (const [article, count] of vectors.counts.entries()) {
    const start = vectors.starts[article] ?? 0;
    stepCounts.fill(0);
    for (let at = start; at < start + count; at++) {
      const step = stepOf(vectors, at);
      stepCounts[step] = (stepCounts[step] ?? 0) + 1;
    }
    let least = steps;
    let room = tellingTerms;
    while (least > 1 && room >= (stepCounts[least - 1] ?? 0)) {
      least--;
      room -= stepCounts[least] ?? 0;
    }
    // Everything from step `least` on fits, and `room` more of the step below.
    let size = 0;
    for (let at = start; at < start + count; at++) {
      const step = stepOf(vectors, at);
      if (step < least - 1 || step === 0 || (step === least - 1 && room-- <= 0)) continue;
      entries[article * tellingTerms + size++] = at;
    }
    counts[article] = size;
  }
  return { entries, counts };
}

/** The step, from 0 to 2,047, of an entry's value; 0 for a term that leads nowhere. */
function stepOf({ ids, values, frequencies }: Vectors, entry: number): number {
  const value = values[entry] ?? 0;
  if (value === 0 || (frequencies[ids[entry] ?? 0] ?? 0) > longestPosting) return 0;
  return Math.min(steps - 1, 1 + Math.floor(value / perStep));
}

/** The telling entries turned round. */
function postingsOf(vectors: Vectors, telling: Telling): Postings {
  const starts = new Uint32Array(vectors.frequencies.length + 2);
  forEachTelling(telling, (_, entry) => {
    const after = (vectors.ids[entry] ?? 0) + 2;
    starts[after] = (starts[after] ?? 0) + 1;
  });
  for (let term = 2; term < starts.length; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const articles = new Uint32Array(starts[starts.length - 1] ?? 0);
  const values = new Uint16Array(articles.length);
  forEachTelling(telling, (article, entry) => {
    // One place further on until here, each start ends up as its own when its last posting is in.
    const after = (vectors.ids[entry] ?? 0) + 1;
    const at = starts[after] ?? 0;
    articles[at] = article;
    values[at] = vectors.values[entry] ?? 0;
    starts[after] = at + 1;
  });
  return { starts, articles, values };
}

function forEachTelling({ entries, counts }: Telling, use: (article: number, entry: number) => void): void {
  for (const [article, count] of counts.entries()) {
    for (let i = article * tellingTerms; i < article * tellingTerms + count; i++) use(article, entries[i] ?? 0);
  }
}
