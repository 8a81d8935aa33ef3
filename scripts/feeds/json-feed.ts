import type { Feed, FeedArticle } from "../edition/page.ts";

/**
 * `feed` as a JSON Feed 1.1 document (https://www.jsonfeed.org/version/1.1/), indented to be read, ending in a line break.
 *
 * `external_url` is the first address an original has elsewhere. The names of all sources are in the extension object
 * `_banxin`, since the format has no word for them. An article has `content_text` where it may not be carried whole,
 * because the format wants some content: the summary, or the headline when there is none.
 */
export function renderJsonFeed(feed: Feed): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.json,
    description: feed.description,
    favicon: feed.icon,
    language: feed.language,
    authors: [{ name: feed.owner, url: feed.home }],
    items: feed.articles.map(jsonArticle),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonArticle(article: FeedArticle): object {
  return {
    id: article.id,
    url: article.url,
    external_url: originalUrl(article),
    title: article.title,
    ...contentOf(article),
    date_published: article.published,
    date_modified: article.updated,
    authors: filled(article.authors.map((name) => ({ name }))),
    tags: filled(article.keywords),
    language: article.language,
    _banxin: article.sources.length === 0 ? undefined : { sources: article.sources },
  };
}

function contentOf(article: FeedArticle): object {
  if (article.html === undefined) return { content_text: article.summary || article.title };
  return { content_html: article.html, summary: article.summary || undefined };
}

function originalUrl(article: FeedArticle): string | undefined {
  return article.sources.find((source) => source.url !== undefined && source.url !== article.url)?.url;
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
