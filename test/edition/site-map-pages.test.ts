import assert from "node:assert/strict";
import { test } from "node:test";
import { siteMapPages } from "../../scripts/edition/machine-pages.ts";
import type { Page, SiteMap } from "../../scripts/edition/page.ts";
import { PageMaker } from "../../scripts/edition/page-maker.ts";
import { prepareEdition } from "../../scripts/edition/prepare-edition.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { deskFolder, usualInstant } from "../newsroom.ts";

/** The site maps of the desk with `count` topics. */
function mapsWith(count: number): readonly Page[] {
  const { compiled } = prepareEdition(deskFolder, { asOf: usualInstant, isPreview: false });
  assert.ok(compiled);
  const topics = Array.from({ length: count }, (_, index) => {
    const id = `topic-${String(index).padStart(6, "0")}`;
    return { id, name: id, path: urlPath(`/topics/${id}/`), articles: [] };
  });
  return siteMapPages(new PageMaker({ ...compiled.edition, topics }, new Map(), new Map()));
}

function urlsOf(pages: readonly Page[]): readonly SiteMap["urls"][] {
  return pages.flatMap((page) => (page.kind === "siteMap" ? [page.props().urls] : []));
}

test("up to 50,000 addresses stand in one site map, in address order", () => {
  const [urls = [], ...more] = urlsOf(mapsWith(100));
  assert.deepEqual(more, []);
  const locs = urls.map(({ loc }) => loc);
  assert.deepEqual(locs, [...locs].sort());
  // The front page, two columns, a hundred topics.
  assert.equal(new Set(locs).size, 103);
});

test("more than 50,000 are parted into maps that an index lists, none lost and none twice", () => {
  const pages = mapsWith(50_010);
  const parts = urlsOf(pages);
  assert.deepEqual(
    parts.map((urls) => urls.length),
    [50_000, 13],
  );
  assert.equal(new Set(parts.flat().map(({ loc }) => loc)).size, 50_013);
  const index = pages.find((page) => page.path === "/sitemap.xml");
  assert.ok(index?.kind === "siteMapIndex");
  assert.deepEqual(
    index.props().maps.map(({ loc }) => loc),
    ["https://banxin.example/sitemap-1.xml", "https://banxin.example/sitemap-2.xml"],
  );
});
