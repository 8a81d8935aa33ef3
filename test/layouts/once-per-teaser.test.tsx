import assert from "node:assert/strict";
import { test } from "node:test";
import { oncePerTeaser } from "../../layouts/once-per-teaser.ts";
import { type HtmlPage, renderPage } from "../../layouts/render-page.tsx";
import type { Frame, Leaf, Teaser } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { richTeasers } from "./sample-article.ts";
import { sampleFrame } from "./sample-frame.ts";
import { richPages } from "./sample-pages.ts";

const [first, second] = richTeasers();
assert.ok(first && second);

/** A line that counts how often it is made. */
function counted() {
  const made: string[] = [];
  const line = oncePerTeaser((teaser, frame) => {
    made.push(teaser.title);
    return <li>{`${frame.base}: ${teaser.title}`}</li>;
  });
  return { made, line };
}

test("a line is made once for each teaser of a frame", () => {
  const { made, line } = counted();
  const frame = sampleFrame();
  assert.equal(line(first, frame), `<li>/: ${first.title}</li>`);
  assert.equal(line(second, frame), `<li>/: ${second.title}</li>`);
  assert.equal(line(first, frame), `<li>/: ${first.title}</li>`);
  assert.deepEqual(made, [first.title, second.title]);
});

test("another frame, and a teaser made anew, have lines of their own", () => {
  const { line } = counted();
  const frame = sampleFrame();
  const renewed: Teaser = { ...first, title: "改过的标题" };
  assert.equal(line(first, frame), `<li>/: ${first.title}</li>`);
  assert.equal(line(first, { ...frame, base: "/paper/" }), `<li>/paper/: ${first.title}</li>`);
  assert.equal(line(renewed, frame), "<li>/: 改过的标题</li>");
  assert.equal(line(first, frame), `<li>/: ${first.title}</li>`);
});

test("a page is the same bytes whatever was rendered before it", () => {
  const frames: readonly Frame[] = [
    sampleFrame(),
    { ...sampleFrame(), language: "en" },
    { ...sampleFrame(), base: "/paper/", address: "https://banxin.example/paper/" },
  ];
  const turns = frames.flatMap((frame) => pagesListing(first).map((page) => ({ page, frame })));
  // A frame of its own has nothing remembered.
  const alone = turns.map(({ page, frame }) => renderPage(page, { ...frame }));
  const together = turns.map(({ page, frame }) => renderPage(page, frame));
  const backwards = turns.toReversed().map(({ page, frame }) => renderPage(page, frame));
  assert.deepEqual(together, alone);
  assert.deepEqual(backwards.toReversed(), alone);
  assert.equal(new Set(alone).size, alone.length);
});

/** Pages that show one teaser in different ways: related, in its own column, in another, with its picture, elsewhere. */
function pagesListing(teaser: Teaser): readonly HtmlPage[] {
  const leaf: Leaf = { teasers: [teaser], total: 1, number: 1, paths: [teaser.column.path] };
  const elsewhere: Leaf = { ...leaf, paths: [urlPath("/city/")] };
  return richPages().flatMap((page): readonly HtmlPage[] => {
    if (page.kind === "article")
      return [{ ...page, props: () => ({ ...page.props(), related: [teaser], recent: [teaser] }) }];
    if (page.kind === "person") return [{ ...page, props: () => ({ ...page.props(), leaf }) }];
    if (page.kind !== "column") return [];
    return [
      { ...page, props: () => ({ ...page.props(), layout: "list" as const, leaf }) },
      { ...page, props: () => ({ ...page.props(), layout: "list" as const, leaf: elsewhere }) },
      { ...page, props: () => ({ ...page.props(), layout: "digest" as const, leaf }) },
    ];
  });
}
