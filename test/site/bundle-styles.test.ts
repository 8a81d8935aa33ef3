import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { hindranceIn } from "../../scripts/report/hindrance.ts";
import { LayoutFault } from "../../scripts/report/layout-fault.ts";
import { bundleStyles } from "../../scripts/site/bundle-styles.ts";
import { root } from "../newsroom.ts";

/** The styles of `files`, which begin with `styles/index.css`, or what is told of them. */
async function bundled(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-styles-"));
  try {
    mkdirSync(join(folder, "styles"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "styles", name), text);
    return Buffer.from(await bundleStyles(folder, "styles/index.css")).toString();
  } catch (error) {
    assert.ok(error instanceof LayoutFault, String(error));
    assert.equal(hindranceIn(error), error.message, "told without the place in our code");
    return error.message;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const imports = '@layer a, b;\n\n@import "./one.css" layer(a);\n';

test("an import of a style sheet that is not there is told with its place and a remedy", async () => {
  const told = await bundled({ "index.css": `${imports}@import "./gone.css" layer(b);\n`, "one.css": "a{top:0}" });
  assert.match(told, /^styles\/index\.css:4:1 {2}.*there: @import "\.\/gone\.css" layer\(b\);\n {4}改法 Remedy: .+$/u);
  assert.match(
    await bundled({ "index.css": '@import "https://a.example/b.css";' }),
    /^styles\/index\.css:1:1 .*other sites/su,
  );
});

const unended: readonly (readonly [text: string, place: string])[] = [
  ["a { top: 0 }\n\n  b {\n  top: 0;\n\n  c { top: 0 }\n", "3:3  .*the rule"],
  ["@media print {\n  a { top: 0 }\n", "1:1  .*the rule"],
  ["@layer x {\n  a { top: 0;\n}\n", "1:1  .*the rule"],
  ["a {", "1:1  .*the rule"],
  ["a { top: calc(1px", "1:1  .*the rule"],
  ["/* 一 */ a { top: 0 }\n /* 二\nb { top: 0 }\n", "2:2  .*the comment"],
  ["/* 一", "1:1  .*the comment"],
];

for (const [text, told] of unended) {
  test(`styles that end too early are told with the place where what is open begins: ${JSON.stringify(text)}`, async () => {
    const found = await bundled({ "index.css": imports, "one.css": text });
    assert.match(found, new RegExp(`^styles/one\\.css:${told}.*\\n {4}改法 Remedy: 补上`, "u"));
  });
}

test("what cannot be read is told with its place", async () => {
  const told = await bundled({ "index.css": imports, "one.css": "a { top: 0 }\nb { top 0 }\n" });
  assert.match(told, /^styles\/one\.css:2:\d+ {2}.*\n {4}改法 Remedy: 改正/u);
});

test("styles that end are bundled: comments, marks in texts, an empty file, a file of imports alone, our own", async () => {
  const text = '/* { */ a { content: "}{/*"; top: 0 }\n/* } /* { */\nb{background:url(x{)}\n';
  assert.match(await bundled({ "index.css": imports, "one.css": text }), /top:0/u);
  for (const short of ["", "\n\n", "/* nothing */", "a{top:0}"]) {
    assert.doesNotMatch(await bundled({ "index.css": imports, "one.css": short }), /Remedy/u);
  }
  for (const own of ["layouts/styles/index.css", "layouts/feeds/feed.css", "layouts/client/preview.css"])
    assert.ok((await bundleStyles(root, own)).length > 0);
});
