import type { UrlPath } from "../text/brands.ts";
import type { Feed, NewsSiteMap, Robots, SiteMap, SiteMapIndex } from "./machine-page-props.ts";
import type { PageMaker } from "./page-maker.ts";
import type {
  ArchivePage,
  ArticlePage,
  ColumnPage,
  CorrectionsPage,
  DirectoryPage,
  ExpiredPage,
  FrontPage,
  NotFoundPage,
  PersonPage,
  RedirectPage,
  SearchPage,
  SourcePage,
  StandingPage,
  TopicPage,
} from "./reader-page-props.ts";

export type * from "./machine-page-props.ts";
export type * from "./page-parts.ts";
export type * from "./reader-page-props.ts";

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

/** A page that an edition has, before it is known what related lists and pictures there are. */
export interface PlannedPageOf<K extends PageKind> {
  readonly kind: K;
  readonly path: UrlPath;
  readonly props: (maker: PageMaker) => PageProps[K];
}

/** A planned page of any kind. */
export type PlannedPage = { [K in PageKind]: PlannedPageOf<K> }[PageKind];

/** `page`, printed by `maker`. The one place where a page is made, since TypeScript does not see that kind and props stay together. */
export function printable(page: PlannedPage, maker: PageMaker): Page {
  return { ...page, props: () => page.props(maker) } as Page;
}
