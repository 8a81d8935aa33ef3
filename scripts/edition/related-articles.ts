import { newBest, offer } from "./related-best.ts";
import { candidateFinder, mostCandidates } from "./related-candidates.ts";
import { unit, type Vectors, vectorsOf } from "./related-vectors.ts";
import type { Terms } from "./terms.ts";

/** What relates an article to others. */
export interface RelatedDocument {
  readonly terms: Terms;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Number of its column. */
  readonly column: number;
  /** Numbers of its topics. */
  readonly topics?: readonly number[];
}

/** Every document's best others: those of document `i` at `i * limit` and after. */
export interface RelatedLists {
  readonly limit: number;
  /** Numbers of documents, best first; −1 where nothing more is related. */
  readonly neighbours: Int32Array;
  /** Millionths of a full likeness, what documents have in common besides their text included; 0 beside −1. */
  readonly scores: Int32Array;
}

const perfect = 1_000_000;
const leastLikeness = Number(process.env.LL ?? 0);
const day = 24 * 60 * 60 * 1000;

export function relatedArticles(documents: readonly RelatedDocument[], limit: number): RelatedLists {
  const vectors = vectorsOf(documents.map(({ terms }) => terms));
  const candidatesOf = candidateFinder(vectors);
  const likenessOf = comparer(vectors);
  const neighbours = new Int32Array(documents.length * limit).fill(-1);
  const scores = new Int32Array(documents.length * limit);
  const best = newBest(limit);
  for (const [i, document] of documents.entries()) {
    best.size = 0;
    const candidates = candidatesOf(i);
    const products = likenessOf(i, candidates);
    for (const [k, j] of candidates.entries()) {
      const other = documents[j];
      const like = (products[k] ?? 0) / (unit * unit);
      if (other === undefined || like < leastLikeness) continue;
      offer(best, j, Math.floor(like * priorOf(document, other) * perfect));
    }
    neighbours.set(best.articles.subarray(0, best.size), i * limit);
    scores.set(best.scores.subarray(0, best.size), i * limit);
  }
  return { limit, neighbours, scores };
}

/** Compares one article after another, each first spread out over all terms, with others. */
function comparer({ starts, counts, ids, values, frequencies }: Vectors): (article: number, others: Int32Array) => Int32Array {
  const spread = new Uint16Array(frequencies.length);
  const products = new Int32Array(mostCandidates);
  return (article, others) => {
    const first = starts[article] ?? 0;
    const last = first + (counts[article] ?? 0);
    for (let at = first; at < last; at++) spread[ids[at] ?? 0] = values[at] ?? 0;
    for (let i = 0; i < others.length; i++) {
      const other = others[i] ?? 0;
      const start = starts[other] ?? 0;
      const end = start + (counts[other] ?? 0);
      let sum = 0;
      for (let at = start; at < end; at++) sum = (sum + Math.imul(spread[ids[at] ?? 0] ?? 0, values[at] ?? 0)) | 0;
      products[i] = sum;
    }
    for (let at = first; at < last; at++) spread[ids[at] ?? 0] = 0;
    return products;
  };
}

function priorOf(a: RelatedDocument, b: RelatedDocument): number {
  const years = Math.abs(a.published - b.published) / (365 * day);
  return (1 + 0.5 / (1 + years)) * (a.column === b.column ? 1.1 : 1);
}
