import type { Frame, Link } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";

/** A page's title for windows and search results: `标题 - 栏目 - 刊名`, each name once. */
export function pageTitle(frame: Frame, parts: readonly (string | undefined)[]): string {
  const names = [...parts, frame.title].filter((name) => name !== undefined && name !== "");
  return [...new Set(names)].join(" - ");
}

/** What the page at `path` lies in: the innermost column of its breadcrumb, neither the front page nor the page itself. */
export function enclosing(breadcrumb: readonly Link[], path: UrlPath): Link | undefined {
  return breadcrumb.findLast((link) => link.path !== "/" && link.path !== path);
}
