import type { Robots } from "../edition/page.ts";

/**
 * robots.txt (RFC 9309): everything may be read, and the site maps are these.
 *
 * Crawlers ask for it at a host's root only; below a sub-folder it does no harm and is not read.
 * Throws when an address holds a line break, which would begin a line of its own.
 */
export function renderRobots(robots: Robots): string {
  const broken = robots.siteMaps.find((address) => /[\s\p{Cc}]/u.test(address));
  if (broken !== undefined) throw new Error(`not an address for robots.txt: ${JSON.stringify(broken)}`);
  const maps = robots.siteMaps.map((address) => `Sitemap: ${address}\n`).join("");
  return `User-agent: *\nAllow: /\n${maps === "" ? "" : `\n${maps}`}`;
}
