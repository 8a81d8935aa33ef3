import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPages } from "../edition/lost-addresses.ts";
import { manifestName } from "../edition/output-names.ts";

/**
 * The addresses that a site with the manifest `before` had and the one in the folder `now` has neither page nor redirect for, in the
 * order of their names. As for `build --against`, the pages of lists and archives may come and go; what was retracted or has expired still has its page.
 *
 * @param base the sub-folder that the site is served from, as `/` or `/paper/`
 */
export function lostAddresses(before: string, now: string, base: string): readonly string[] {
  const pages = publishedPages(readFileSync(join(now, manifestName), "utf8")) ?? [];
  const kept = new Set([...pages, ...redirectedIn(now, base)].map(withoutSlash));
  return (publishedPages(before) ?? []).filter((address) => !kept.has(withoutSlash(address)));
}

/** Addresses that the host is told to lead on from. */
function redirectedIn(folder: string, base: string): readonly string[] {
  const file = join(folder, "_redirects");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "")
    .filter((from) => from.startsWith(base))
    .map((from) => `/${from.slice(base.length)}`);
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/u, "");
}
