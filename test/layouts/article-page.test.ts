import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPage } from "../../layouts/render-page.tsx";
import type { ArticlePage } from "../../scripts/edition/page.ts";
import { trustedHtml, urlPath } from "../../scripts/text/brands.ts";
import { insideClass, placeOfClass, textOf } from "./class-in.ts";
import { bareArticle, retractedArticle, richArticle, sampleTeasers } from "./sample-article.ts";
import { sampleFrame } from "./sample-frame.ts";
import { samplePaths } from "./sample-pages.ts";

const frame = sampleFrame();

function rendered(props: ArticlePage): string {
  return renderPage({ kind: "article", path: samplePaths.article, props: () => props }, frame);
}

/** The pieces of an article page in printed order (DESIGN, section 2). */
const hooks = [
  "breadcrumb",
  "article",
  "kicker",
  "headline",
  "subtitle",
  "byline",
  "author",
  "published",
  "updated",
  "source",
  "original-title",
  "lead-image",
  "standfirst",
  "editors-note",
  "ai-label",
  "prose",
  "affiliations",
  "note",
  "corrections",
  "retraction",
  "editor",
  "rights",
  "topics",
  "keywords",
  "related",
] as const;

const always = new Set<string>(["breadcrumb", "article", "headline", "published", "prose"]);

test("an article with everything prints every piece in the printed order", () => {
  const html = rendered({ ...richArticle(), retraction: retractedArticle.retraction });
  const places = hooks.map((hook) => placeOfClass(html, hook));
  assert.ok(!places.includes(-1), `missing: ${hooks.filter((_, index) => places[index] === -1)}`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test("an article with nothing but what it must have prints nothing else", () => {
  const html = rendered(bareArticle);
  assert.deepEqual(
    hooks.filter((hook) => placeOfClass(html, hook) !== -1),
    hooks.filter((hook) => always.has(hook)),
  );
});

test("an article page has one h1, and it is the headline", () => {
  const html = rendered(richArticle());
  assert.equal(html.match(/<h1/gu)?.length, 1);
  assert.match(html, /<h1 class="headline">量河记：/u);
});

test("authors link to their pages and have their role before the name", () => {
  const html = rendered(richArticle());
  assert.match(html, /<a class="author" rel="author" href="\/people\/lu-chuan-ye\/">陆川野<\/a>/u);
  assert.equal(textOf(insideClass(html, "byline")), "作者：记者 周以宁 陆川野");
});

test("times are printed as given, to the second, and carry their offset", () => {
  const html = rendered(richArticle());
  assert.match(html, /<time class="published" datetime="2026-05-20T08:31:07\+08:00">2026-05-20 08:31:07<\/time>/u);
  assert.match(html, /<time class="updated" datetime="2026-05-22T10:00:00\+08:00">2026-05-22 10:00<\/time>/u);
});

test("a reprint links to the original text, names its day and page and is canonical there", () => {
  const html = rendered(richArticle());
  assert.match(
    html,
    /<a class="original" href="https:\/\/nanfang\.example\/2026\/river\?a=1&amp;b=2" rel="external">/u,
  );
  assert.match(html, /<link rel="canonical" href="https:\/\/nanfang\.example\/2026\/river\?a=1&amp;b=2"\/?>/u);
  assert.match(textOf(html), /南方观察 2026-05-18 第7版 原文/u);
});

test("an article in another language says so on its own words and not on ours", () => {
  const html = rendered({ ...richArticle(), language: "en" });
  assert.match(html, /<h1 class="headline" lang="en">/u);
  assert.match(html, /<div class="prose set" lang="en">/u);
  assert.match(html, /<p class="editor">责编/u);
  assert.match(html, /<html lang="zh-Hans">/u);
});

/** `undefined` is an author without an affiliation. */
const affiliationCases: readonly (readonly [string, readonly (string | undefined)[], string])[] = [
  ["one author", ["甲大学教授"], "（作者系甲大学教授）"],
  ["several authors of one affiliation", ["甲", "甲"], "（作者系甲）"],
  ["several affiliations", ["甲", "乙"], "（作者分别系甲、乙）"],
  ["three authors of two affiliations", ["甲", "乙", "甲"], "（作者分别系甲、乙、甲）"],
  ["affiliations that hold 、 themselves", ["甲大学教授、院长", "乙"], "（作者分别系甲大学教授、院长；乙）"],
  ["some authors without one", ["甲", undefined, "乙"], "（作者一系甲、作者三系乙）"],
];

for (const [name, printed, expected] of affiliationCases) {
  test(`affiliations are worded in byline order: ${name}`, () => {
    const authors = printed.map((affiliation, index) => ({
      name: `作者${"一二三"[index]}`,
      path: urlPath(`/people/${index}/`),
      affiliation,
      isOrganization: false,
    }));
    const affiliations = [...new Set(printed.filter((each) => each !== undefined))];
    assert.equal(insideClass(rendered({ ...richArticle(), authors, affiliations }), "affiliations"), expected);
  });
}

test("affiliations that the body already gives are not printed again", () => {
  assert.equal(placeOfClass(rendered({ ...richArticle(), affiliations: [] }), "affiliations"), -1);
});

test("an editor's note that begins with its own label is not labelled twice", () => {
  const note = trustedHtml("<p><strong>编者按：</strong>这是第三篇。</p>");
  const html = rendered({ ...richArticle(), editorsNote: note });
  assert.equal(html.match(/>编者按/gu)?.length, 1);
});

test("every related article has headline, time, excerpt and a link 详细 that says the headline", () => {
  const html = rendered({ ...richArticle(), related: sampleTeasers(1), recent: [] });
  const section = insideClass(html, "related") ?? "";
  assert.match(section, /<a class="headline" href="\/city\/river\/2026\/05\/article-1\/">二百一十米/u);
  assert.match(section, /<time datetime="2026-05-28T08:31:00\+08:00">2026-05-28<\/time>/u);
  assert.match(section, /<p class="excerpt">量过/u);
  assert.equal(textOf(insideClass(section, "more")), "详细：二百一十米：一张长椅应该摆在哪里");
  assert.doesNotMatch(section, /本栏最新/u);
});

test("the column's newest stand under their own heading inside the related section", () => {
  const section = insideClass(rendered({ ...richArticle(), related: [], recent: sampleTeasers(2) }), "related") ?? "";
  assert.match(section, /^<h2>相关文章<\/h2><h3>本栏最新<\/h3><ul><li>/u);
});

test("a retracted article keeps headline, byline, time and notice at its address", () => {
  const html = rendered(retractedArticle);
  for (const kept of ["headline", "byline", "published", "retraction"]) assert.notEqual(placeOfClass(html, kept), -1);
  for (const gone of ["prose", "lead-image", "standfirst"]) assert.equal(placeOfClass(html, gone), -1);
});

test("the head of an article leads to its corrections, and of a retracted text that stays, to the retraction", () => {
  assert.match(
    rendered(richArticle()),
    /<a href="#page:corrections">本文有更正<\/a>.*<section class="corrections" id="page:corrections">/su,
  );
  const kept = { ...richArticle(), retraction: retractedArticle.retraction };
  assert.match(
    rendered(kept),
    /<a href="#page:retraction">本文已撤稿<\/a>.*<section class="retraction" id="page:retraction">/su,
  );
  assert.equal(placeOfClass(rendered(retractedArticle), "standing-notice"), -1);
});

test("the preview marks drafts and embargoed articles, and asks not to be indexed", () => {
  const draft = rendered({ ...bareArticle, hidden: "draft" });
  assert.equal(insideClass(draft, "ribbon"), "预览：这是草稿，不会发布");
  assert.match(draft, /<meta name="robots" content="noindex"\/?>/u);
  assert.equal(
    insideClass(rendered({ ...bareArticle, hidden: "embargoed" }), "ribbon"),
    "预览：未到发布时间，读者还看不到",
  );
});

test("an article bears the controls of its text's size, marked as what only a script can work", () => {
  assert.match(rendered(bareArticle), /<fieldset class="text-size" data-choices(?:="")?><legend[^>]*>字号<\/legend>/u);
});

test("a printed clipping says the publication, the day and the address", () => {
  assert.equal(
    textOf(insideClass(rendered(bareArticle), "print-colophon")),
    `版心周刊 ${bareArticle.published.text}本文地址：https://banxin.example/city/river/2026/05/liang-he-ji/`,
  );
});
