import type { SearchIndex } from "../edition/page.ts";

type SearchArticle = SearchIndex["articles"][number];

/**
 * The search index as it is served: one list for each field of an article, all of the same length, article 3's
 * headline being `title[3]`. Column by column it is smaller than row by row: no repeated names, and likes beside likes
 * compress better.
 *
 * Newest first, so that a place in the list is also a rank. `layouts/client/search-index.ts` reads this shape; a test takes
 * an index through both.
 */
export type SearchColumns = { readonly [Field in keyof SearchArticle]: readonly SearchArticle[Field][] };

/** `index` as compact JSON in the shape of `SearchColumns`, ending in a line break. */
export function renderSearchIndex(index: SearchIndex): string {
  const { articles } = index;
  const columns: SearchColumns = {
    path: articles.map((article) => article.path),
    title: articles.map((article) => article.title),
    authors: articles.map((article) => article.authors),
    source: articles.map((article) => article.source),
    column: articles.map((article) => article.column),
    date: articles.map((article) => article.date),
    summary: articles.map((article) => article.summary),
  };
  return `${JSON.stringify(columns)}\n`;
}
