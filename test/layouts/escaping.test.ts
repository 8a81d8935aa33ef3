import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPage } from "../../layouts/render-page.tsx";
import { sampleFrame } from "./sample-frame.ts";
import { richPages } from "./sample-pages.ts";

const attack = `</title><script>alert(1)</script>"onload="alert(2)' onload='&<!--`;
const hostile = (text: string) => attack + text;
const frame = sampleFrame(hostile);
const dataBlock = /<script type="application\/ld\+json">(.*?)<\/script>/gsu;

for (const page of richPages(hostile)) {
  test(`hostile text in every text of a page comes out as text: ${page.kind}`, () => {
    const html = renderPage(page, frame);
    const withoutData = html.replace(dataBlock, "");
    assert.doesNotMatch(withoutData, /<script(?!(?: type="module")? src="\/assets\/[a-z]+\.js"><\/script>)/u);
    assert.doesNotMatch(withoutData, /"onload=|<!--|<\/title>.*<\/title>/u);
    if (page.kind !== "redirect" && page.kind !== "notFound")
      assert.match(withoutData, /&lt;script>alert\(1\)&lt;\/script>&quot;onload=&quot;/u);
    for (const [, data] of html.matchAll(dataBlock)) assert.doesNotMatch(data ?? "", /</u);
  });

  test(`no page has a script, style or handler of its own: ${page.kind}`, () => {
    const html = renderPage(page, frame).replace(dataBlock, "");
    assert.doesNotMatch(html, /<style|<[a-z][^>]* (?:style|on[a-z]+)=(?=[^"]*"[^"]*>)|javascript:/u);
  });
}

test("the templates of other systems are just characters", () => {
  const say = (text: string) => `{{ 7*7 }}{% raw %}\${1+1}<%= 1 %>${text}`;
  for (const page of richPages(say)) {
    if (page.kind === "redirect") continue;
    assert.match(renderPage(page, sampleFrame(say)), /\{\{ 7\*7 \}\}\{% raw %\}\$\{1\+1\}&lt;%= 1 %>/u);
  }
});
