import { listAnew } from "./related-candidates.ts";
import { numberTerms } from "./related-numbering.ts";
import { renewTexts } from "./related-renewal.ts";
import { reviseLists } from "./related-revision.ts";
import { carry, matchRows, runsOf, turnRound } from "./related-rows.ts";
import type { RelatedPlace } from "./related-scores.ts";
import { settledFrom } from "./related-settled.ts";
import { bestOf, newShortlists } from "./related-shortlists.ts";
import type { RelatedState } from "./related-state.ts";
import { newVectors, type RelatedVectors, stepsOf, tellingTerms, vectorMaker } from "./related-vectors.ts";
import type { Terms } from "./terms.ts";

/** What relates an article to others. */
export interface RelatedDocument extends RelatedPlace {
  readonly terms: Terms;
}

/** What relates an article to others, its terms asked for where they are not known from an earlier edition. */
export interface RelatedSource extends RelatedPlace {
  /** What tells its terms from all others, without a space: the hash of what they were taken from. */
  readonly key: string;
  readonly terms: () => Terms;
}

/** Every document's best others: those of document `i` at `i * limit` up to `(i + 1) * limit`. */
export interface RelatedNeighbours {
  readonly limit: number;
  /** Numbers of documents, best first; −1 where nothing more is related. */
  readonly neighbours: Int32Array;
  /** How related each neighbour is, as `scorer` tells; 0 beside −1. */
  readonly scores: Int32Array;
}

/** Neighbours, and what the next edition's can be worked out from. */
export interface Related extends RelatedNeighbours {
  readonly state: RelatedState;
  /** How many documents were new, or had a term whose rarity is another now: all where nothing was known before. */
  readonly renewed: number;
}

/** Where more than this part of an edition is new, all is worked out anew: that costs no more. */
const mostRenewed = 0.25;
/** As soon as this part of the numbers is without a term in use, terms are numbered anew. */
const mostUnused = 0.25;

/**
 * For every document of an edition the others most worth reading after it, best first; ties go to the lower number.
 *
 * @param documents newest first, so that the lower number is the newer document
 * @param limit at most so many for each document, 0 to 24
 */
export function relatedArticles(documents: readonly RelatedDocument[], limit: number): RelatedNeighbours {
  const sources = documents.map((document) => ({ ...document, key: "", terms: () => document.terms }));
  const { neighbours, scores } = relate(sources, limit);
  return { limit, neighbours, scores };
}

/**
 * The same, from what was worked out for an earlier edition: as if nothing had been known, but only lists that can have
 * changed are made anew.
 *
 * A document's most telling terms find at most 24 others (`listAnew`), which are then compared by all their terms (`scorer`).
 * Numbers are whole before they decide, so every machine gives the same lists.
 *
 * @param sources newest first
 * @param before the state of an earlier edition, with lists of whatever length
 */
export function relate(sources: readonly RelatedSource[], limit: number, before?: RelatedState): Related {
  const contributions = sources.map(
    ({ key, published, column, topics = [] }) => `${key} ${published} ${column} ${topics.join(" ")}`,
  );
  const { state, renewed } = (before && renew(sources, contributions, before)) ?? relateAll(sources, contributions);
  return { limit, ...bestOf(state.shortlists, sources.length, limit), state, renewed };
}

type Renewed = Pick<Related, "state" | "renewed">;

function relateAll(sources: readonly RelatedSource[], contributions: readonly string[]): Renewed {
  const texts = numberTerms(
    sources.map(({ terms }) => terms()),
    settledFrom(sources),
  );
  const steps = stepsOf(texts);
  const vectors = newVectors(sources.length);
  const makeVector = vectorMaker(texts, steps, vectors);
  for (let i = 0; i < sources.length; i++) makeVector(i);
  const shortlists = newShortlists(sources.length);
  const compared = { texts, steps, vectors, places: sources };
  listAnew(compared, shortlists, Array.from(sources.keys()));
  return { state: { contributions, texts, vectors, shortlists }, renewed: sources.length };
}

/** Undefined where working out all costs no more. */
function renew(
  sources: readonly RelatedSource[],
  contributions: readonly string[],
  before: RelatedState,
): Renewed | undefined {
  const rows = matchRows(before.contributions, contributions);
  const most = sources.length * mostRenewed;
  if (countOf(rows, -1) > most) return undefined;
  const { texts, stale } = renewTexts(before.texts, {
    rows,
    settledFrom: settledFrom(sources),
    termsOf: (document) => termsAt(sources, document),
  });
  const renewed = countOf(stale, 1);
  if (renewed > most || countOf(texts.frequencies, 0) > texts.frequencies.length * mostUnused) return undefined;
  const steps = stepsOf(texts);
  const vectors = carryVectors(before.vectors, rows);
  const makeVector = vectorMaker(texts, steps, vectors);
  for (const [document, isStale] of stale.entries()) if (isStale === 1) makeVector(document);
  const articles = turnRound(rows, before.contributions.length);
  const shortlists = reviseLists(
    { texts, steps, vectors, places: sources },
    { shortlists: before.shortlists, rows, articles, stale },
  );
  return { state: { contributions, texts, vectors, shortlists }, renewed };
}

function termsAt(sources: readonly RelatedSource[], document: number): Terms {
  return sources[document]?.terms() ?? { hashes: new Uint32Array(), weights: new Uint16Array() };
}

/** The vectors of the documents that stood in an earlier edition, where they stand now. */
function carryVectors(before: RelatedVectors, rows: Int32Array): RelatedVectors {
  const vectors = newVectors(rows.length);
  const runs = runsOf(rows);
  carry(runs, [before.squares, vectors.squares], 1);
  carry(runs, [before.telling, vectors.telling], tellingTerms);
  carry(runs, [before.counts, vectors.counts], 1);
  return vectors;
}

function countOf(numbers: Int32Array | Uint32Array | Uint8Array, wanted: number): number {
  let count = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i] === wanted) count++;
  return count;
}
