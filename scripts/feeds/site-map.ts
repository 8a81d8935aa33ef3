import type { SiteMap } from "../edition/page.ts";
import { siteMapEntry } from "./site-map-entry.ts";

/** How many addresses one site map may hold (https://www.sitemaps.org/protocol.html, “Using Sitemap index files”). */
export const addressesPerMap = 50_000;

/**
 * `map` as a site map (sitemaps.org 0.9), one address a line, in the order given.
 *
 * Throws above `addressesPerMap`: whoever compiles the edition divides the addresses and lists the maps in an index.
 */
export function renderSiteMap(map: SiteMap): string {
  if (map.urls.length > addressesPerMap) {
    throw new Error(`a site map holds at most ${addressesPerMap} addresses, not ${map.urls.length}`);
  }
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...map.urls.map((url) => siteMapEntry("url", url)),
    "</urlset>",
    "",
  ].join("\n");
}
