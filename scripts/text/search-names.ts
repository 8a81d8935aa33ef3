/** What results can be narrowed to. Lists go by article, the oldest first; their numbers point into the lists of names. */
export interface SearchNames {
  readonly columns: readonly string[];
  readonly sources: readonly string[];
  readonly authors: readonly string[];
  /** Years in order, each with the number of its first article. */
  readonly years: readonly (readonly [year: number, first: number])[];
  readonly column: readonly number[];
  readonly source: readonly (readonly number[])[];
  readonly author: readonly (readonly number[])[];
}
