import type { Store } from "../store/store.ts";
import { storeKey } from "../store/store.ts";
import type { UrlPath } from "../text/brands.ts";
import type { Edition, EditionArticle } from "./edition.ts";
import type { RelatedDocument } from "./related-articles.ts";
import type { Terms } from "./terms.ts";

/** For each listed article, the addresses of the articles worth reading after it, best first. */
export type RelatedLists = ReadonlyMap<UrlPath, readonly UrlPath[]>;

/** With what related lists are compiled. */
export interface RelatedDesk {
  readonly termsOf: (article: EditionArticle) => Terms;
  /** Where lists are remembered. */
  readonly store: Store;
  /** A hash of the code that relates. */
  readonly code: string;
  readonly relate: Relate;
}

/** Finds the nearest of each document, as `relatedArticles` does. */
export type Relate = (documents: readonly RelatedDocument[], limit: number) => Promise<Int32Array>;

/** Lists are made so much longer at a time: that one article pins or blocks another does not change what is remembered of all. */
const widthStep = 8;

/** The related list of every listed article: the editor's pins, then what its text is nearest to, without what is blocked. */
export async function compileRelatedLists(edition: Edition, desk: RelatedDesk): Promise<RelatedLists> {
  const { articles, masthead } = edition;
  const chosen = Math.max(0, ...new Set(articles.map(({ pinned, blocked }) => pinned.length + blocked.size)));
  const width = Math.ceil((masthead.related + chosen) / widthStep) * widthStep;
  const neighbours = await neighboursOf(edition, width, desk);
  return new Map(
    articles.map(({ path, pinned, blocked }, index) => {
      const row = neighbours.subarray(index * width, (index + 1) * width);
      const near = [...row].flatMap((other) => articles[other]?.path ?? []);
      const free = near.filter((other) => !pinned.includes(other) && !blocked.has(other));
      return [path, [...pinned, ...free].slice(0, Math.max(masthead.related, pinned.length))];
    }),
  );
}

/** The numbers of each article's nearest, as `relatedArticles` gives them; remembered by all that they follow from. */
async function neighboursOf(
  { articles, columns, topics }: Edition,
  width: number,
  desk: RelatedDesk,
): Promise<Int32Array> {
  const numbers = new Map(columns.map(({ folder }, index) => [folder, index]));
  const topicNumbers = new Map(topics.map(({ path }, index) => [path, index]));
  const around = articles.map((article) => ({
    article,
    published: article.article.date.instant,
    column: numbers.get(article.column.folder) ?? 0,
    topics: article.topics.flatMap(({ path }) => topicNumbers.get(path) ?? []),
  }));
  const said = around.map(({ article, published, column, topics: own }) => [article.terms, published, column, own]);
  const key = storeKey("related", desk.code, String(width), JSON.stringify(said));
  const known = desk.store.get(key);
  // A view needs its numbers at even addresses, so they are copied.
  if (known !== undefined) return new Int32Array(known.buffer.slice(known.byteOffset, known.byteOffset + known.length));
  const documents = around.map(({ article, ...each }) => ({ ...each, terms: desk.termsOf(article) }));
  const neighbours = await desk.relate(documents, width);
  desk.store.set(key, new Uint8Array(neighbours.buffer));
  return neighbours;
}
