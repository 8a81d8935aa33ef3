import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlTokens } from "../../scripts/verify/html-tokens.ts";
import { linkEnd } from "../../scripts/verify/site-links.ts";
import { suspicionsIn } from "../../scripts/verify/suspicions.ts";

const ground = { address: "https://paper.example/zh/", files: new Set(["index.html", "a/index.html", "x.js"]) };

function kinds(html: string): readonly string[] {
  const page = Buffer.from(html);
  return suspicionsIn(page, "a/index.html", ground).map(({ kind, weight, offset }) => `${kind} ${weight} ${offset}`);
}

test("a page in pieces is the page again, whatever is in it", () => {
  for (const html of [
    "<!doctype html><p class=a>一<br/>二</p>",
    "<p title='>'>x<!-- <b> -->y",
    "<script>if (a < b) '</p>'</script><p>",
    "a < b <3 <",
    '<p title="never closed>x</p>',
    "<!-- never closed",
    "<title><b></title>",
    "",
  ])
    assert.equal([...htmlTokens(html)].map(({ text }) => text).join(""), html);
});

test("what a browser would run, load or hide is seen however it is written", () => {
  for (const [html, found] of [
    ["<script src=/zh/x.js></script>", []],
    ["<script src=/zh/y.js></script>", ["script perhaps 0"]],
    ["<SCRIPT>x</SCRIPT>", ["script never 0"]],
    ['<script type="application/ld+json">{}</script>', []],
    ["<script type=module>x</script>", ["script never 0"]],
    ["<p>一</p><img src=x onerror=alert(1)>", ["handler never 10", "picture perhaps 10"]],
    ["<a href=' java\nscript:alert(1)'>", ["link never 0"]],
    ["<a href='&#106;avascript&colon;alert(1)'>", ["link never 0"]],
    ["<a href=//evil.example>", ["link abroad 0"]],
    ["<a href='https://paper.example/elsewhere/'>", ["link perhaps 0"]],
    ["<a href=../a/#b><a href=mailto:a@b.example><a href='#c'>", []],
    ["<button formaction=https://evil.example/>", ["form never 0"]],
    ["<link rel=preload href=https://evil.example/x.js>", ["link never 0"]],
    ["<link rel=canonical href=https://source.example/>", ["link abroad 0"]],
    ["<a class=more href=/zh/a/><span class=visually-hidden>", []],
    ["<div class=visually-hidden>", ["hidden perhaps 0"]],
    ["<meta http-equiv=REFRESH content='0;URL=https://evil.example/'>", ["redirect never 0"]],
  ] as const)
    assert.deepEqual(kinds(html), [...found], html);
});

test("a link leads to the site, out of it, nowhere, or into running something", () => {
  for (const [link, kind] of [
    ["/zh/", "own"],
    ["", "own"],
    ["/zh/a", "own"],
    ["/zh/%zz/", "lost"],
    ["/", "lost"],
    ["https://[", "lost"],
    ["http://paper.example/zh/", "own"],
    ["https://paper.example.evil.example/zh/", "abroad"],
    ["data:text/html,x", "code"],
  ] as const)
    assert.equal(linkEnd(link, "a/index.html", ground).kind, kind, link);
});

test("hostile pages take no longer than any other", { timeout: 20_000 }, () => {
  for (const piece of ['<a "', "<a '>", "<!--", "<script>", "<p a=", "<p a ", "<", "&#x", '<a href="'])
    assert.ok([...htmlTokens(piece.repeat(100_000))].length > 0);
});
