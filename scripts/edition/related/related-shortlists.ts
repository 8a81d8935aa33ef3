/** So many others are compared in full with each article. */
export const mostCandidates = 24;

/**
 * For every article the others that it was compared with in full: those of article `i` at `i * mostCandidates` and after,
 * the highest scores first, of even ones the lower number.
 */
export interface Shortlists {
  /** Numbers of articles; −1 after the last. */
  readonly others: Int32Array;
  /** How alike the telling terms are: what got them onto the list. Greater than 0. */
  readonly ranks: Uint32Array;
  /** As `scorer` gives them: 0 for what is not related after all. */
  readonly scores: Uint32Array;
}

/** One article on the list of another. */
export interface Candidate {
  readonly other: number;
  readonly rank: number;
  readonly score: number;
}

/** Empty lists of so many articles. */
export function newShortlists(articles: number): Shortlists {
  const room = articles * mostCandidates;
  return { others: new Int32Array(room).fill(-1), ranks: new Uint32Array(room), scores: new Uint32Array(room) };
}

/** How many are on the list of `article`. */
export function shortlistSize({ others }: Shortlists, article: number): number {
  const first = article * mostCandidates;
  let size = 0;
  while (size < mostCandidates && (others[first + size] ?? -1) >= 0) size++;
  return size;
}

/** Puts `candidate` where it belongs among the first `size` on the list of `article`. */
export function enlist(shortlists: Shortlists, article: number, size: number, candidate: Candidate): void {
  const { others, ranks, scores } = shortlists;
  const first = article * mostCandidates;
  let at = first + size;
  while (at > first && isBehind(shortlists, at - 1, candidate)) {
    others[at] = others[at - 1] ?? -1;
    ranks[at] = ranks[at - 1] ?? 0;
    scores[at] = scores[at - 1] ?? 0;
    at--;
  }
  others[at] = candidate.other;
  ranks[at] = candidate.rank;
  scores[at] = candidate.score;
}

function isBehind({ others, scores }: Shortlists, at: number, { other, score }: Candidate): boolean {
  const behind = scores[at] ?? 0;
  return behind < score || (behind === score && (others[at] ?? 0) > other);
}

/** The best of every list: articles at `i * limit` and after, −1 where nothing more is related, and their scores. */
export function bestOf(
  shortlists: Shortlists,
  articles: number,
  limit: number,
): { readonly neighbours: Int32Array; readonly scores: Int32Array } {
  const neighbours = new Int32Array(articles * limit).fill(-1);
  const scores = new Int32Array(articles * limit);
  const most = Math.min(limit, mostCandidates);
  for (let article = 0; article < articles; article++) {
    const first = article * mostCandidates;
    for (let k = 0; k < most; k++) {
      const score = shortlists.scores[first + k] ?? 0;
      if (score === 0) break;
      neighbours[article * limit + k] = shortlists.others[first + k] ?? -1;
      scores[article * limit + k] = score;
    }
  }
  return { neighbours, scores };
}
