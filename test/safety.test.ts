import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { hasErrors } from "../scripts/report/render-report.ts";
import { articleText, contentWith, newsroomFolder, printSite } from "./newsroom.ts";

// The worst that could be committed, kind by kind: what must come of it is a refusal with its rule, and nothing printed.

/** The rules that the desk with `overlay` breaks; nothing may have been printed where one of them is an error. */
async function rulesBroken(overlay: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const { problems, pages } = await printSite(contentWith(overlay));
  if (hasErrors(problems)) assert.equal(pages.size, 0);
  return [...new Set(problems.map(({ rule }) => rule))];
}

test("files that could run, choose a layout or reach the generator's configuration are refused by name", async () => {
  for (const file of [
    "theory/news/news.11tydata.js",
    "theory/news/news.json",
    "theory/news/bad.11ty.js",
    "theory/news/bad.njk",
    "theory/news/bad.liquid",
    "theory/news/bad.html",
    "theory/news/bad.mdx",
    "eleventy.config.js",
    "package.json",
    "masthead.js",
    "site/run.js",
    "site/deep/logo.png",
    "theory/news/Column.MD",
  ]) {
    const { problems } = await printSite(contentWith({ [file]: "module.exports = () => process.exit(1)" }));
    assert.deepEqual(
      problems.map((each) => [each.rule, each.file]),
      [["file-unlisted", file]],
    );
  }
});

test("names that begin with _ or . are passed over, whatever they hold", async () => {
  const files = [
    "_notes/todo.js",
    ".git/config",
    ".env",
    "theory/_drafts/half.md",
    "theory/news/_data.js",
    "README.md",
  ];
  const overlay = Object.fromEntries(files.map((file) => [file, "{{ not read }}"]));
  const { problems, pages } = await printSite(contentWith(overlay));
  assert.deepEqual(problems, []);
  assert.ok([...pages.values()].every((text) => !text.includes("not read")));
});

test("symbolic links are refused, to files and to folders, inside and outside", async () => {
  for (const target of ["/etc/passwd", "column.md", "/etc"]) {
    const content = contentWith({});
    symlinkSync(target, join(content, "theory/news/link.md"));
    const { problems } = await printSite(content);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ["file-symlink"],
    );
  }
});

test("file names that mislead are refused", async () => {
  for (const name of ["a\u202egnp.md", "a\u200bb.md", "a\\b.md", "a\nb.md", "con:1.md", " a.md", "a..md "]) {
    const content = contentWith({});
    writeFileSync(join(content, "theory/news", name), articleText());
    const { problems } = await printSite(content);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ["file-name"],
      JSON.stringify(name),
    );
  }
});

test("front matter cannot choose layouts, permalinks, engines or other languages", async () => {
  for (const field of [
    "permalink: /index.html",
    "layout: base",
    "eleventyComputed: { title: x }",
    "tags: [a]",
    "templateEngineOverride: njk",
    "eleventyNavigation: x",
  ]) {
    const [key = "", value = ""] = field.split(/: (.*)/u);
    assert.deepEqual(
      await rulesBroken({ "theory/news/a.md": articleText({ [key]: value }) }),
      ["field-unknown"],
      field,
    );
  }
  for (const fence of [
    "---js\n{ title: 'x' }\n---\n",
    "---json\n{}\n---\n",
    ";;;\n{}\n;;;\n",
    "+++\ntitle = 1\n+++\n",
  ]) {
    const broken = await rulesBroken({ "theory/news/a.md": `${fence}\n正文` });
    assert.ok(broken.length > 0, fence);
  }
});

test("keys that reach an object's machinery are unknown fields like any other", async () => {
  for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
    assert.deepEqual(
      await rulesBroken({ "theory/news/a.md": articleText({ [key]: "{ draft: true }" }) }),
      ["field-unknown"],
      key,
    );
    assert.deepEqual(
      await rulesBroken({ "theory/news/a.md": articleText({ x: `{ ${key}: { draft: true } }` }) }),
      [],
      key,
    );
  }
  assert.equal(Object.hasOwn(Object.prototype, "draft"), false);
});

test("links that would run, and pictures from outside, are errors at their line", async () => {
  for (const href of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "&#106;avascript:alert(1)",
  ]) {
    const { problems } = await printSite(contentWith({ "theory/news/a.md": articleText({}, `见[这里](<${href}>)。`) }));
    assert.deepEqual(
      problems.map(({ rule, line, column }) => [rule, line, column]),
      [["link-scheme", 9, 2]],
      href,
    );
  }
  assert.deepEqual(await rulesBroken({ "theory/news/a.md": articleText({}, "![河](https://evil.example/a.jpg)") }), [
    "picture-remote",
  ]);
  for (const src of ["//evil.example/x.png", "file:///x.png", "data:image/png;base64,AAAA"]) {
    assert.deepEqual(await rulesBroken({ "theory/news/a.md": articleText({}, `![河](${src})`) }), ["link-scheme"], src);
    const [first = ""] = await rulesBroken({ "theory/news/a.md": articleText({ image: src }) });
    assert.match(first, /^(?:picture-missing|url-scheme)$/u, src);
  }
  for (const src of ["../../../etc/passwd.png", "/../x.png"]) {
    assert.deepEqual(
      await rulesBroken({ "theory/news/a.md": articleText({}, `![河](${src})`) }),
      ["picture-missing"],
      src,
    );
  }
});

test("no article's HTML holds a script, a handler, a style or a frame, whatever its body tries", async () => {
  const tries = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<u style="position:fixed" onclick="x()">字</u>',
    '<a href="javascript:alert(1)">字</a>',
    "<iframe src=https://evil.example></iframe>",
    "<svg onload=alert(1)>",
    '<details open ontoggle="alert(1)"><summary>字</summary>x</details>',
    "</article></main></body><form action=https://evil.example>",
    "<table><tr><td style='background:url(x)'>字</td></tr></table>",
    "<style>*{display:none}</style>",
    "<!--><script>alert(1)</script>-->",
    '![字](map.png"onerror=alert(1))',
    '[字](</theory/"onmouseover=alert(1)>)',
  ];
  for (const each of tries) {
    const content = contentWith({ "theory/news/a.md": articleText({}, `前文${each}后文。\n\n${each}\n`) });
    const { pages, problems } = await printSite(content);
    if (pages.size === 0) assert.ok(hasErrors(problems), each);
    const page = pages.get("/theory/news/2026/03/a/") ?? "";
    assert.doesNotMatch(
      page,
      /<(?:script(?! type="application\/ld\+json"| (?:type="module" )?src="\/assets\/)|iframe|img src=x|svg(?! class="qr" viewBox)|form action=https:\/\/evil|style)\b/iu,
      each,
    );
    assert.doesNotMatch(page, /<[^>]*\s(?:on\w+|style)=/iu, each);
    assert.doesNotMatch(page, /href="javascript:/iu, each);
  }
});

test("redirects cannot shadow pages, loop, or leave the site", async () => {
  const shadow = await rulesBroken({ "theory/news/a.md": articleText({ aliases: "[/theory/news/]" }) });
  assert.deepEqual(shadow, ["address-taken"]);
  const twice = await rulesBroken({
    "theory/news/a.md": articleText({ aliases: "[/old/]" }),
    "theory/news/b.md": articleText({ aliases: "[/old/]", title: "又一篇" }),
  });
  assert.deepEqual(twice, ["address-taken"]);
  const loop = await rulesBroken({
    "theory/news/a.md": articleText({ aliases: "[/theory/news/2026/03/b/]" }),
    "theory/news/b.md": articleText({ aliases: "[/theory/news/2026/03/a/]", title: "又一篇" }),
  });
  assert.deepEqual(loop, ["address-taken"]);
  for (const alias of [
    "//evil.example/",
    "https://evil.example/",
    "/a/../b",
    "/a?b",
    "/a#b",
    "/a b",
    "/a\\b",
    "relative/",
  ]) {
    assert.deepEqual(
      await rulesBroken({ "theory/news/a.md": articleText({ aliases: `['${alias}']` }) }),
      ["alias-form"],
      alias,
    );
  }
});

test("the machine's zone does not change when an article appears", async () => {
  const zones = ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"];
  const before = process.env["TZ"];
  const seen = new Set<string>();
  for (const zone of zones) {
    process.env["TZ"] = zone;
    const { pages } = await printSite(newsroomFolder);
    seen.add(JSON.stringify([...pages]));
  }
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
  assert.equal(seen.size, 1);
});

test("hostile input of hundreds of kilobytes is read to its end", { timeout: 120_000 }, async () => {
  const n = 60_000;
  const bodies = [
    "*".repeat(n),
    "[".repeat(n),
    "![".repeat(n / 2),
    `${"> ".repeat(2000)}字`,
    "{|".repeat(n / 2),
    "<u>".repeat(n / 3),
    "[^1]".repeat(n / 4),
    "`".repeat(n),
    `${"|a".repeat(500)}|\n${"|-".repeat(500)}|\n`.repeat(20),
    "**“字”".repeat(n / 5),
    "字".repeat(n * 5),
    "<!--".repeat(n / 4),
    "a@b.c ".repeat(n / 6),
  ];
  const files = bodies.map((body, index) => [`theory/news/h${index}.md`, articleText({ title: `第${index}篇` }, body)]);
  const { problems } = await printSite(contentWith(Object.fromEntries(files)));
  // What matters is that this line is reached; that the deepest nesting is refused shows that bodies were read.
  assert.ok(problems.some(({ rule }) => rule === "nesting-too-deep"));
});

test("a folder below content that nobody can list by mistake is not followed for ever", async () => {
  const content = contentWith({});
  const deep = join(content, ...Array.from({ length: 40 }, (_, index) => `d${index}`));
  mkdirSync(deep, { recursive: true });
  const { problems } = await printSite(content);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ["folder-depth"],
  );
});
