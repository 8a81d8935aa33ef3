import type { SearchArticle } from "./search-index.ts";
import { foldText, placeOfWord } from "./search-words.ts";

/** An article made ready for looking into: folded once, when the index arrives. */
export interface SearchableArticle {
  readonly article: SearchArticle;
  readonly title: string;
  /** Authors, source, column and summary, a line each. */
  readonly rest: string;
}

/** What a search found: `articles` are the best of `total`. */
export interface SearchResult {
  readonly articles: readonly SearchArticle[];
  readonly total: number;
}

/** A stretch of a text, to be marked when it is what the reader looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** `article`, folded. */
export function searchable(article: SearchArticle): SearchableArticle {
  const rest = [...article.authors, article.source, article.column, article.summary].join("\n");
  return { article, title: foldText(article.title), rest: foldText(rest) };
}

/**
 * The articles that hold every one of `words`, best first.
 *
 * The more words stand in the headline, the better; ties keep the order of `articles`, which is newest first.
 *
 * @param words from `queryWords`; none finds nothing
 * @param limit at most this many articles
 */
export function matchArticles(
  articles: readonly SearchableArticle[],
  words: readonly string[],
  limit: number,
): SearchResult {
  if (words.length === 0) return { articles: [], total: 0 };
  const found = articles.flatMap((candidate) => {
    const headlineHits = countHeadlineHits(candidate, words);
    return headlineHits === undefined ? [] : [{ article: candidate.article, headlineHits }];
  });
  found.sort((one, other) => other.headlineHits - one.headlineHits);
  return { articles: found.slice(0, limit).map((hit) => hit.article), total: found.length };
}

function countHeadlineHits({ title, rest }: SearchableArticle, words: readonly string[]): number | undefined {
  let hits = 0;
  for (const word of words) {
    if (placeOfWord(title, word, 0) >= 0) hits += 1;
    else if (placeOfWord(rest, word, 0) < 0) return undefined;
  }
  return hits;
}

/**
 * `text` cut into pieces that join to it again, unaltered, with every place where one of `words` stands marked.
 *
 * Words that overlap or touch make one piece. A character that folding stretches (㈱, ﬃ) is marked whole.
 */
export function markHits(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const characters = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const folded = characters.map(foldText);
  const isHit = hitsIn(folded, words);
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (let place = 1; place <= characters.length; place += 1) {
    if (place < characters.length && isHit[place] === isHit[from]) continue;
    pieces.push({ text: characters.slice(from, place).join(""), isHit: isHit[from] === true });
    from = place;
  }
  return pieces;
}

/** For each folded character, whether it lies in one of `words`. */
function hitsIn(folded: readonly string[], words: readonly string[]): readonly boolean[] {
  const whole = folded.join("");
  const inHit = new Uint8Array(whole.length);
  for (const word of words) {
    for (let at = placeOfWord(whole, word, 0); at >= 0; at = placeOfWord(whole, word, at + 1)) {
      inHit.fill(1, at, at + word.length);
    }
  }
  let start = 0;
  return folded.map((character) => {
    const hit = inHit.subarray(start, start + character.length).includes(1);
    start += character.length;
    return hit;
  });
}
