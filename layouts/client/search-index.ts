import type { SearchIndex } from "../../scripts/edition/page.ts";

/** An article as the search knows it. */
export type SearchArticle = SearchIndex["articles"][number];

/** The served shape of the index, as `scripts/search/search-index.ts` describes it: one list for each field. */
export type SearchColumns = { readonly [Field in keyof SearchArticle]: readonly SearchArticle[Field][] };

/** The articles in `columns`, newest first as they are served. */
export function articlesOf(columns: SearchColumns): readonly SearchArticle[] {
  return columns.path.map((path, place) => ({
    path,
    title: columns.title[place] ?? "",
    authors: columns.authors[place] ?? [],
    source: columns.source[place] ?? "",
    column: columns.column[place] ?? "",
    date: columns.date[place] ?? "",
    summary: columns.summary[place] ?? "",
  }));
}
