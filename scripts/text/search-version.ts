/** Which search is published: `version.json` in the search's folder. */
export interface SearchVersion {
  /** How many articles can be found: it tells how many files there are. */
  readonly articles: number;
  /** Another one wherever anything else would be found; letters and digits. */
  readonly version: string;
}

/** The name of its file. */
export const versionName = "version.json";
