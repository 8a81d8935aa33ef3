/** An article as the search shows it, and all that is looked into for what is sought. */
export interface SearchRecord {
  readonly headline: string;
  /** ISO 8601, and as it is printed. */
  readonly published: readonly [datetime: string, printed: string];
  /** Authors and sources, as one line. */
  readonly credits: string;
  /** Everything that is searched besides the headline, in the order in which excerpts are taken: from the standfirst to the editors. */
  readonly fields: readonly string[];
}

/** The name below the search's folder of the record of the article at `path`: `texts/theory/2020/03/four-balances.json`. */
export function recordName(path: string): string {
  return `texts${path.replace(/\/$/u, "")}.json`;
}

/** Articles of so many thousand words and more are told of in `lengths.json`: one has as many bytes as all other files of a search. */
export const longArticle = 4;

/** Long articles by number, with their thousands of words; in Chinese, of 字. */
export type LongArticles = readonly (readonly [article: number, thousands: number])[];
