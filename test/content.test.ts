import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { renderFieldTable } from "../scripts/article/field-table.ts";
import { instantOf, ownContent, printSite, root, sampleTest } from "./newsroom.ts";

sampleTest("the field table in content/README.md is the schema's", () => {
  // `UPDATE=1 npm test -- content` writes it anew.
  const file = join(ownContent, "README.md");
  const readme = readFileSync(file, "utf8");
  const [before = "", rest = ""] = readme.split(/(?<=<!-- field-table:begin [^\n]*\n)/u);
  const after = rest.slice(rest.indexOf("<!-- field-table:end -->"));
  const current = `${before}\n${renderFieldTable().trimEnd()}\n\n${after}`;
  if (process.env["UPDATE"] === "1") writeFileSync(file, current);
  assert.equal(readFileSync(file, "utf8"), current);
});

sampleTest("the sample publication has nothing to complain about and shows what a publication needs", async () => {
  const site = await printSite(ownContent, { asOf: instantOf("2026-11-22T12:00:00+08:00") });
  assert.deepEqual(site.problems, []);
  const articles = [...site.pages].filter(([path]) => /\/\d{4}\/\d\d\/[^/]+\/$/u.test(path)).map(([, page]) => page);
  assert.ok(articles.length >= 38, `${articles.length}`);
  const all = articles.join("");
  for (const piece of [
    "kicker",
    "subtitle",
    "standfirst",
    "editors-note",
    "affiliations",
    "note",
    "corrections",
    "retraction",
    "ai-label",
    "original-title",
    "lead-image",
    "footnotes",
    "rights",
    "related",
  ]) {
    assert.match(all, new RegExp(`class="[^"]*\\b${piece}\\b`, "u"), piece);
  }
  for (const element of [
    "<table",
    "<ruby",
    "<blockquote",
    "<figure",
    "<details",
    "<pre",
    "<br",
    'class="dots"',
    ".pdf",
  ])
    assert.ok(all.includes(element), element);
  for (const language of ["en", "zh-Hant"]) assert.ok(all.includes(`lang="${language}"`), language);
});

sampleTest("every column of the sample publication has something to read from several years", async () => {
  const site = await printSite(ownContent, { asOf: instantOf("2026-11-22T12:00:00+08:00") });
  const years = new Map<string, Set<string>>();
  for (const [path, page] of site.pages) {
    if (page.includes('class="page-redirect"')) continue;
    const [, column, year] = /^\/(.+)\/(\d{4})\/\d\d\/[^/]+\/$/u.exec(path) ?? [];
    if (column === undefined || year === undefined) continue;
    years.set(column, new Set([...(years.get(column) ?? []), year]));
  }
  assert.deepEqual([...years.keys()].sort(), [
    "culture/cities",
    "culture/crafts",
    "culture/nature",
    "theory/essays",
    "theory/news",
    "theory/reading",
  ]);
  for (const [column, known] of years) assert.ok(known.size >= 4, `${column} has ${known.size} years`);
});

test("a newsroom that has replaced the sample publication still passes all tests: none reads it without asking", () => {
  const reads = /root, "content"|ownContent/u;
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts") || file.endsWith(".test.tsx"))
    .filter((file) => reads.test(readFileSync(join(root, "test", file), "utf8")));
  const unasked = files.filter((file) => !/sampleTest|hasSample/u.test(readFileSync(join(root, "test", file), "utf8")));
  // It only begins a command there.
  assert.deepEqual(unasked, ["cli.test.ts"]);
});
