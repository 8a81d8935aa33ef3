import { escapeXml } from "../text/escape-html.ts";

/**
 * One address with the time it last changed, as site maps (`url`) and their index (`sitemap`) list it.
 *
 * @param place `loc` is absolute; `lastmod` is ISO 8601 (W3C date and time) or absent where nothing dates the page
 */
export function siteMapEntry(
  name: "url" | "sitemap",
  place: { readonly loc: string; readonly lastmod?: string | undefined },
): string {
  const lastmod = place.lastmod === undefined ? "" : `<lastmod>${escapeXml(place.lastmod)}</lastmod>`;
  return `<${name}><loc>${escapeXml(place.loc)}</loc>${lastmod}</${name}>`;
}
