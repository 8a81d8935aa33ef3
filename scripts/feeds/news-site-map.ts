import type { NewsSiteMap } from "../edition/page.ts";
import { escapeXml } from "../text/escape-html.ts";

/** How many articles one news site map may hold (Google Search Central, “Create a news sitemap”). */
export const articlesPerNewsMap = 1_000;

/**
 * `map` as a news site map, newest first as given: the sitemaps.org form with Google's `news` elements.
 *
 * Without articles of the last two days it is an empty list, which Google accepts. Throws above `articlesPerNewsMap`.
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function renderNewsSiteMap(map: NewsSiteMap): string {
  if (map.articles.length > articlesPerNewsMap) {
    throw new Error(`a news site map holds at most ${articlesPerNewsMap} articles, not ${map.articles.length}`);
  }
  const publication = `<news:publication><news:name>${escapeXml(map.publication)}</news:name><news:language>${escapeXml(map.language)}</news:language></news:publication>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...map.articles.map((article) => newsEntry(article, publication)),
    "</urlset>",
    "",
  ].join("\n");
}

function newsEntry(article: NewsSiteMap["articles"][number], publication: string): string {
  const date = `<news:publication_date>${escapeXml(article.date)}</news:publication_date>`;
  const title = `<news:title>${escapeXml(article.title)}</news:title>`;
  return `<url><loc>${escapeXml(article.loc)}</loc><news:news>${publication}${date}${title}</news:news></url>`;
}
