import { newBest, offer } from "./related-best.ts";
import { candidateFinder, mostCandidates } from "./related-candidates.ts";
import { unit, type Vectors, vectorsOf } from "./related-vectors.ts";
import type { Terms } from "./terms.ts";

/** What relates an article to others. */
export interface RelatedDocument {
  readonly terms: Terms;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Number of its column; any number, as long as each column has its own. */
  readonly column: number;
  /** Numbers of its topics, no two alike. */
  readonly topics?: readonly number[] | undefined;
}

/** Every document's best others: those of document `i` at `i * limit` up to `(i + 1) * limit`. */
export interface RelatedNeighbours {
  readonly limit: number;
  /** Numbers of documents, best first; −1 where nothing more is related. */
  readonly neighbours: Int32Array;
  /** How related each neighbour is, in millionths: from 30,000, with 1,000,000 for the same text; 0 beside −1. */
  readonly scores: Int32Array;
}

const millionth = 1e-6;

/**
 * Less alike is not related: nine in ten pairs of 3,000 articles drawn at random stay below this, while hardly two
 * articles that editors linked to one another did (below 0.06).
 */
const leastLikeness = 0.03;

/**
 * What a text's likeness is multiplied by: more for the same column, for each shared topic (as far as two) and for a
 * neighbour in time, half as much of that after a year. Text decides; these settle what is nearly even.
 */
const priors = { column: 0.1, topic: 0.25, topics: 2, time: 0.5 } as const;
const year = 365 * 24 * 60 * 60 * 1000;

/**
 * For every document of an edition the others most worth reading after it, best first; ties go to the lower number.
 *
 * A document's most telling terms find at most 32 others (`candidateFinder`), which are then compared by all their
 * terms (`vectorsOf`): nothing is done for every pair, and the work for one document is bounded however many there are.
 * Numbers are whole before they decide, so every machine gives the same lists.
 *
 * @param documents newest first, so that the lower number is the newer document
 * @param limit at most so many for each document, 0 to 32
 */
export function relatedArticles(documents: readonly RelatedDocument[], limit: number): RelatedNeighbours {
  const vectors = vectorsOf(documents.map(({ terms }) => terms));
  const candidatesOf = candidateFinder(vectors);
  const productsOf = comparer(vectors);
  const neighbours = new Int32Array(documents.length * limit).fill(-1);
  const scores = new Int32Array(documents.length * limit);
  const best = newBest(limit);
  for (const [i, document] of documents.entries()) {
    const candidates = candidatesOf(i);
    const products = productsOf(i, candidates);
    best.size = 0;
    for (const [k, candidate] of candidates.entries()) {
      const other = documents[candidate];
      const likeness = (products[k] ?? 0) / (unit * unit);
      if (other === undefined || likeness < leastLikeness) continue;
      offer(best, candidate, Math.floor((likeness * priorOf(document, other)) / millionth));
    }
    neighbours.set(best.articles.subarray(0, best.size), i * limit);
    scores.set(best.scores.subarray(0, best.size), i * limit);
  }
  return { limit, neighbours, scores };
}

/** Multiplies the vector of one article after another with those of its candidates; the result is good until the next call. */
function comparer(vectors: Vectors): (article: number, candidates: Int32Array) => Int32Array {
  const { starts, counts, ids, values, frequencies } = vectors;
  const spread = new Uint16Array(frequencies.length);
  const products = new Int32Array(mostCandidates);
  return (article, candidates) => {
    const first = starts[article] ?? 0;
    const last = first + (counts[article] ?? 0);
    for (let at = first; at < last; at++) spread[ids[at] ?? 0] = values[at] ?? 0;
    for (let k = 0; k < candidates.length; k++) {
      const candidate = candidates[k] ?? 0;
      const start = starts[candidate] ?? 0;
      const end = start + (counts[candidate] ?? 0);
      let product = 0;
      for (let at = start; at < end; at++) {
        product = (product + Math.imul(spread[ids[at] ?? 0] ?? 0, values[at] ?? 0)) | 0;
      }
      products[k] = product;
    }
    for (let at = first; at < last; at++) spread[ids[at] ?? 0] = 0;
    return products;
  };
}

/** What relates two documents besides their text, as a factor: the same both ways. */
function priorOf(a: RelatedDocument, b: RelatedDocument): number {
  const years = Math.abs(a.published - b.published) / year;
  const theirs = b.topics ?? [];
  const shared = (a.topics ?? []).filter((topic) => theirs.includes(topic)).length;
  return (
    (1 + priors.time / (1 + years)) *
    (1 + priors.topic * Math.min(shared, priors.topics)) *
    (a.column === b.column ? 1 + priors.column : 1)
  );
}
