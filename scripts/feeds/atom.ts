import type { Feed, FeedArticle } from "../edition/page.ts";
import { escapeXml } from "../text/escape-html.ts";

type FeedSource = FeedArticle["sources"][number];

/**
 * `feed` as an Atom document (RFC 4287), one element a line; valid without articles, too.
 *
 * Unsigned articles have no author of their own: the feed's, its owner, then stands for them (4.1.2, 4.2.1).
 *
 * Where a text first appeared is said by `dc:source` (a Dublin Core extension element, section 6.4; always, by name) and by
 * `link rel="via"` (4.2.7.2; where the original's address is known), which readers' programs show as a link. `atom:source`
 * is not for this: it holds the metadata of an Atom *feed* an entry was copied from (4.2.11), and a publication
 * that was reprinted has given us no feed id and no time of change.
 *
 * Whoever opens the feed in a browser reads it too: a style sheet sets it (W3C, "Associating Style Sheets with XML documents"), and
 * since a style sheet makes no links, each entry has its headline once more as a link of XHTML, an extension element (6.4)
 * that readers' programs pass over.
 *
 * @param styles address of that style sheet, on the feed's own host; without it there are no links of XHTML either
 */
export function renderAtom(feed: Feed, styles?: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    ...(styles === undefined ? [] : [`<?xml-stylesheet type="text/css" href="${escapeXml(styles)}"?>`]),
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="${escapeXml(feed.language)}">`,
    element("id", feed.id),
    element("title", feed.title),
    ...(feed.description ? [element("subtitle", feed.description)] : []),
    element("updated", feed.updated),
    link("alternate", "text/html", feed.home),
    link("self", "application/atom+xml", feed.atom),
    link("alternate", "application/feed+json", feed.json),
    ...(feed.icon ? [element("icon", feed.icon)] : []),
    person(feed.owner),
    ...feed.articles.map((article) => entry(article, feed.language, styles)),
    "</feed>",
    "",
  ].join("\n");
}

function entry(article: FeedArticle, feedLanguage: string, styles: string | undefined): string {
  const language = article.language === feedLanguage ? "" : ` xml:lang="${escapeXml(article.language)}"`;
  return [
    `<entry${language}>`,
    element("id", article.id),
    element("title", article.title),
    ...(styles === undefined ? [] : [headlineLink(article)]),
    element("published", article.published),
    element("updated", article.updated),
    link("alternate", "text/html", article.url),
    ...article.sources.flatMap((source) => viaLink(source, article.url)),
    ...article.authors.map(person),
    ...article.keywords.map((word) => `<category term="${escapeXml(word)}"/>`),
    ...article.sources.map((source) => element("dc:source", source.name)),
    ...(article.summary ? [`<summary type="text">${escapeXml(article.summary)}</summary>`] : []),
    ...(article.html === undefined ? [] : [`<content type="html">${escapeXml(article.html)}</content>`]),
    "</entry>",
  ].join("\n");
}

function headlineLink({ title, url }: FeedArticle): string {
  return `<a xmlns="http://www.w3.org/1999/xhtml" href="${escapeXml(url)}">${escapeXml(title)}</a>`;
}

function viaLink(source: FeedSource, ownUrl: string): readonly string[] {
  if (source.url === undefined || source.url === ownUrl) return [];
  return [`<link rel="via" href="${escapeXml(source.url)}" title="${escapeXml(source.name)}"/>`];
}

function person(name: string): string {
  return `<author>${element("name", name)}</author>`;
}

function link(relation: string, type: string, href: string): string {
  return `<link rel="${relation}" type="${type}" href="${escapeXml(href)}"/>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
