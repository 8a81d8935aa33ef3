import { isoMoment } from "../article/moment.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { updatedMoment } from "./article-page.ts";
import type { EditionArticle, EditionColumn } from "./edition.ts";
import type { Feed, FeedArticle, NewsSiteMap, Page, SearchIndex, SiteMap } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import { searchIndexPath } from "./site-pages.ts";

const articlesInFeed = 20;
/** sitemaps.org, "Sitemap index": at most 50,000 addresses in one file. */
const addressesPerMap = 50_000;
/** Google Search Central, "News sitemap": the last two days, at most 1,000 articles. */
const newsDays = 2;
const newsArticles = 1000;
const msPerDay = 86_400_000;

/** Atom and JSON feeds of the site and of every column. */
export function feedPages(maker: PageMaker): readonly Page[] {
  const { masthead, columns, articles } = maker.edition;
  const site = feedOf(maker, urlPath("/"), masthead.title, masthead.description, articles);
  const feeds = columns.map((column) => columnFeed(maker, column));
  return [site, ...feeds].flatMap(({ path, feed }): readonly Page[] => [
    { kind: "atom", path: urlPath(`${path}feed.xml`), props: feed },
    { kind: "jsonFeed", path: urlPath(`${path}feed.json`), props: feed },
  ]);
}

/** The site map (or, past 50,000 addresses, several and their index), the news site map and robots.txt. */
export function siteMapPages(maker: PageMaker): readonly Page[] {
  const count = Math.ceil(siteMapSize(maker) / addressesPerMap);
  const parts = Array.from({ length: count }, (_, index): Page => {
    const [from, to] = [index * addressesPerMap, (index + 1) * addressesPerMap];
    const path = urlPath(count === 1 ? "/sitemap.xml" : `/sitemap-${index + 1}.xml`);
    return { kind: "siteMap", path, props: () => ({ urls: siteMapUrls(maker).slice(from, to) }) };
  });
  const maps = () => ({ maps: parts.map(({ path }) => ({ loc: maker.absolute(path) })) });
  const index: readonly Page[] =
    count === 1 ? [] : [{ kind: "siteMapIndex", path: urlPath("/sitemap.xml"), props: maps }];
  return [
    ...index,
    ...parts,
    {
      kind: "newsSiteMap",
      path: urlPath("/sitemap-news.xml"),
      props: () => newsSiteMap(maker),
    },
    {
      kind: "robots",
      path: urlPath("/robots.txt"),
      props: () => ({
        siteMaps: ["/sitemap.xml", "/sitemap-news.xml"].map((path) => maker.absolute(urlPath(path))),
      }),
    },
  ];
}

/** What the search page's script looks through. */
export function searchIndexPage(maker: PageMaker): Page {
  const words = ({
    article,
    path,
    authors,
    sources,
    column,
    excerpt,
  }: EditionArticle): SearchIndex["articles"][number] => ({
    path,
    title: article.title,
    authors: authors.map(({ name }) => name),
    source: sources.map(({ name }) => name).join(" "),
    column: column.title,
    date: maker.time(article.date).datetime.slice(0, 10),
    summary: excerpt,
  });
  return {
    kind: "searchIndex",
    path: searchIndexPath,
    props: () => ({ articles: maker.edition.articles.map(words) }),
  };
}

function columnFeed(maker: PageMaker, column: EditionColumn) {
  const title = `${maker.edition.masthead.title} ${column.title}`;
  return feedOf(maker, column.path, title, column.column.description, maker.articlesOf(column));
}

function feedOf(
  maker: PageMaker,
  path: UrlPath,
  title: string,
  description: string | undefined,
  articles: readonly EditionArticle[],
): { readonly path: UrlPath; readonly feed: () => Feed } {
  const { masthead } = maker.edition;
  const feed = (): Feed => {
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
      updated:
        latest(articles.slice(0, articlesInFeed), maker) ?? `${masthead.since?.slice(0, 4) ?? "1970"}-01-01T00:00:00Z`,
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
    published: maker.time(article.date).datetime,
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
function siteMapLists(maker: PageMaker) {
  const { edition } = maker;
  return [
    { path: urlPath("/"), articles: edition.articles },
    ...edition.columns.map((column) => ({ path: column.path, articles: maker.articlesOf(column) })),
    ...edition.topics,
    ...edition.people,
    ...edition.sources,
  ];
}

function siteMapSize(maker: PageMaker): number {
  return siteMapLists(maker).length + maker.edition.standingPages.length + maker.edition.articles.length;
}

function siteMapUrls(maker: PageMaker): SiteMap["urls"] {
  const { edition } = maker;
  const urls = [
    ...siteMapLists(maker).map(({ path, articles }) => ({
      loc: maker.absolute(path),
      lastmod: latest(articles, maker),
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
      .filter((each) => !each.isReprint && each.article.date.instant > asOf - newsDays * msPerDay)
      .slice(0, newsArticles)
      .map(({ article, path }) => ({
        loc: maker.absolute(path),
        date: maker.time(article.date).datetime,
        title: article.title,
      })),
  };
}

function lastModified(each: EditionArticle, maker: PageMaker): string {
  return maker.time(updatedMoment(each, maker.edition.asOf) ?? each.article.date).datetime;
}

/** The latest change of `articles`; nothing when there are none. */
function latest(articles: readonly EditionArticle[], maker: PageMaker): string | undefined {
  const { masthead, asOf } = maker.edition;
  const changes = articles.map((each) => (updatedMoment(each, asOf) ?? each.article.date).instant);
  if (changes.length === 0) return undefined;
  return isoMoment(
    changes.reduce((a, b) => (a > b ? a : b)),
    masthead.timeZone,
  );
}
