/** Articles of an edition are fewer than this, so that a rank and an article make one number, and the greater one comes first. */
const mostArticles = 2 ** 24;

/** The best of what was offered so far, best first: greater ranks before smaller ones, then the lower number of an article. */
export interface Best {
  /** What `bestArticle` and `bestRank` take apart. */
  readonly places: Float64Array;
  /** How many of them are taken; the rest means nothing. */
  size: number;
}

/** Room for the `limit` best. */
export function newBest(limit: number): Best {
  return { places: new Float64Array(limit), size: 0 };
}

/** Puts `article` where it belongs in `best`, if it belongs there, and drops the last one where room is short. */
export function offer(best: Best, article: number, rank: number): void {
  const { places } = best;
  const one = rank * mostArticles + (mostArticles - 1 - article);
  if (best.size === places.length && one <= (places[best.size - 1] ?? 0)) return;
  if (best.size < places.length) best.size++;
  let place = best.size - 1;
  while (place > 0 && (places[place - 1] ?? 0) < one) {
    places[place] = places[place - 1] ?? 0;
    place--;
  }
  places[place] = one;
}

/** The article at `place`. */
export function bestArticle({ places }: Best, place: number): number {
  return mostArticles - 1 - ((places[place] ?? 0) % mostArticles);
}

/** The rank of the article at `place`. */
export function bestRank({ places }: Best, place: number): number {
  return Math.floor((places[place] ?? 0) / mostArticles);
}
