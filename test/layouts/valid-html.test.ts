import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { renderPage } from "../../layouts/render-page.tsx";
import type { Frame } from "../../scripts/edition/page.ts";
import { bareFrame, sampleFrame } from "./sample-frame.ts";
import { barePages, richPages } from "./sample-pages.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Two spellings HTML leaves free: `<!doctype html>` as the standard writes it, `<meta/>` as the renderer does.
    "doctype-style": ["error", { style: "lowercase" }],
    "void-style": "off",
    // The ids of pages hold a colon, which no heading's anchor can (HTML allows any character but white space).
    "valid-id": ["error", { relaxed: true }],
  },
});

function faultsOf(html: string): readonly string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap((result) =>
    result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

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
