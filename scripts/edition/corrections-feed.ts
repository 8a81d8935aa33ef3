import { type UrlPath, urlPath } from "../text/brands.ts";
import type { Feed, FeedArticle, PlannedPage } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import { noticesInForce } from "./site-pages.ts";

const noticesInFeed = 20;
const home: UrlPath = urlPath("/corrections/");
const titles = { "zh-Hans": "更正", "zh-Hant": "更正", en: "Corrections" } as const;

/** The corrections and retractions as feeds, newest first: who reads a publication learns what it takes back. */
export function correctionsFeeds(): readonly PlannedPage[] {
  return [
    { kind: "atom", path: urlPath(`${home}feed.xml`), props: correctionsFeed },
    { kind: "jsonFeed", path: urlPath(`${home}feed.json`), props: correctionsFeed },
  ];
}

function correctionsFeed(maker: PageMaker): Feed {
  const { masthead } = maker.edition;
  const articles = noticesFed(maker);
  return {
    title: `${masthead.title} ${titles[masthead.language]}`,
    language: masthead.language,
    id: masthead.address + home.slice(1),
    home: maker.absolute(home),
    atom: maker.absolute(urlPath(`${home}feed.xml`)),
    json: maker.absolute(urlPath(`${home}feed.json`)),
    owner: masthead.owner,
    updated: articles[0]?.updated ?? `${masthead.since?.slice(0, 4) ?? "1970"}-01-01T00:00:00Z`,
    articles,
  };
}

/** Each notice has the article's own address and headline; its id tells notices of one article apart, by kind and instant. */
function noticesFed(maker: PageMaker): readonly FeedArticle[] {
  const { masthead } = maker.edition;
  const seen = new Map<string, number>();
  return noticesInForce(maker)
    .slice(0, noticesInFeed)
    .map(({ kind, article, time, text }) => {
      const id = `${masthead.address}${article.path.slice(1)}#${kind}-${time.datetime}`;
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      return {
        id: count === 1 ? id : `${id}-${count}`,
        url: maker.absolute(article.path),
        title: article.title,
        authors: [],
        published: time.datetime,
        updated: time.datetime,
        summary: text,
        sources: [],
        keywords: [],
        language: masthead.language,
      };
    });
}
