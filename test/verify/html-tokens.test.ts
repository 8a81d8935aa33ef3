import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlTokens } from "../../scripts/verify/html-tokens.ts";
import { linkEnd } from "../../scripts/verify/site-links.ts";
import { suspicionsIn } from "../../scripts/verify/suspicions.ts";

const ground = { address: "https://paper.example/zh/", files: new Set(["index.html", "a/index.html", "x.js"]) };

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'"/>`;

/** What is odd in a page that begins with its policy, which does not count for offsets. */
function kinds(html: string, first = policy): readonly string[] {
  const found = suspicionsIn(Buffer.from(first + html), "a/index.html", ground);
  return found.map(({ kind, weight, offset }) => `${kind} ${weight} ${offset - first.length}`);
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

test("a page whose policy is gone, loose, or stands where browsers do not heed it is odd", () => {
  const head = '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"/><title>一</title>';
  const body = "</head><body><p>一</p></body></html>\n";
  assert.deepEqual(kinds(`${head}${policy}${body}`, ""), []);
  for (const html of [
    `${head}${body}`,
    `${head}${policy.replace("'none'", "*")}${body}`,
    `${head}${policy.replace("'self'", "'unsafe-inline'")}${body}`,
    `${head}${policy.replace("http-equiv", "name")}${body}`,
    `${head}${policy.replace("http-equiv", 'http-equiv="x" http-equiv')}${body}`,
    `${head}<script src="/zh/x.js"></script>${policy}${body}`,
    `${head}</head><body>${policy}<p>一</p></body></html>`,
    `${head}</br>${policy}${body}`,
    `一${head}${policy}${body}`,
  ])
    assert.deepEqual(
      kinds(html, "").map((found) => found.replace(/\d+$/u, "")),
      ["policy never "],
      html,
    );
});

test("nothing is hidden where browsers read on and we would not", () => {
  for (const [html, found] of [
    ['<p "><script src=https://evil.example/></script><p ">', "script never 5"],
    ['<p ="><script>x</script>">', "script never 6"],
    ['</p "><script>x</script><p ">', "script never 6"],
    ['<!a "><script>x</script><!b ">', "script never 6"],
    ["</3 '><script>x</script><p '>", "script never 6"],
    ["<!--><script>x</script>-->", "script never 5"],
    ["<!-- --!><script>x</script>-->", "script never 9"],
    ["<select><title><script>x</script></title></select>", "hidden never 15"],
    ["<svg><title><script>x</script></title></svg>", "hidden never 12"],
    ['<noscript><a title="</noscript><script>x</script>">', "hidden never 10"],
    [
      "<script type=application/ld+json><!--<script></script><title></script><script>x</script></title>",
      "hidden never 33",
    ],
    ["<script src='&bsol;&bsol;evil.example/x.js'></script>", "script never 0"],
    ["<a href=../a/ ping=https://evil.example/>", "link never 0"],
    ["<img srcset='../x.js 1x, https://evil.example/x 2x'>", "picture abroad 0"],
    ["<video poster=https://evil.example/x>", "picture abroad 0"],
  ] as const)
    assert.ok(kinds(html).includes(found), `${html}: ${kinds(html)}`);
});

test("what ours write is no tag in a tag", () => {
  for (const html of [
    "<title>a &lt; b</title><p title='a &lt; b > c'>a < b</p>",
    '<script type="application/ld+json">{"a":"\\u003c"}</script>',
    "<img src=/zh/x.js srcset='/zh/x.js 1x,/zh/x.js 2x, /zh/x.js 640w'>",
  ])
    assert.deepEqual(kinds(html), [], html);
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

test("a file may be called anything", () => {
  for (const path of ["http:%zz.html", "//a.html", "a?b#c.html", "%.html", "javascript:x/index.html"])
    assert.equal(linkEnd("/zh/", path, ground).kind, "own", path);
});

test("hostile pages take no longer than any other", { timeout: 20_000 }, () => {
  for (const piece of [
    '<a "',
    "<a '>",
    "<!--",
    "<script>",
    "<p a=",
    "<p a ",
    "<",
    "&#x",
    '<a href="',
    "<a =",
    "</",
    "<!--!",
    "<a b ",
    "<a b=",
  ])
    assert.ok([...htmlTokens(piece.repeat(100_000))].length > 0);
});
