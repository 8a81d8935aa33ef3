import type { RelatedPlace } from "./related-scores.ts";

/** Below so many articles, all of them tell how rare a term is. */
const smallEdition = 256;
/** How many articles are settled goes up from one of these to the next, times a power of two. */
const fifths = [8, 10, 12, 14] as const;
/** Articles settle by so many milliseconds, 30 days, at a time. */
const period = 30 * 24 * 60 * 60 * 1000;

/**
 * The number of the newest settled article: from there on, the articles of an edition tell how rare terms are.
 *
 * Some four in five are settled, the oldest ones, and the others settle together when a fifth has come on top. Until then a new
 * article makes no term less rare, so that the lists of others do not change but where it enters. Where an old article comes
 * or goes, the same others are settled as before, since they are by whole periods.
 *
 * @param places newest first
 */
export function settledFrom(places: readonly RelatedPlace[]): number {
  if (places.length < smallEdition) return 0;
  const least = places.length - settledCount(places.length);
  let from = least;
  while (from < places.length && periodOf(places[from]) === periodOf(places[least])) from++;
  // Where so many were published at once, a few of them must do.
  return places.length - from < settledCount(places.length) / 2 ? least : from;
}

/** The greatest 8, 10, 12 or 14 times a power of two that is at most `articles`. */
function settledCount(articles: number): number {
  let power = 1;
  while (articles >= 2 * fifths[0] * power) power *= 2;
  const fifth = fifths.findLast((each) => each * power <= articles) ?? fifths[0];
  return fifth * power;
}

function periodOf(place: RelatedPlace | undefined): number {
  return Math.floor((place?.published ?? 0) / period);
}
