/** An article as feeds carry it. Times are ISO 8601 with offset. */
export interface FeedArticle {
  /** Never changes, wherever the site is served. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string;
  /** Never before `published`; honours updates, corrections and retractions in force. */
  readonly updated: string;
  /** Plain text. */
  readonly summary: string;
  /** The whole body with absolute addresses: own articles, and reprints whose source allows it. */
  readonly html?: string | undefined;
  readonly sources: readonly {
    readonly name: string;
    readonly url?: string | undefined;
  }[];
  readonly keywords: readonly string[];
  readonly language: string;
}

/** The Atom and JSON feeds of the site or of one column: newest first. */
export interface Feed {
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: string;
  readonly id: string;
  /** Absolute addresses of the page it is the feed of, and of its two forms. */
  readonly home: string;
  readonly atom: string;
  readonly json: string;
  readonly owner: string;
  readonly icon?: string | undefined;
  /** Latest `updated` of its articles; of an empty feed the first instant of `since`, else 1970. */
  readonly updated: string;
  readonly articles: readonly FeedArticle[];
}

/** One site map: absolute addresses in address order; `lastmod` ISO 8601 with offset, absent where nothing dates the page. */
export interface SiteMap {
  readonly urls: readonly {
    readonly loc: string;
    readonly lastmod?: string | undefined;
  }[];
}

/** A list of site maps, where there are too many addresses for one. */
export interface SiteMapIndex {
  readonly maps: readonly {
    readonly loc: string;
    readonly lastmod?: string | undefined;
  }[];
}

/** The news site map: own articles of the last two days, newest first, at most 1,000. */
export interface NewsSiteMap {
  readonly publication: string;
  /** ISO 639, as Google News wants it: `zh-cn`, `zh-tw`, `en`. */
  readonly language: string;
  readonly articles: readonly {
    readonly loc: string;
    readonly date: string;
    readonly title: string;
  }[];
}

/** robots.txt: everything may be read; where the site maps are. */
export interface Robots {
  readonly siteMaps: readonly string[];
}
