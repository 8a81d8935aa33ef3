import { hostFileNames, manifestName } from "../edition/output-names.ts";
import type { FileKind } from "./difference.ts";

const kinds: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/(?:^|\/)feed\.(?:xml|json)$/u, "feed"],
  [/^sitemap[^/]*\.xml$/u, "site-map"],
  [/^robots\.txt$/u, "robots"],
  [/^search\/(?!.*\.html$)/u, "search"],
  [/\.html$/u, "page"],
  [/\.(?:png|jpe?g|webp|avif|gif|svg|ico)$/u, "picture"],
  [/\.css$/u, "style"],
  [/\.m?js$/u, "script"],
  [/\.(?:woff2?|ttf|otf)$/u, "font"],
];

/** What the file at `path` is for; `bytes` tell a page that only leads on from others. */
export function fileKind(path: string, bytes?: Buffer): FileKind {
  if (path === "") return "site";
  if (path === manifestName) return "manifest";
  if (hostFileNames.some((name) => name === path)) return "host";
  const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
  return kind === "page" && bytes?.includes('<body class="page-redirect"') === true ? "redirect" : kind;
}
