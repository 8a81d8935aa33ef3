import { bestArticle, bestRank, newBest, offer } from "./related-best.ts";
import { meetingFinder } from "./related-meetings.ts";
import { type Compared, scorer } from "./related-scores.ts";
import { enlist, mostCandidates, type Shortlists } from "./related-shortlists.ts";

/** An article that another one met while its own list was made. */
export interface Offer {
  /** Whose list `other` may belong on. */
  readonly article: number;
  readonly other: number;
  readonly rank: number;
}

/**
 * Makes the lists of `articles` anew: the 24 others that are most alike in their telling terms, scored by all their terms.
 *
 * Nothing is done for every pair, and the work for one article is bounded however many there are.
 *
 * @param lists where these articles have nobody yet
 * @param meet told of everybody that one of `articles` met, before the next of them
 */
export function listAnew(
  compared: Compared,
  lists: Shortlists,
  articles: readonly number[],
  meet?: (offer: Offer) => void,
): void {
  if (articles.length === 0) return;
  const meetingsOf = meetingFinder(compared.vectors, compared.steps, articles);
  const score = scorer(compared);
  const best = newBest(mostCandidates);
  const scores = new Uint32Array(mostCandidates);
  for (const article of articles) {
    const { others, ranks, size } = meetingsOf(article);
    best.size = 0;
    for (let i = 0; i < size; i++) offer(best, others[i] ?? 0, ranks[i] ?? 0);
    const chosen = Array.from({ length: best.size }, (_, place) => bestArticle(best, place));
    score(article, chosen, scores);
    for (const [place, other] of chosen.entries())
      enlist(lists, article, place, { other, rank: bestRank(best, place), score: scores[place] ?? 0 });
    if (meet === undefined) continue;
    for (let i = 0; i < size; i++) meet({ article: others[i] ?? 0, other: article, rank: ranks[i] ?? 0 });
  }
}
