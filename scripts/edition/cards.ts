import { type Card, cardSize, charactersOfCard } from "../images/card.ts";
import { type Problem, problem } from "../report/problem.ts";
import { storeKey } from "../store/store.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { isInFace } from "../text/face-characters.ts";
import type { Edition, EditionArticle, EditionColumn } from "./edition.ts";
import type { Picture } from "./page.ts";
import { placeIn } from "./place-in.ts";

/**
 * How many of the newest articles have a card with their headline: those that readers pass on now, two pages of a list.
 *
 * A card takes as long as ten articles, so that cards for all would take longer than everything else. Older articles show their
 * column's.
 */
const newest = 40;

/** The card of the publication itself; none where the card's face cannot draw its name, or draws it as another country does. */
export function publicationCard({ masthead }: Pick<Edition, "masthead">): Card | undefined {
  return masthead.language === "zh-Hant" ? undefined : drawable({ publication: masthead.title });
}

/** The card of a column; without a name that can be drawn, the publication's. */
export function columnCard(edition: Edition, column: EditionColumn): Card | undefined {
  const known = columnCards.get(column);
  if (known !== undefined) return known;
  const card = publicationCard(edition);
  const own = card && (drawable({ ...card, column: column.title }) ?? card);
  if (own !== undefined) columnCards.set(column, own);
  return own;
}

// Thousands of articles ask for the few cards of their columns.
const columnCards = new WeakMap<EditionColumn, Card>();
const pictures = new WeakMap<Card, Picture>();

/** The card of an article: with its headline where it is among the newest and has no picture of its own, else its column's. */
export function articleCard(edition: Edition, article: EditionArticle): Card | undefined {
  const card = columnCard(edition, article.column);
  if (card === undefined || !hasOwnCard(edition, article)) return card;
  return drawable({ ...card, headline: article.article.title }) ?? card;
}

/** Every card that a page of `edition` shows, each once. */
export function cardsOf(edition: Edition): ReadonlyMap<UrlPath, Card> {
  const cards = [
    publicationCard(edition),
    ...edition.columns.map((column) => columnCard(edition, column)),
    ...edition.articles.slice(0, newest).map((article) => articleCard(edition, article)),
  ].filter((card) => card !== undefined);
  return new Map(cards.map((card) => [cardPath(card), card]));
}

/** `card` as a picture. Its address is a hash of what it says. */
export function cardPicture(card: Card | undefined): Picture | undefined {
  if (card === undefined) return undefined;
  const known = pictures.get(card);
  if (known !== undefined) return known;
  const { publication, column, headline } = card;
  const alt = [headline, column, publication].filter((text) => text !== undefined).join(" · ");
  const picture = { src: cardPath(card), alt, ...cardSize };
  pictures.set(card, picture);
  return picture;
}

/** `card-glyph`: headlines among the newest that the card's face cannot draw, at their fields. */
export function cardWarnings(edition: Edition): readonly Problem[] {
  if (publicationCard(edition) === undefined) return [];
  return edition.articles.slice(0, newest).flatMap((each) => {
    const { article } = each;
    const lacking = hasOwnCard(edition, each) ? lackingIn(article.title) : undefined;
    return lacking === undefined ? [] : [problem("card-glyph", placeIn(article, "title"), { character: lacking })];
  });
}

function hasOwnCard(edition: Edition, article: EditionArticle): boolean {
  if (article.visibility === "retracted" || article.leadImage !== undefined) return false;
  return newestOf(edition).has(article);
}

const newestKnown = new WeakMap<Edition, ReadonlySet<EditionArticle>>();

function newestOf(edition: Edition): ReadonlySet<EditionArticle> {
  const known = newestKnown.get(edition) ?? new Set(edition.articles.slice(0, newest));
  newestKnown.set(edition, known);
  return known;
}

function drawable(card: Card): Card | undefined {
  return [...charactersOfCard(card)].every(isInFace) ? card : undefined;
}

/** The first character of `text` that the face cannot draw. */
function lackingIn(text: string): string | undefined {
  return [...text].find((character) => !isInFace(character));
}

function cardPath(card: Card): UrlPath {
  const { publication, column = "", headline = "" } = card;
  return urlPath(`/cards/${storeKey(publication, column, headline).slice(0, 16)}.jpg`);
}
