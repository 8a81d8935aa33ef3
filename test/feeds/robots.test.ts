import assert from "node:assert/strict";
import { test } from "node:test";
import { renderRobots } from "../../scripts/feeds/robots.ts";

test("everything may be read and the site maps are named", () => {
  const siteMaps = ["https://banxin.example/sitemap.xml", "https://banxin.example/sitemap-news.xml"];
  assert.equal(
    renderRobots({ siteMaps }),
    "User-agent: *\nAllow: /\n\nSitemap: https://banxin.example/sitemap.xml\nSitemap: https://banxin.example/sitemap-news.xml\n",
  );
});

test("without site maps it says only that everything may be read", () => {
  assert.equal(renderRobots({ siteMaps: [] }), "User-agent: *\nAllow: /\n");
});

test("an address that would begin a line of its own is a bug", () => {
  assert.throws(() => renderRobots({ siteMaps: ["https://a.example/\nDisallow: /"] }), /not an address/u);
});
