import type { SiteMapIndex } from "../edition/page.ts";
import { siteMapEntry } from "./site-map-entry.ts";

/** `index` as a site map index (sitemaps.org 0.9), one map a line, in the order given. */
export function renderSiteMapIndex(index: SiteMapIndex): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...index.maps.map((map) => siteMapEntry("sitemap", map)),
    "</sitemapindex>",
    "",
  ].join("\n");
}
