import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { articlePath, articleSlug, columnPath, leafPaths, outputFile } from "../../scripts/edition/addresses.ts";
import { articleId, urlPath } from "../../scripts/text/brands.ts";
import { articleText, contentWith, printSite, root } from "../newsroom.ts";

test("addresses of articles stay what they once were", () => {
  // Readers' bookmarks and other sites' links depend on every row: none may ever change.
  const rows = readFileSync(join(root, "test/edition/addresses.txt"), "utf8").trim().split("\n").slice(1);
  assert.ok(rows.length > 30);
  for (const row of rows) {
    const [file = "", date = "", slug = "", address] = row.split(" | ").map((cell) => cell.trim());
    const folder = file
      .split("/")
      .slice(0, file.startsWith("theory") ? 2 : 1)
      .join("/");
    const [year, month] = date.split("-").map(Number);
    const name = articleSlug({ id: articleId(file), slug: slug === "" ? undefined : slug });
    assert.equal(articlePath(columnPath(folder), { year: year ?? 0, month: month ?? 0 }, name), address);
  }
});

test("a page's file is its address, index.html where that is a folder", () => {
  assert.equal(outputFile(urlPath("/")), "index.html");
  assert.equal(outputFile(urlPath("/theory/news/")), "theory/news/index.html");
  assert.equal(outputFile(urlPath("/404.html")), "404.html");
});

test("a list of n articles has as many pages as it needs, and one when it is empty", () => {
  const list = urlPath("/theory/");
  assert.deepEqual(leafPaths(list, 0, 20), ["/theory/"]);
  assert.deepEqual(leafPaths(list, 20, 20), ["/theory/"]);
  assert.deepEqual(leafPaths(list, 41, 20), ["/theory/", "/theory/page/2/", "/theory/page/3/"]);
});

test("year and month of an address are those of the publication's zone, not of the machine", async () => {
  const content = contentWith({ "theory/news/a.md": articleText({ date: "2025-12-31T16:30:00Z" }) });
  const site = await printSite(content);
  assert.ok(site.pages.has("/theory/news/2026/01/a/"));
});

test("an address does not change when other articles are added, nor with the time of day", async () => {
  const one = await printSite(contentWith({ "theory/news/四种平衡.md": articleText() }));
  const many = await printSite(
    contentWith({
      "theory/news/四种平衡.md": articleText({ date: "2026-03-31 23:59:59" }),
      "theory/news/四种平衡-2.md": articleText({ title: "又一篇" }),
    }),
  );
  const path = "/theory/news/2026/03/si-zhong-ping-heng/";
  assert.ok(one.pages.has(path));
  assert.ok(many.pages.has(path));
});

test("every address cut short is a page", async () => {
  const site = await printSite(join(root, "test/fixtures/newsroom"));
  const articles = [...site.pages.keys()].filter((path) => /\/\d{4}\/\d\d\/[^/]+\/$/u.test(path));
  assert.ok(articles.length > 8);
  for (const path of articles) {
    const names = path.split("/").filter((name) => name !== "");
    for (let count = 0; count < names.length; count++) {
      const above = count === 0 ? "/" : `/${names.slice(0, count).join("/")}/`;
      assert.ok(site.pages.has(above), `${above} of ${path}`);
    }
  }
});

test("files that would differ only by case or Unicode form on the web are refused", async () => {
  const cases = [
    { "theory/news/A.md": articleText(), "theory/news/2026/a.md": articleText({ title: "另一篇" }) },
    { "theory/news/caf\u00e9.md": articleText(), "theory/news/x/cafe\u0301.md": articleText({ title: "另一篇" }) },
    { "theory/news/ａ.md": articleText(), "theory/news/x/a.md": articleText({ title: "另一篇" }) },
    { "search/column.md": "---\ntitle: 搜索\n---\n" },
    { "theory/news/a.md": articleText({ aliases: "[/sitemap.xml]" }) },
    { "theory/news/a.md": articleText({ aliases: "[/Theory/News/]" }) },
    { "theory/2026/column.md": "---\ntitle: 年\n---\n", "theory/x.md": articleText() },
  ];
  for (const overlay of cases) {
    const { problems } = await printSite(contentWith(overlay));
    assert.deepEqual(
      [...new Set(problems.map(({ rule }) => rule))],
      ["address-taken"],
      JSON.stringify(Object.keys(overlay)),
    );
  }
});
