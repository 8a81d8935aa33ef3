import { listAnew, type Offer } from "./related-candidates.ts";
import { type Compared, scorer } from "./related-scores.ts";
import {
  type Candidate,
  enlist,
  mostCandidates,
  newShortlists,
  type Shortlists,
  shortlistSize,
} from "./related-shortlists.ts";

/** Where lists come from: those of an earlier edition, and which of its rows each article has, −1 for a new one. */
export interface Earlier {
  readonly shortlists: Shortlists;
  /** The row of each article; they ascend. */
  readonly rows: Int32Array;
  /** The article of each row, −1 where it is gone. */
  readonly articles: Int32Array;
  /** 1 for each article whose text, place or vector is another than before. */
  readonly stale: Uint8Array;
}

/**
 * The lists of an edition, made from those of an earlier one: exactly what `listAnew` makes of all its articles.
 *
 * Two articles that are not stale meet as before. So a list can change in two ways alone: one on it went or is stale, or a stale one
 * belongs on it now. Stale articles make their lists anew, and whom they meet is offered to the others' lists. Who was on
 * nobody's list is not known any more: where so many went that one of those may come in, the list is made anew too.
 */
export function reviseLists(compared: Compared, earlier: Earlier): Shortlists {
  const { rows, stale } = earlier;
  const lists = newShortlists(rows.length);
  const leasts = leastRanks(earlier);
  const offers = new Map<number, Candidate[]>();
  const anew = new Set<number>();
  const score = scorer(compared);
  const staleArticles = Array.from(stale.keys()).filter((article) => stale[article] === 1);
  let taken: Offer[] = [];
  const scoreTaken = () => {
    const [first] = taken;
    if (first === undefined) return;
    const scores = new Uint32Array(taken.length);
    score(
      first.other,
      taken.map(({ article }) => article),
      scores,
    );
    for (const [i, { article, other, rank }] of taken.entries()) {
      const own = offers.get(article);
      const candidate = { other, rank, score: scores[i] ?? 0 };
      if (own === undefined) offers.set(article, [candidate]);
      else own.push(candidate);
    }
    taken = [];
  };
  listAnew(compared, lists, staleArticles, (offer) => {
    const { article, other, rank } = offer;
    if (stale[article] === 1 || rank < (leasts[article] ?? 0)) return;
    if (taken[0] !== undefined && taken[0].other !== other) scoreTaken();
    if (rank === leasts[article]) anew.add(article);
    else taken.push(offer);
  });
  scoreTaken();
  for (let article = 0; article < rows.length; article++) {
    if (stale[article] === 1 || anew.has(article)) continue;
    if (!renewList(lists, earlier, article, offers.get(article) ?? [])) anew.add(article);
  }
  listAnew(
    compared,
    lists,
    [...anew].sort((a, b) => a - b),
  );
  return lists;
}

/** The lowest rank on each list of an earlier edition that was full, by the number of the article today; 0 where there was room. */
function leastRanks({ shortlists: { others, ranks }, rows }: Earlier): Uint32Array {
  const leasts = new Uint32Array(rows.length);
  for (let article = 0; article < rows.length; article++) {
    const first = (rows[article] ?? -1) * mostCandidates;
    const last = first + mostCandidates;
    if (first < 0 || (others[last - 1] ?? -1) < 0) continue;
    let least = ranks[first] ?? 0;
    for (let at = first + 1; at < last; at++) least = Math.min(least, ranks[at] ?? 0);
    leasts[article] = least;
  }
  return leasts;
}

/**
 * Copies the list of an article that is not stale, without those who went or are stale, and with the offers.
 *
 * @param offers all of higher rank than the lowest on the list, when that was full
 * @returns false, and no list, where somebody unknown may belong on it
 */
function renewList(lists: Shortlists, earlier: Earlier, article: number, offers: readonly Candidate[]): boolean {
  const { shortlists, rows, articles, stale } = earlier;
  const row = rows[article] ?? 0;
  const size = shortlistSize(shortlists, row);
  const first = row * mostCandidates;
  let kept = 0;
  for (let at = first; at < first + size; at++) {
    const other = articles[shortlists.others[at] ?? 0] ?? -1;
    if (other < 0 || stale[other] === 1) continue;
    const to = article * mostCandidates + kept++;
    lists.others[to] = other;
    lists.ranks[to] = shortlists.ranks[at] ?? 0;
    lists.scores[to] = shortlists.scores[at] ?? 0;
  }
  if (kept === size && offers.length === 0) return true;
  const isUnknown = size === mostCandidates && kept + offers.length < mostCandidates;
  const all = isUnknown ? [] : [...takeAll(lists, article, kept), ...offers];
  const chosen = all.sort((a, b) => b.rank - a.rank || a.other - b.other).slice(0, mostCandidates);
  empty(lists, article);
  for (const [place, candidate] of chosen.entries()) enlist(lists, article, place, candidate);
  return !isUnknown;
}

/** The first `size` on the list of `article`. */
function takeAll({ others, ranks, scores }: Shortlists, article: number, size: number): readonly Candidate[] {
  const first = article * mostCandidates;
  return Array.from({ length: size }, (_, place) => ({
    other: others[first + place] ?? 0,
    rank: ranks[first + place] ?? 0,
    score: scores[first + place] ?? 0,
  }));
}

function empty({ others, ranks, scores }: Shortlists, article: number): void {
  const first = article * mostCandidates;
  others.fill(-1, first, first + mostCandidates);
  ranks.fill(0, first, first + mostCandidates);
  scores.fill(0, first, first + mostCandidates);
}
