import type { TrustedHtml, UrlPath } from "../text/brands.ts";
import type { BylineAuthor, Leaf, Link, Picture, PrintedSource, PrintedTime, Teaser } from "./page-parts.ts";

/** The article page. */
export interface ArticlePage {
  readonly breadcrumb: readonly Link[];
  readonly title: string;
  readonly kicker?: string | undefined;
  readonly subtitle?: string | undefined;
  /** BCP 47 of the article where it differs from the publication's. */
  readonly language?: string | undefined;
  readonly authors: readonly BylineAuthor[];
  readonly published: PrintedTime;
  /** Only when the editor gave one, or a correction or retraction in force is later than `published`. */
  readonly updated?: PrintedTime | undefined;
  readonly sources: readonly PrintedSource[];
  readonly isReprint: boolean;
  readonly leadImage?: Picture | undefined;
  /** The pictures of the body that say something, in their order; `prose` prints them. */
  readonly figures?: readonly Picture[] | undefined;
  /** For whoever passes the address on, where there is no lead picture. */
  readonly card?: Picture | undefined;
  /** The summary, when it is to be printed (not when the body opens with it). */
  readonly standfirst?: string | undefined;
  /** For `<meta name=description>` and cards: the summary, else the excerpt; plain text. */
  readonly description: string;
  readonly editorsNote?: TrustedHtml | undefined;
  readonly prose: TrustedHtml;
  /** Authors with their affiliations, byline order; empty when there are none or the body already ends with them. */
  readonly affiliations: readonly string[];
  readonly note?: TrustedHtml | undefined;
  /** Those in force, oldest first. */
  readonly corrections: readonly {
    readonly time: PrintedTime;
    readonly text: string;
  }[];
  /** When present, `prose` is empty unless the editor keeps the body, and pictures and summary are gone. */
  readonly retraction?: { readonly time: PrintedTime; readonly reason: string } | undefined;
  readonly ai: "none" | "assisted" | "generated";
  readonly editors: readonly string[];
  /** The copyright notice, filled in. Empty when the masthead gives none. */
  readonly rights: string;
  readonly keywords: readonly string[];
  readonly topics: readonly Link[];
  /** Best first. */
  /** The next part of its series, and the one before it. */
  readonly series: readonly Teaser[];
  readonly related: readonly Teaser[];
  /** The column's newest, filling up where little is related. */
  readonly recent: readonly Teaser[];
  /** The articles of its column published just before it and just after it. */
  readonly earlier?: Link | undefined;
  readonly later?: Link | undefined;
  /** Absolute. */
  readonly canonical: string;
  /** 字 of the body: Han characters, and words of other scripts. */
  readonly wordCount: number;
  /** Preview only. */
  readonly hidden?: "draft" | "embargoed" | undefined;
}

/** The front page. */
export interface FrontPage {
  readonly lead: readonly Teaser[];
  readonly columns: readonly {
    readonly column: Link;
    readonly teasers: readonly Teaser[];
  }[];
  /** The masthead's body. */
  readonly about?: TrustedHtml | undefined;
}

/** One page of a column's index. */
export interface ColumnPage {
  readonly breadcrumb: readonly Link[];
  readonly title: string;
  readonly description?: string | undefined;
  /** Only on the first page. */
  readonly introduction?: TrustedHtml | undefined;
  readonly picture?: Picture | undefined;
  /** For whoever passes the address on, where there is no picture. */
  readonly card?: Picture | undefined;
  readonly layout: "list" | "digest";
  readonly children: readonly Link[];
  readonly years: readonly Link[];
  readonly feed: UrlPath;
  readonly leaf: Leaf;
}

/** A year's or month's articles of a column. */
export interface ArchivePage {
  readonly breadcrumb: readonly Link[];
  readonly column: Link;
  readonly year: number;
  /** 1 to 12; absent on a year's page. */
  readonly month?: number | undefined;
  /** The months of the year that have articles; empty on a month's page. */
  readonly months: readonly {
    readonly month: number;
    readonly path: UrlPath;
    readonly count: number;
  }[];
  readonly leaf: Leaf;
}

/** A topic's page (专题). */
export interface TopicPage {
  readonly breadcrumb: readonly Link[];
  readonly title: string;
  readonly summary?: string | undefined;
  readonly picture?: Picture | undefined;
  readonly introduction?: TrustedHtml | undefined;
  /** The editor's arrangement, first page only; articles in a section are also in the list. */
  readonly sections: readonly {
    readonly title: string;
    readonly teasers: readonly Teaser[];
  }[];
  readonly leaf: Leaf;
}

/** A person's page: what the publication has of one author. */
export interface PersonPage {
  readonly breadcrumb: readonly Link[];
  readonly name: string;
  readonly affiliation?: string | undefined;
  readonly isOrganization: boolean;
  /** The person's file, set. */
  readonly life?: TrustedHtml | undefined;
  readonly leaf: Leaf;
}

/** A source's page: what the publication took from one source. */
export interface SourcePage {
  readonly breadcrumb: readonly Link[];
  readonly name: string;
  readonly home?: string | undefined;
  readonly leaf: Leaf;
}

/** All topics, all people or all sources, most articles first. */
export interface DirectoryPage {
  readonly breadcrumb: readonly Link[];
  readonly of: "topics" | "people" | "sources";
  readonly names: readonly (Link & { readonly count: number })[];
}

/** All corrections and retractions, newest first. */
export interface CorrectionsPage {
  readonly breadcrumb: readonly Link[];
  readonly notices: readonly {
    readonly kind: "correction" | "retraction";
    readonly article: Link;
    readonly time: PrintedTime;
    readonly text: string;
  }[];
}

/** The search page; without JavaScript it leads into the columns and their years. */
export interface SearchPage {
  readonly breadcrumb: readonly Link[];
  readonly columns: readonly {
    readonly column: Link;
    readonly years: readonly Link[];
  }[];
}

/** A standing page. */
export interface StandingPage {
  readonly breadcrumb: readonly Link[];
  readonly title: string;
  readonly description?: string | undefined;
  readonly prose: TrustedHtml;
}

/** What remains at the address of an article that has expired: nothing of it. */
export interface ExpiredPage {
  readonly breadcrumb: readonly Link[];
}

/** 404.html. */
export interface NotFoundPage {
  readonly breadcrumb: readonly Link[];
}

/** An old address that leads to an article. */
export interface RedirectPage {
  readonly to: UrlPath;
}
