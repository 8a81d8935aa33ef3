import { hostFileNames, manifestName, pageEndings } from "../edition/output-names.ts";
import type { FileKind } from "./difference.ts";

const kinds: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/(?:^|\/)feed\.(?:xml|json)$/u, "feed"],
  [/^sitemap[^/]*\.xml$/u, "site-map"],
  [/^robots\.txt$/u, "robots"],
  [/^search\/(?!.*\.html$)/u, "search"],
  [/\.(?:png|jpe?g|webp|avif|gif|svg|ico)$/u, "picture"],
  [/\.css$/u, "style"],
  [/\.m?js$/u, "script"],
  [/\.(?:woff2?|ttf|otf)$/u, "font"],
];

/** True for the path of a page: one of ours, or one that an old address of another system leads on with. */
export function isPage(path: string): boolean {
  return pageEndings.some((ending) => path.endsWith(ending));
}

/** What the file at `path` is for; `bytes` tell a page that only leads on from others. */
export function fileKind(path: string, bytes?: Buffer): FileKind {
  if (path === "") return "site";
  if (path === manifestName) return "manifest";
  if (hostFileNames.some((name) => name === path)) return "host";
  const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? (isPage(path) ? "page" : "other");
  return kind === "page" && bytes?.includes('<body class="page-redirect"') === true ? "redirect" : kind;
}
