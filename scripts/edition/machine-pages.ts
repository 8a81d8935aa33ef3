import { isoMoment } from "../article/moment.ts";
import { type Instant, instant, type UrlPath, urlPath } from "../text/brands.ts";
import type { EditionArticle, EditionColumn } from "./edition.ts";
import { listChange, updatedMoment, withdrawalOf, withdrawnByList } from "./last-changes.ts";
import type { Feed, FeedArticle, NewsSiteMap, PlannedPage, SiteMap } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import type { PagePlan } from "./page-plan.ts";

const articlesInFeed = 20;
/** sitemaps.org, "Sitemap index": at most 50,000 addresses in one file. */
const addressesPerMap = 50_000;
/** How long an article is news, in milliseconds. Google Search Central, "News sitemap": the last two days, at most 1,000 articles. */
export const newsMs = 2 * 86_400_000;
const newsArticles = 1000;

/** Atom and JSON feeds of the site and of every column. */
export function feedPages(plan: PagePlan): readonly PlannedPage[] {
  const { masthead, columns, articles } = plan.edition;
  const { title, description } = masthead;
  const withdrawn = withdrawnByList(plan.edition);
  const home = urlPath("/");
  const site = feedOf({ path: home, title, description, articles, withdrawn: withdrawn.get(home) ?? [] });
  const feeds = columns.map((column) => columnFeed(plan, column, withdrawn.get(column.path) ?? []));
  return [site, ...feeds].flatMap(({ path, feed }): readonly PlannedPage[] => [
    { kind: "atom", path: urlPath(`${path}feed.xml`), props: feed },
    { kind: "jsonFeed", path: urlPath(`${path}feed.json`), props: feed },
  ]);
}

/** The site map (or, past 50,000 addresses, several and their index), the news site map and robots.txt. */
export function siteMapPages(plan: PagePlan): readonly PlannedPage[] {
  const count = Math.ceil(siteMapSize(plan) / addressesPerMap);
  const parts = Array.from({ length: count }, (_, index): PlannedPage => {
    const [from, to] = [index * addressesPerMap, (index + 1) * addressesPerMap];
    const path = urlPath(count === 1 ? "/sitemap.xml" : `/sitemap-${index + 1}.xml`);
    return { kind: "siteMap", path, props: (maker) => ({ urls: siteMapUrls(maker).slice(from, to) }) };
  });
  const maps = (maker: PageMaker) => ({ maps: parts.map(({ path }) => ({ loc: maker.absolute(path) })) });
  const index: readonly PlannedPage[] =
    count === 1 ? [] : [{ kind: "siteMapIndex", path: urlPath("/sitemap.xml"), props: maps }];
  return [
    ...index,
    ...parts,
    {
      kind: "newsSiteMap",
      path: urlPath("/sitemap-news.xml"),
      props: (maker) => newsSiteMap(maker),
    },
    {
      kind: "robots",
      path: urlPath("/robots.txt"),
      props: (maker) => ({
        siteMaps: ["/sitemap.xml", "/sitemap-news.xml"].map((path) => maker.absolute(urlPath(path))),
      }),
    },
  ];
}

function columnFeed(plan: PagePlan, column: EditionColumn, withdrawn: readonly EditionArticle[]) {
  const title = `${plan.edition.masthead.title} ${column.title}`;
  return feedOf({
    path: column.path,
    title,
    description: column.column.description,
    articles: plan.articlesOf(column),
    withdrawn,
  });
}

/** A list of articles that is fed to readers' programs. */
interface FeedPlan {
  /** The page of the list. */
  readonly path: UrlPath;
  readonly title: string;
  readonly description: string | undefined;
  readonly articles: readonly EditionArticle[];
  /** What the list showed before. */
  readonly withdrawn: readonly EditionArticle[];
}

function feedOf({ path, title, description, articles, withdrawn }: FeedPlan): {
  readonly path: UrlPath;
  readonly feed: (maker: PageMaker) => Feed;
} {
  const feed = (maker: PageMaker): Feed => {
    const { masthead } = maker.edition;
    const entries = articles.slice(0, articlesInFeed).map((article) => feedArticle(article, maker));
    return {
      title,
      description,
      language: masthead.language,
      id: permanent(maker, path),
      home: maker.absolute(path),
      atom: maker.absolute(urlPath(`${path}feed.xml`)),
      json: maker.absolute(urlPath(`${path}feed.json`)),
      owner: masthead.owner,
      updated: feedChange(articles, withdrawn, maker) ?? `${masthead.since?.slice(0, 4) ?? "1970"}-01-01T00:00:00Z`,
      articles: entries,
    };
  };
  return { path, feed };
}

function feedArticle(each: EditionArticle, maker: PageMaker): FeedArticle {
  const { article, path } = each;
  return {
    id: permanent(maker, path),
    url: maker.absolute(path),
    title: article.title,
    authors: each.authors.map(({ name }) => name),
    published: each.published.datetime,
    updated: lastModified(each, maker),
    summary: each.excerpt,
    html: each.isWholeInFeeds ? maker.absoluteHtml(each.body, path) : undefined,
    sources: each.sources.map(({ name, url, home }) => ({
      name,
      url: url ?? home,
    })),
    keywords: article.keywords,
    language: article.language ?? maker.edition.masthead.language,
  };
}

/** An address that stays the same wherever this build is served: the masthead's, not the one given with `--address`. */
function permanent(maker: PageMaker, path: UrlPath): string {
  return maker.edition.masthead.address + path.slice(1);
}

/** Everything whose address the site map holds: the front page, lists by their first page, standing pages and articles. */
function siteMapLists(plan: PagePlan) {
  const { edition } = plan;
  return [
    { path: urlPath("/"), articles: edition.articles },
    ...edition.columns.map((column) => ({ path: column.path, articles: plan.articlesOf(column) })),
    ...edition.topics,
    ...edition.people,
    ...edition.sources,
  ];
}

function siteMapSize(plan: PagePlan): number {
  return siteMapLists(plan).length + plan.edition.standingPages.length + plan.edition.articles.length;
}

function siteMapUrls(maker: PageMaker): SiteMap["urls"] {
  const { edition } = maker;
  const withdrawn = withdrawnByList(edition);
  const urls = [
    ...siteMapLists(maker.plan).map(({ path, articles }) => ({
      loc: maker.absolute(path),
      lastmod: isoTime(listChange(articles, withdrawn.get(path) ?? [], edition.asOf), maker),
    })),
    ...edition.standingPages.map(({ path }) => ({ loc: maker.absolute(path) })),
    ...edition.articles.map((each) => ({
      loc: maker.absolute(each.path),
      lastmod: lastModified(each, maker),
    })),
  ];
  return urls.sort((a, b) => (a.loc < b.loc ? -1 : 1));
}

function newsSiteMap(maker: PageMaker): NewsSiteMap {
  const { masthead, articles, asOf } = maker.edition;
  const languages = {
    "zh-Hans": "zh-cn",
    "zh-Hant": "zh-tw",
    en: "en",
  } as const;
  return {
    publication: masthead.title,
    language: languages[masthead.language],
    articles: articles
      .filter((each) => !each.isReprint && each.article.date.instant > asOf - newsMs)
      .slice(0, newsArticles)
      .map(({ article, path, published }) => ({
        loc: maker.absolute(path),
        date: published.datetime,
        title: article.title,
      })),
  };
}

function lastModified(each: EditionArticle, maker: PageMaker): string {
  const moment = updatedMoment(each, maker.edition.asOf);
  return (moment === undefined ? each.published : maker.time(moment)).datetime;
}

/**
 * When a feed last changed: the latest change of the articles it holds, or when one that it held was withdrawn. Programs that ask
 * whether there is anything new must be told that something is gone.
 */
function feedChange(
  articles: readonly EditionArticle[],
  withdrawn: readonly EditionArticle[],
  maker: PageMaker,
): string | undefined {
  const held = articles.slice(0, articlesInFeed);
  const oldest = held.length < articlesInFeed ? undefined : held.at(-1)?.article.date.instant;
  const changes = [
    ...held.map((each) => (updatedMoment(each, maker.edition.asOf) ?? each.article.date).instant),
    ...withdrawn.filter(({ article }) => article.date.instant >= (oldest ?? article.date.instant)).map(withdrawalOf),
  ];
  return isoTime(changes.length === 0 ? undefined : instant(Math.max(...changes)), maker);
}

function isoTime(at: Instant | undefined, { edition }: PageMaker): string | undefined {
  return at && isoMoment(at, edition.masthead.timeZone);
}
