import { contentHash } from "../store/content-hash.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import type { CorrectionsPage, Feed, FeedArticle, PlannedPage } from "./page.ts";
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

/** Each notice has the article's own address and headline. */
function noticesFed(maker: PageMaker): readonly FeedArticle[] {
  const { language } = maker.edition.masthead;
  const notices = noticesInForce(maker);
  const ids = noticeIds(maker.edition.masthead.address, notices);
  return notices.slice(0, noticesInFeed).map(({ article, time, text }, index) => ({
    id: ids[index] ?? "",
    url: maker.absolute(article.path),
    title: article.title,
    authors: [],
    published: time.datetime,
    updated: time.datetime,
    summary: text,
    sources: [],
    keywords: [],
    language,
  }));
}

/**
 * What tells notices apart: article, kind and instant, and where an article has several of one instant (most are dated by the day) their
 * text too, whatever their order in the file. So no id ever passes from one notice to another that readers then take for known.
 *
 * Cost: the first notice of a day gets another id when the second one comes, and is shown as new beside it.
 */
function noticeIds(address: string, notices: CorrectionsPage["notices"]): readonly string[] {
  const plain = notices.map(({ kind, article, time }) => `${address}${article.path.slice(1)}#${kind}-${time.datetime}`);
  const times = new Map<string, number>();
  for (const id of plain) times.set(id, (times.get(id) ?? 0) + 1);
  const seen = new Map<string, number>();
  return plain.map((id, index) => {
    const own = times.get(id) === 1 ? id : `${id}-${contentHash(notices[index]?.text ?? "").slice(0, 12)}`;
    const before = seen.get(own) ?? 0;
    seen.set(own, before + 1);
    // The very same words twice.
    return before === 0 ? own : `${own}-${before + 1}`;
  });
}
