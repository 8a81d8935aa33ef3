import { millionth, priorOf, type RelatedPlace } from "./related-scores.ts";

/** Texts as alike as this are one text: a reprint, a version with another opening, the notice that came out twice. */
const twinLikeness = 0.8;

/** True where two articles with such a score (`scorer`) are all but the same text, wherever they stand. */
export function isTwin(a: RelatedPlace | undefined, b: RelatedPlace | undefined, score: number): boolean {
  return score >= Math.floor((twinLikeness * priorOf(a, b)) / millionth);
}
