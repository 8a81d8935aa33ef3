import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesPerMap, renderSiteMap } from "../../scripts/feeds/site-map.ts";
import { renderSiteMapIndex } from "../../scripts/feeds/site-map-index.ts";
import { childrenOf, parseXml, textOf, type XmlElement } from "./parse-xml.ts";

const places = [
  { loc: "https://banxin.example/paper/" },
  { loc: "https://banxin.example/paper/theory/?a=1&b='2'", lastmod: "2026-05-19T10:00:00+08:00" },
];

/** `loc` and `lastmod` of each `name` in the document. */
function placesIn(root: XmlElement, name: string): readonly object[] {
  return childrenOf(root, name).map((place) =>
    Object.fromEntries(place.children.map((child) => (typeof child === "string" ? [] : [child.name, textOf(child)]))),
  );
}

test("a site map lists every address with the time it last changed, in the order given", () => {
  const root = parseXml(renderSiteMap({ urls: places }));
  assert.equal(root.name, "urlset");
  assert.deepEqual(root.attributes, { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" });
  assert.deepEqual(placesIn(root, "url"), places);
});

test("an index of site maps lists every map", () => {
  const root = parseXml(renderSiteMapIndex({ maps: places }));
  assert.equal(root.name, "sitemapindex");
  assert.deepEqual(root.attributes, { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" });
  assert.deepEqual(placesIn(root, "sitemap"), places);
});

test("a site map may be empty", () => {
  assert.deepEqual(placesIn(parseXml(renderSiteMap({ urls: [] })), "url"), []);
});

test("a site map of exactly the greatest size is written, and one address more is a bug", () => {
  const urls = Array.from({ length: addressesPerMap }, (_, number) => ({ loc: `https://banxin.example/${number}/` }));
  assert.equal(renderSiteMap({ urls }).match(/<loc>/gu)?.length, 50_000);
  const oneMore = { urls: [...urls, { loc: "https://banxin.example/" }] };
  assert.throws(() => renderSiteMap(oneMore), /at most 50000 addresses, not 50001/u);
});
