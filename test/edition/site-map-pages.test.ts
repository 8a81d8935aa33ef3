import assert from "node:assert/strict";
import { test } from "node:test";
import { textKeys } from "../../scripts/edition/fill-text.ts";
import { siteMapPages } from "../../scripts/edition/machine-pages.ts";
import { type Page, printable, type SiteMap } from "../../scripts/edition/page.ts";
import { PageMaker } from "../../scripts/edition/page-maker.ts";
import { PagePlan } from "../../scripts/edition/page-plan.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { deskFolder, sessionOf, usualInstant } from "../newsroom.ts";

/** The site maps of the desk with `count` topics. */
async function mapsWith(count: number): Promise<readonly Page[]> {
  const { compiled } = await sessionOf(deskFolder).check({ asOf: usualInstant, isPreview: false }, Date.now());
  assert.ok(compiled);
  const topics = Array.from({ length: count }, (_, index) => {
    const id = `topic-${String(index).padStart(6, "0")}`;
    return { id, name: id, path: urlPath(`/topics/${id}/`), articles: [] };
  });
  const plan = new PagePlan({ ...compiled.edition, topics });
  const maker = new PageMaker(plan, { pictures: new Map(), related: new Map(), printText: textKeys });
  return siteMapPages(plan).map((page) => printable(page, maker));
}

function urlsOf(pages: readonly Page[]): readonly SiteMap["urls"][] {
  return pages.flatMap((page) => (page.kind === "siteMap" ? [page.props().urls] : []));
}

test("up to 50,000 addresses stand in one site map, in address order", async () => {
  const [urls = [], ...more] = urlsOf(await mapsWith(100));
  assert.deepEqual(more, []);
  const locs = urls.map(({ loc }) => loc);
  assert.deepEqual(locs, [...locs].sort());
  // The front page, two columns, a hundred topics.
  assert.equal(new Set(locs).size, 103);
});

test("more than 50,000 are parted into maps that an index lists, none lost and none twice", async () => {
  const pages = await mapsWith(50_010);
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
