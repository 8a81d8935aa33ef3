import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPage } from "../../../layouts/render-page.tsx";
import type { ArticlePage } from "../../../scripts/edition/page.ts";
import { trustedHtml, urlPath } from "../../../scripts/text/brands.ts";
import { bareArticle, richArticle } from "../sample-article.ts";
import { sampleFrame } from "../sample-frame.ts";
import { samplePaths } from "../sample-pages.ts";

function rendered(changes: Partial<ArticlePage>): string {
  const props = { ...bareArticle, ...changes };
  return renderPage({ kind: "article", path: samplePaths.article, props: () => props }, sampleFrame());
}

const three = trustedHtml(
  '<h2 id="一">其一<sup class="footnote-ref"><a href="#fn1">①</a></sup></h2><h3 id="二"><ruby>漢<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby></h3><h2 id="a&amp;b">A &amp; B</h2>',
);

test("a long piece has its headings as a table of contents, without notes, readings and links of their own", () => {
  const html = rendered({ prose: three, wordCount: 2000 });
  const contents = /<nav class="contents".*?<\/nav>/su.exec(html)?.[0] ?? "";
  assert.match(
    contents,
    /<a href="#一">其一<\/a>.*<li class="contents-inner"><a href="#二">漢<\/a>.*<a href="#a&amp;b">A &amp; B<\/a>/su,
  );
});

test("a short piece, and one with few headings, has no table of contents", () => {
  assert.doesNotMatch(rendered({ prose: three, wordCount: 1999 }), /class="contents"/u);
  assert.doesNotMatch(rendered({ prose: trustedHtml('<h2 id="一">一</h2>'), wordCount: 9000 }), /class="contents"/u);
});

test("an article leads to its neighbours, where it has any", () => {
  const earlier = { title: "前篇 <一>", path: urlPath("/city/2026/04/a/") };
  assert.match(rendered({ earlier }), /<a rel="prev" href="\/city\/2026\/04\/a\/">前篇 &lt;一><\/a>/u);
  assert.doesNotMatch(rendered({}), /class="neighbours"/u);
});

test("how long a text takes is counted in 字 or in words, and never less than a minute", () => {
  assert.match(rendered({ wordCount: 2000 }), />2000字，约5分钟</u);
  assert.match(rendered({ wordCount: 2400, language: "en" }), />2400词，约10分钟</u);
  assert.match(rendered({ wordCount: 4 }), />4字，约1分钟</u);
  assert.doesNotMatch(rendered({ wordCount: 0 }), /class="reading-time"/u);
});

test("the code of the address is drawn once, without styles, and borrowed for print", () => {
  const html = rendered({});
  assert.equal(html.match(/<path id="page:qr" d="M[^"]+"/gu)?.length, 1);
  assert.equal(html.match(/<use href="#page:qr"/gu)?.length, 1);
  assert.doesNotMatch(html, /<svg[^>]* style=/u);
});

test("indexes of scholars and Baidu are told what the page says", () => {
  const html = rendered({ ...richArticle() });
  assert.equal(html.match(/<meta name="citation_author"/gu)?.length, 2);
  assert.match(html, /<meta name="citation_publication_date" content="2026\/05\/20"/u);
  assert.match(html, /"pubDate":"2026-05-20T08:31:07","upDate":"2026-05-22T10:00:00"/u);
});

test("an archived copy of the original text is offered beside it, and told to machines", () => {
  const archive = "https://web.archive.org/web/20260301000000/https://nanfang.example/river?a=1&b=2";
  const sources = richArticle().sources.map((source) => ({ ...source, archive }));
  const html = rendered({ ...richArticle(), sources });
  assert.match(
    html,
    /<a class="archived" href="https:\/\/web\.archive\.org\/[^"]+\?a=1&amp;b=2" rel="external">存档<\/a>/u,
  );
  assert.match(html, /"archivedAt":"https:\/\/web\.archive\.org\//u);
  assert.doesNotMatch(rendered({}), /class="archived"|archivedAt/u);
});
