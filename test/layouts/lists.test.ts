import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlPageKinds, isHtmlPage, renderPage } from "../../layouts/render-page.tsx";
import type { PageKind, PageProps, Teaser } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { insideClass, placeOfClass, textOf } from "./class-in.ts";
import { sampleBreadcrumb, sampleLeaf, sampleTeasers } from "./sample-article.ts";
import { sampleFrame } from "./sample-frame.ts";
import { richPages, samplePaths } from "./sample-pages.ts";

const frame = sampleFrame();

function columnWith(props: Partial<PageProps["column"]>): string {
  const page: PageProps["column"] = {
    breadcrumb: sampleBreadcrumb(),
    title: "河岸",
    layout: "list",
    children: [],
    years: [],
    feed: urlPath("/city/river/feed.xml"),
    leaf: sampleLeaf(sampleTeasers(2)),
    ...props,
  };
  return renderPage({ kind: "column", path: urlPath("/city/river/"), props: () => page }, frame);
}

test("a list is ol.articles with a headline, a time and an excerpt in each line", () => {
  const list = insideClass(columnWith({}), "articles") ?? "";
  const lines = list.split("</li>").slice(0, -1);
  assert.equal(lines.length, 2);
  for (const line of lines) {
    assert.match(line, /^<li>/u);
    assert.match(line, /<a class="headline" href="\/city\/river\//u);
    assert.match(line, /<time datetime="[^"]+\+08:00">2026-05-/u);
    assert.match(line, /<p class="excerpt">/u);
  }
});

test("a list prints authors, pins, columns other than its own and the language of a line", () => {
  const [first] = sampleTeasers(1);
  assert.ok(first);
  const line: Teaser = {
    ...first,
    authors: ["周以宁", "陆川野"],
    isPinned: true,
    language: "en",
    column: { title: "桥", path: urlPath("/city/river/bridge/") },
  };
  const html = columnWith({ leaf: sampleLeaf([line]) });
  assert.equal(textOf(insideClass(html, "teaser-title")), "置顶周以宁、陆川野：二百一十米：一张长椅应该摆在哪里");
  assert.equal(insideClass(html, "teaser-column"), "桥");
  assert.match(html, /<a class="headline" lang="en"/u);
});

test("a list of its own column does not name it in every line", () => {
  assert.equal(placeOfClass(columnWith({}), "teaser-column"), -1);
});

test("an empty column says so and has no list and no pager", () => {
  const html = columnWith({ leaf: sampleLeaf([]) });
  assert.equal(insideClass(html, "empty"), "这里还没有文章。");
  assert.equal(placeOfClass(html, "articles"), -1);
  assert.equal(placeOfClass(html, "pager"), -1);
});

test("the pager shows the first, the neighbours, the numbers around and the last of 250 pages", () => {
  const html = columnWith({ leaf: sampleLeaf(sampleTeasers(1), "/city/river/", 100, 250) });
  const pager = /<nav class="pager" aria-label="翻页">(.*?)<\/nav>/su.exec(html)?.[1] ?? "";
  const texts = pager
    .split("</li>")
    .map(textOf)
    .filter((text) => text !== "");
  assert.deepEqual(texts, ["第一页", "上一页", "98", "99", "100", "101", "102", "250", "下一页"]);
  assert.match(pager, /href="\/city\/river\/page\/100\/" aria-label="第100页" aria-current="page"/u);
  assert.match(pager, /href="\/city\/river\/page\/99\/" rel="prev"/u);
  assert.match(
    html,
    /<link rel="prev" href="\/city\/river\/page\/99\/"\/?><link rel="next" href="\/city\/river\/page\/101\/"\/?>/u,
  );
  assert.match(html, /<title>河岸 - 第100页 - 城市 - 版心周刊<\/title>/u);
});

test("the first page of a list has no way back and the last none forward", () => {
  assert.doesNotMatch(columnWith({ leaf: sampleLeaf([], "/city/river/", 1, 2) }), /上一页|第一页/u);
  assert.doesNotMatch(columnWith({ leaf: sampleLeaf([], "/city/river/", 2, 2) }), /下一页/u);
});

test("the feeds of the site and of the column are discoverable", () => {
  const html = columnWith({});
  const feeds = [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"/gu)];
  assert.deepEqual(
    feeds.map(([, type, title, href]) => [type, title, href]),
    [
      ["application/atom+xml", "版心周刊：订阅", "/feed.xml"],
      ["application/feed+json", "版心周刊：订阅", "/feed.json"],
      ["application/atom+xml", "河岸：订阅", "/city/river/feed.xml"],
    ],
  );
});

test("the navigation knows the page, and the column above it", () => {
  assert.match(columnWith({}), /<a href="\/city\/" aria-current="true">城市<\/a>/u);
  const [front] = richPages();
  assert.ok(front);
  assert.match(renderPage(front, frame), /<h1 class="masthead-name"><a href="\/" rel="home" aria-current="page">/u);
});

test("what has expired, is not found or has moved asks not to be indexed", () => {
  for (const page of richPages()) {
    const isKept = !["expired", "notFound", "redirect"].includes(page.kind);
    assert.equal(renderPage(page, frame).includes('name="robots" content="noindex"'), !isKept, page.kind);
  }
});

test("a redirect leads on at once, and by a plain link", () => {
  const redirect = richPages().find((page) => page.kind === "redirect");
  assert.ok(redirect);
  const html = renderPage(redirect, { ...frame, base: "/paper/", address: "https://banxin.example/paper/" });
  assert.match(html, /<meta http-equiv="refresh" content="0; url=\/paper\/city\/river\/2026\/05\/liang-he-ji\/"\/?>/u);
  assert.match(
    html,
    /<link rel="canonical" href="https:\/\/banxin\.example\/paper\/city\/river\/2026\/05\/liang-he-ji\/"\/?>/u,
  );
  assert.match(html, /<a href="\/paper\/city\/river\/2026\/05\/liang-he-ji\/">/u);
});

test("pages are told from what machines read by their kind", () => {
  const kinds: readonly PageKind[] = htmlPageKinds;
  assert.deepEqual(new Set(kinds), new Set(Object.keys(samplePaths)));
  assert.equal(isHtmlPage({ kind: "robots", path: urlPath("/robots.txt"), props: () => ({ siteMaps: [] }) }), false);
  assert.ok(richPages().every(isHtmlPage));
});

test("a page is the same bytes each time it is rendered", () => {
  for (const page of richPages()) assert.equal(renderPage(page, frame), renderPage(page, sampleFrame()));
});

test("a list prints the day alone, and the clock for machines", () => {
  const [first] = sampleTeasers(1);
  assert.ok(first);
  const datetime = "2026-05-20T08:31:07+08:00";
  for (const [text, day] of [
    ["2026年5月20日 08:31:07", "2026年5月20日"],
    ["2026年5月20日", "2026年5月20日"],
    ["20 May 2026, 08:31", "20 May 2026"],
  ] as const) {
    const html = columnWith({ leaf: sampleLeaf([{ ...first, published: { datetime, text } }]) });
    assert.ok(html.includes(`<time datetime="${datetime}">${day}</time>`), text);
  }
});
