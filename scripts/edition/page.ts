import type { TrustedHtml, UrlPath } from "../text/brands.ts";
import type { Language } from "../text/language.ts";

/** A moment as readers see it and as machines do: `datetime` is ISO 8601 with the publication's offset. */
export interface PrintedTime {
  readonly datetime: string;
  readonly text: string;
}

/** A name that leads to a page of the site. */
export interface Link {
  readonly title: string;
  readonly path: UrlPath;
}

/** What stands around every page: masthead, navigation, colophon. One value for a whole edition. */
export interface Frame {
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: Language;
  /** The site's absolute URL, ending in `/`; everything that must be absolute begins with it. */
  readonly address: string;
  /** The path of `address`, ending in `/`: what root-relative links begin with. */
  readonly base: string;
  readonly owner: string;
  /** Editor in chief. */
  readonly editor?: string | undefined;
  readonly contact?: string | undefined;
  /** Year of the first issue. */
  readonly since?: string | undefined;
  readonly licences: readonly { readonly text: string; readonly url?: string | undefined }[];
  readonly navigation: readonly Link[];
  readonly icon?: UrlPath | undefined;
  readonly logo?: UrlPath | undefined;
  readonly stylesheet: UrlPath;
  readonly searchScript: UrlPath;
  /** True in the preview, where drafts and embargoed articles are shown and marked. */
  readonly isPreview: boolean;
}

/** A picture of this site, re-encoded, or of another one where those are allowed (then without size). */
export interface Picture {
  /** Root-relative without the site's sub-folder, or an absolute URL. */
  readonly src: UrlPath | `http${string}`;
  readonly alt: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** One article in a list: enough to choose by. */
export interface Teaser {
  readonly path: UrlPath;
  /** The headline for lists. */
  readonly title: string;
  /** Names to print before the headline (作者：标题); empty where the column does not list authors. */
  readonly authors: readonly string[];
  readonly published: PrintedTime;
  /** Whole sentences, escaped by whoever prints them; may be empty. */
  readonly excerpt: string;
  readonly column: Link;
  readonly isPinned: boolean;
  /** BCP 47, where it differs from the publication's. */
  readonly language?: string | undefined;
  readonly picture?: Picture | undefined;
  /** Preview only. */
  readonly hidden?: "draft" | "embargoed" | undefined;
}

/** One page of a list, and its neighbours. */
export interface Leaf {
  readonly teasers: readonly Teaser[];
  /** Articles in the whole list. */
  readonly total: number;
  /** This page's number, from 1. */
  readonly number: number;
  /** Addresses of all pages of the list, first to last; at least one. */
  readonly paths: readonly UrlPath[];
}

/** An author as the byline prints one. */
export interface BylineAuthor {
  readonly name: string;
  /** The author's page. */
  readonly path: UrlPath;
  readonly affiliation?: string | undefined;
  readonly role?: string | undefined;
  readonly isOrganization: boolean;
}

/** A source as the article page prints it. */
export interface PrintedSource {
  readonly name: string;
  /** The source's own list on this site. */
  readonly path: UrlPath;
  /** True where the source is the publication itself. */
  readonly isOwn: boolean;
  /** Home page of that publication. */
  readonly home?: string | undefined;
  /** The original text. */
  readonly url?: string | undefined;
  /** The original headline, only when it differs from ours. */
  readonly originalTitle?: string | undefined;
  readonly date?: PrintedTime | undefined;
  readonly page?: string | undefined;
}

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
  readonly corrections: readonly { readonly time: PrintedTime; readonly text: string }[];
  /** When present, `prose` is empty unless the editor keeps the body, and pictures and summary are gone. */
  readonly retraction?: { readonly time: PrintedTime; readonly reason: string } | undefined;
  readonly ai: "none" | "assisted" | "generated";
  readonly editors: readonly string[];
  /** The copyright notice, filled in. Empty when the masthead gives none. */
  readonly rights: string;
  readonly keywords: readonly string[];
  readonly topics: readonly Link[];
  /** Best first. */
  readonly related: readonly Teaser[];
  /** The column's newest, filling up where little is related. */
  readonly recent: readonly Teaser[];
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
  readonly columns: readonly { readonly column: Link; readonly teasers: readonly Teaser[] }[];
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
  readonly months: readonly { readonly month: number; readonly path: UrlPath; readonly count: number }[];
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
  readonly sections: readonly { readonly title: string; readonly teasers: readonly Teaser[] }[];
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
  /** Address of the list the script searches (see `SearchIndex`). */
  readonly index: UrlPath;
  readonly columns: readonly { readonly column: Link; readonly years: readonly Link[] }[];
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
  readonly sources: readonly { readonly name: string; readonly url?: string | undefined }[];
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
  readonly urls: readonly { readonly loc: string; readonly lastmod?: string | undefined }[];
}

/** A list of site maps, where there are too many addresses for one. */
export interface SiteMapIndex {
  readonly maps: readonly { readonly loc: string; readonly lastmod?: string | undefined }[];
}

/** The news site map: own articles of the last two days, newest first, at most 1,000. */
export interface NewsSiteMap {
  readonly publication: string;
  /** ISO 639, as Google News wants it: `zh-cn`, `zh-tw`, `en`. */
  readonly language: string;
  readonly articles: readonly { readonly loc: string; readonly date: string; readonly title: string }[];
}

/** robots.txt: everything may be read; where the site maps are. */
export interface Robots {
  readonly siteMaps: readonly string[];
}

/** What the search page's script looks through, newest first. */
export interface SearchIndex {
  readonly articles: readonly {
    readonly path: UrlPath;
    readonly title: string;
    readonly authors: readonly string[];
    readonly source: string;
    readonly column: string;
    readonly date: string;
    readonly summary: string;
  }[];
}

/** What each kind of page is made from. */
export interface PageProps {
  readonly front: FrontPage;
  readonly article: ArticlePage;
  readonly expired: ExpiredPage;
  readonly column: ColumnPage;
  readonly archive: ArchivePage;
  readonly topic: TopicPage;
  readonly person: PersonPage;
  readonly source: SourcePage;
  readonly directory: DirectoryPage;
  readonly corrections: CorrectionsPage;
  readonly search: SearchPage;
  readonly standing: StandingPage;
  readonly notFound: NotFoundPage;
  readonly redirect: RedirectPage;
  readonly atom: Feed;
  readonly jsonFeed: Feed;
  readonly siteMap: SiteMap;
  readonly siteMapIndex: SiteMapIndex;
  readonly newsSiteMap: NewsSiteMap;
  readonly robots: Robots;
  readonly searchIndex: SearchIndex;
}

/** One of the kinds of page. */
export type PageKind = keyof PageProps;

/** A page of kind `K`: one address readers or machines open. */
export interface PageOf<K extends PageKind> {
  readonly kind: K;
  readonly path: UrlPath;
  /** Made when asked for: an edition of 20,000 pages is never in memory whole. */
  readonly props: () => PageProps[K];
}

/** A page of any kind. */
export type Page = { [K in PageKind]: PageOf<K> }[PageKind];
