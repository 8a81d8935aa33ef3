import type { PublishedSite } from "./published-site.ts";

/** The address that a site says is its own, ending in `/`: where its robots.txt has the site map. Nothing where it has none. */
export async function addressInRobots(site: PublishedSite): Promise<string | undefined> {
  const found = await site.load("robots.txt", 0);
  const text = found.kind === "file" ? found.bytes.toString("utf8") : "";
  const address = /^Sitemap: (https?:\/\/\S+\/)sitemap\.xml\s*$/mu.exec(text)?.[1];
  return address !== undefined && URL.canParse(address) ? address : undefined;
}
