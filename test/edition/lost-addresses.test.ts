import assert from "node:assert/strict";
import { test } from "node:test";
import { publishedPages } from "../../scripts/edition/lost-addresses.ts";

function pagesAmong(...paths: readonly string[]) {
  return publishedPages(JSON.stringify({ files: paths.map((path) => ({ path })) }));
}

test("old addresses of other systems are pages too, whatever their ending", () => {
  const old = ["cn/theory/t1.html", "cn/show.asp", "old/view.php", "old/a.htm", "old/b.shtml", "old/c.jsp"];
  assert.deepEqual(
    pagesAmong(...old),
    old.map((path) => `/${path}`),
  );
});

test("lists that come and go, and files that are no pages, are no addresses to keep", () => {
  const passing = ["theory/page/2/index.html", "theory/2026/05/index.html", "404.html"];
  const files = ["feed.xml", "assets/a-1.css", "search/version.json", "attachments/a.pdf", "_redirects"];
  assert.deepEqual(pagesAmong(...passing, ...files, "theory/index.html"), ["/theory/"]);
});
