import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPage } from "../../../layouts/render-page.tsx";
import { sampleFrame } from "../sample-frame.ts";
import { richPages } from "../sample-pages.ts";

/** The data blocks of the sample page of `kind`, and its HTML. */
function blocksOf(kind: string) {
  const page = richPages().find((each) => each.kind === kind);
  assert.ok(page);
  const html = renderPage(page, sampleFrame());
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gu)];
  return { html, blocks: blocks.map(([, json]): unknown => JSON.parse(json ?? "")) };
}

test("a list says in JSON-LD which articles it prints, in their order", () => {
  for (const kind of ["column", "archive", "topic", "source"]) {
    const { html, blocks } = blocksOf(kind);
    const text = JSON.stringify(blocks[0]);
    assert.match(text, /"@type":"CollectionPage"/u, kind);
    for (const [, path] of text.matchAll(/"url":"https:\/\/banxin\.example([^"]+\/article-\d+\/)"/gu)) {
      assert.ok(html.includes(`href="${path}"`), `${kind} ${path}`);
    }
  }
});

test("a person's page is a profile, the front page the publication's own", () => {
  assert.match(JSON.stringify(blocksOf("person").blocks[0]), /"ProfilePage".*"Person".*"周以宁"/u);
  assert.match(JSON.stringify(blocksOf("front").blocks[0]), /"NewsMediaOrganization".*"版心周刊"/u);
});
