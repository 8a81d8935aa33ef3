import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesPerNewsMap, renderNewsSiteMap } from "../../scripts/feeds/news-site-map.ts";
import { childrenOf, parseXml, textOf, type XmlElement } from "./parse-xml.ts";
import { hostileText } from "./sample-feed.ts";

const article = {
  loc: "https://banxin.example/theory/news/2026/05/river-wardens/",
  date: "2026-05-18T09:30:00+08:00",
  title: "河长的一天",
};

function only(element: XmlElement, name: string): XmlElement {
  const [child, ...others] = childrenOf(element, name);
  assert.ok(child, name);
  assert.equal(others.length, 0, name);
  return child;
}

test("every article has its address, publication, language, time and headline", () => {
  const root = parseXml(renderNewsSiteMap({ publication: "版心周刊", language: "zh-cn", articles: [article] }));
  assert.deepEqual(root.attributes, {
    xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
  });
  const url = only(root, "url");
  const news = only(url, "news:news");
  const publication = only(news, "news:publication");
  assert.equal(textOf(only(url, "loc")), article.loc);
  assert.equal(textOf(only(publication, "news:name")), "版心周刊");
  assert.equal(textOf(only(publication, "news:language")), "zh-cn");
  assert.equal(textOf(only(news, "news:publication_date")), article.date);
  assert.equal(textOf(only(news, "news:title")), article.title);
});

test("hostile words stay words", () => {
  const articles = [{ ...article, title: hostileText }];
  const root = parseXml(renderNewsSiteMap({ publication: hostileText, language: "zh-tw", articles }));
  const news = only(only(root, "url"), "news:news");
  assert.equal(textOf(only(news, "news:title")), hostileText);
  assert.equal(textOf(only(only(news, "news:publication"), "news:name")), hostileText);
});

test("a quiet two days make an empty list", () => {
  const root = parseXml(renderNewsSiteMap({ publication: "版心周刊", language: "zh-cn", articles: [] }));
  assert.deepEqual(childrenOf(root, "url"), []);
});

test("more articles than Google reads are a bug", () => {
  const articles = Array.from({ length: articlesPerNewsMap + 1 }, () => article);
  assert.throws(() => renderNewsSiteMap({ publication: "版心周刊", language: "zh-cn", articles }), /at most 1000/u);
});
