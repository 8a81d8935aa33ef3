import type { SearchFold } from "../../scripts/text/search-fold.ts";
import { tokensOf } from "../../scripts/text/search-tokens.ts";
import type { FoundArticle } from "./search-index.ts";
import { type Phrase, placesOf, type Stretch } from "./search-query.ts";

/** A stretch of a text, to be marked when it is what the reader looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** An article that holds all that was sought, and where. */
export interface Result {
  readonly article: FoundArticle;
  readonly headline: readonly MarkedPiece[];
  /** A line or two around the first places outside the headline; the first words of the text where there is none. */
  readonly excerpt: readonly MarkedPiece[];
}

/** Characters of an excerpt before what is marked, and in all. */
const lead = 28;
const room = 110;

/** What `article` shows of `phrases`; absent where it lacks one of them. */
export function resultOf(article: FoundArticle, phrases: readonly Phrase[], fold: SearchFold): Result | undefined {
  const fields = [article.headline, ...article.fields].map((text) => {
    const tokens = tokensOf(text, fold);
    return { text, places: phrases.map((phrase) => placesOf(phrase, tokens)) };
  });
  if (phrases.some((_, at) => fields.every(({ places }) => places[at]?.length === 0))) return undefined;
  const [headline, ...rest] = fields;
  // Where most of what is sought stands together; of equals the first.
  const count = (places: readonly (readonly Stretch[])[]) => places.filter(({ length }) => length > 0).length;
  const most = Math.max(...rest.map(({ places }) => count(places)));
  const best = rest.find(({ places }) => count(places) === most);
  return {
    article,
    headline: marked(article.headline, merged(headline?.places ?? []), [0, article.headline.length]),
    excerpt: best === undefined ? [] : excerptOf(best.text, merged(best.places)),
  };
}

function excerptOf(text: string, places: readonly Stretch[]): readonly MarkedPiece[] {
  const first = places[0]?.[0] ?? 0;
  const start = first <= lead ? 0 : wordStart(text, first - lead);
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + room, places[0]?.[1] ?? 0)));
  const pieces = marked(text, places, [start, end]);
  const dots = (isThere: boolean): readonly MarkedPiece[] => (isThere ? [{ text: "……", isHit: false }] : []);
  return [...dots(start > 0), ...pieces, ...dots(end < text.length)];
}

/** An excerpt does not begin inside a word or half a character. */
function wordStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 12), at).match(/[\p{Script=Latin}\p{N}\p{M}\ud800-\udbff]+$/u);
  return at - (before?.[0].length ?? 0);
}

/** An excerpt does not end with half a character. */
function wholeCharacter(text: string, end: number): number {
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
}

/** Stretches in order, those that overlap made one. */
function merged(places: readonly (readonly Stretch[])[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const [start, end] of places.flat().sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
}

/** The part `within` of `text`, cut where marks begin and end; line breaks become spaces. */
function marked(text: string, places: readonly Stretch[], [from, to]: Stretch): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (start: number, end: number, isHit: boolean) => {
    const piece = text.slice(Math.max(start, from), Math.min(end, to)).replace(/\s+/gu, " ");
    if (piece !== "") pieces.push({ text: piece, isHit });
  };
  let at = from;
  for (const [start, end] of places) {
    if (end <= from || start >= to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  if (at < to) add(at, to, false);
  return pieces;
}
