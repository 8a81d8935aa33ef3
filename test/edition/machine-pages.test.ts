import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { articleText, contentWith, instantOf, newsroomFolder, printSite } from "../newsroom.ts";

test("feeds carry our own articles whole, and of reprints what their source allows", async () => {
  const site = await printSite(newsroomFolder);
  const feed = parseAtomFeed(site.page("/feed.xml"));
  const entries = feed.entries ?? [];
  assert.ok(entries.length > 8);
  const byTitle = (part: string) => entries.find((entry) => entry.title?.value?.includes(part));
  const titles = entries.map((entry) => entry.title?.value ?? "");
  const whole = titles.filter((title) => byTitle(title)?.content !== undefined);
  assert.ok(whole.length > 0);
  assert.ok(whole.length < titles.length, "a reprint whose source does not allow it has its summary alone");
  for (const entry of entries) {
    assert.match(entry.id ?? "", /^https:\/\/tingzhou\.example\//u);
    assert.ok((entry.updated ?? "") >= (entry.published ?? ""));
    for (const [, where = ""] of (entry.content?.value ?? "").matchAll(/(?:href|src)="([^"]*)"/gu)) {
      assert.match(where, /^(?:https?:|mailto:|tel:)/u, where);
    }
  }
});

test("ids in feeds stay the masthead's wherever the site is served, addresses follow", async () => {
  const site = await printSite(newsroomFolder, { address: "https://mirror.example/paper/" });
  const feed = parseJsonFeed(site.page("/feed.json"));
  for (const item of feed.items ?? []) {
    assert.match(item.id ?? "", /^https:\/\/tingzhou\.example\//u);
    assert.match(item.url ?? "", /^https:\/\/mirror\.example\/paper\//u);
  }
  assert.ok((feed.items ?? []).length > 0);
});

test("every column has its own feeds, with the articles of the columns below it", async () => {
  const site = await printSite(newsroomFolder);
  const urls = (path: string) => (parseJsonFeed(site.page(path)).items ?? []).map((item) => item.url);
  const above = urls("/theory/feed.json");
  for (const url of [...urls("/theory/news/feed.json"), ...urls("/theory/essays/feed.json")])
    assert.ok(above.includes(url), url);
  assert.ok(above.length > 5);
});

test("the news site map holds our own articles of the last two days, no reprint", async () => {
  const content = contentWith({
    "theory/news/new.md": articleText({ title: "新文", date: "2026-05-19 08:00" }),
    "theory/news/old.md": articleText({ title: "旧文", date: "2026-05-17 08:00" }),
    "theory/news/reprint.md": articleText({ title: "转载", date: "2026-05-19 09:00", source: "guangming" }),
    "theory/news/future.md": articleText({ title: "未来", date: "2026-05-21" }),
  });
  const map = (await printSite(content)).page("/sitemap-news.xml");
  assert.match(map, /<news:title>新文<\/news:title>/u);
  assert.match(map, /<news:language>zh-cn<\/news:language>/u);
  assert.doesNotMatch(map, /旧文|转载|未来/u);
});

test("the site map has every article with its true last change, and nothing expired or retracted", async () => {
  const site = await printSite(newsroomFolder);
  const map = site.page("/sitemap.xml");
  const articles = [...site.pages].filter(([path]) => /\/\d{4}\/\d\d\/[^/]+\/$/u.test(path));
  for (const [path, page] of articles) {
    const isListed = !/class="retraction|noindex/u.test(page);
    assert.equal(map.includes(`<loc>https://tingzhou.example${path}</loc>`), isListed, path);
  }
  assert.match(map, /<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00<\/lastmod>/u);
});

test("a publication without articles has valid, empty feeds and maps", async () => {
  const site = await printSite(contentWith({}));
  assert.deepEqual(parseAtomFeed(site.page("/feed.xml")).entries ?? [], []);
  assert.match(site.page("/sitemap.xml"), /<loc>https:\/\/banxin\.example\/<\/loc>/u);
  assert.match(site.page("/robots.txt"), /Sitemap: https:\/\/banxin\.example\/sitemap\.xml/u);
});

test("5,000 articles in a column make 250 pages of its index, each within reach of the next", {
  timeout: 120_000,
}, async () => {
  const day = 86_400_000;
  const files = Array.from({ length: 5000 }, (_, index) => [
    `theory/news/n${index}.md`,
    articleText({
      title: `第${index}号通讯`,
      date: new Date(Date.parse("2026-05-01T00:00:00Z") - index * day).toISOString(),
    }),
  ]);
  const content = contentWith(Object.fromEntries(files));
  const site = await printSite(content, { asOf: instantOf("2026-05-20T08:00:00+08:00") });
  assert.deepEqual(site.problems, []);
  assert.ok(site.pages.has("/theory/news/page/250/"));
  assert.ok(!site.pages.has("/theory/news/page/251/"));
  assert.match(
    site.page("/theory/news/page/249/"),
    /rel="next"[^>]*href="\/theory\/news\/page\/250\/"|href="\/theory\/news\/page\/250\/"[^>]*rel="next"/u,
  );
});
