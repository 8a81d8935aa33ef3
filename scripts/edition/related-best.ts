/** The best of what was offered so far, best first; ties stand in the order of their articles. */
export interface Best {
  readonly articles: Int32Array;
  readonly scores: Int32Array;
  /** How many of both arrays are taken; the rest means nothing. */
  size: number;
}

/** Room for the `limit` best. */
export function newBest(limit: number): Best {
  return {
    articles: new Int32Array(limit),
    scores: new Int32Array(limit),
    size: 0,
  };
}

/** Puts `article` where it belongs in `best`, if it belongs there, and drops the last one where room is short. */
export function offer(best: Best, article: number, score: number): void {
  const { articles, scores } = best;
  let place = best.size;
  while (place > 0 && isBehind(best, place - 1, article, score)) place--;
  if (place === articles.length) return;
  if (best.size < articles.length) best.size++;
  articles.copyWithin(place + 1, place, best.size - 1);
  scores.copyWithin(place + 1, place, best.size - 1);
  articles[place] = article;
  scores[place] = score;
}

/** Whether what stands at `place` in `best` is worse than `article` with `score`. */
function isBehind({ articles, scores }: Best, place: number, article: number, score: number): boolean {
  const other = scores[place] ?? 0;
  return other < score || (other === score && (articles[place] ?? 0) > article);
}
