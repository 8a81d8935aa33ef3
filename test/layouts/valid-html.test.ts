import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPage } from "../../layouts/render-page.tsx";
import type { Frame } from "../../scripts/edition/page.ts";
import { faultsOf } from "./html-faults.ts";
import { bareFrame, sampleFrame } from "./sample-frame.ts";
import { barePages, richPages } from "./sample-pages.ts";

test("the validator finds what is wrong", () => {
  assert.notDeepEqual(
    faultsOf(
      '<!doctype html>\n<html lang="zh-Hans"><head><title>题</title></head><body><p><div></div></p></body></html>',
    ),
    [],
  );
});

const languages: readonly Partial<Frame>[] = [{}, { language: "zh-Hant" }, { language: "en" }];

for (const page of richPages()) {
  test(`a page with everything is valid HTML in every language: ${page.kind}`, () => {
    for (const language of languages) {
      assert.deepEqual(faultsOf(renderPage(page, { ...sampleFrame(), ...language })), []);
    }
  });
}

for (const page of barePages()) {
  test(`a page with nothing it can do without is valid HTML: ${page.kind}`, () => {
    assert.deepEqual(faultsOf(renderPage(page, bareFrame)), []);
  });
}

for (const page of [...richPages(), ...barePages()]) {
  test(`one h1, headings in order, labelled navigation: ${page.kind}`, () => {
    const html = renderPage(page, sampleFrame()).replace(/<div class="[^"]* set"[^>]*>.*?<\/div>/gsu, "");
    const levels = [...html.matchAll(/<h([1-6])/gu)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${before} then h${level}`);
      return level;
    }, 0);
    assert.doesNotMatch(html, /<nav(?![^>]* aria-label=)/u);
  });
}
