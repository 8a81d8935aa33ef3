import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJsonFeed } from "feedsmith";
import { renderJsonFeed } from "../../scripts/feeds/json-feed.ts";
import { emptyFeed, hostileArticle, ownArticle, reprint, sampleFeed, unwritableText } from "./sample-feed.ts";

test("an independent reader finds every field of the feed and of its articles", () => {
  const feed = parseJsonFeed(renderJsonFeed(sampleFeed));
  assert.equal(feed.title, sampleFeed.title);
  assert.equal(feed.home_page_url, sampleFeed.home);
  assert.equal(feed.feed_url, sampleFeed.json);
  assert.equal(feed.description, sampleFeed.description);
  assert.equal(feed.favicon, sampleFeed.icon);
  assert.equal(feed.language, "zh-Hans");
  assert.deepEqual(feed.authors, [{ name: sampleFeed.owner, url: sampleFeed.home }]);
  assert.deepEqual(feed.items?.[0], {
    id: ownArticle.id,
    url: ownArticle.url,
    title: ownArticle.title,
    content_html: ownArticle.html,
    summary: ownArticle.summary,
    date_published: ownArticle.published,
    date_modified: ownArticle.updated,
    authors: ownArticle.authors.map((name) => ({ name })),
    tags: ownArticle.keywords,
    language: "zh-Hans",
  });
});

test("a reprint carries its summary as text and leads to the original", () => {
  assert.deepEqual(parseJsonFeed(renderJsonFeed(sampleFeed)).items?.[1], {
    id: reprint.id,
    url: reprint.url,
    external_url: reprint.sources[0]?.url,
    title: reprint.title,
    content_text: reprint.summary,
    date_published: reprint.published,
    date_modified: reprint.updated,
    language: "en",
  });
});

test("the names of the sources are in the extension object", () => {
  const { items } = JSON.parse(renderJsonFeed(sampleFeed));
  assert.deepEqual(items[0]._banxin, { sources: ownArticle.sources });
  assert.deepEqual(items[1]._banxin, { sources: reprint.sources });
});

test("an article with neither body nor summary still has content: its headline", () => {
  const bare = { ...reprint, summary: "" };
  const { items } = JSON.parse(renderJsonFeed({ ...sampleFeed, articles: [bare] }));
  assert.equal(items[0].content_text, bare.title);
});

test("a feed says its version and has a list of articles even when there are none", () => {
  const document = JSON.parse(renderJsonFeed(emptyFeed));
  assert.equal(document.version, "https://jsonfeed.org/version/1.1");
  assert.deepEqual(document.items, []);
});

test("hostile words in every field come back as they were", () => {
  const article = hostileArticle(unwritableText);
  const [item] = JSON.parse(renderJsonFeed({ ...sampleFeed, articles: [article] })).items;
  assert.equal(item.title, unwritableText);
  assert.equal(item.content_html, article.html);
  assert.equal(item.summary, unwritableText);
  assert.deepEqual(item.tags, [unwritableText]);
  assert.deepEqual(item.authors[0], { name: unwritableText });
  assert.equal(item.external_url, article.sources[0]?.url);
});

test("the same feed is always the same text", () => {
  assert.equal(renderJsonFeed(sampleFeed), renderJsonFeed(structuredClone(sampleFeed)));
});
