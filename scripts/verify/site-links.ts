/** Where a site lives and which files it has: what tells its own links from others. */
export interface SiteGround {
  /** The site's address, ending in `/`. */
  readonly address: string;
  /** The paths of all its files. */
  readonly files: ReadonlySet<string>;
}

/** Where a link leads: to a file of the site, to an address of the site that none of them has (`file` would), to another host, or into running something. */
export type LinkEnd =
  | { readonly kind: "own" | "code" }
  | { readonly kind: "lost"; readonly file?: string }
  | { readonly kind: "abroad"; readonly host: string };

const runs: ReadonlySet<string> = new Set(["javascript:", "data:", "vbscript:", "blob:"]);
const otherways: ReadonlySet<string> = new Set(["mailto:", "tel:"]);

/** Where `link` leads, written in the file at `path` of the site. */
export function linkEnd(link: string, path: string, { address, files }: SiteGround): LinkEnd {
  const below = path.replace(/(?:^|(?<=\/))index\.html$/u, "");
  const url = parse(link, new URL(address + encodedPath(below)));
  if (url === undefined) return { kind: "lost" };
  if (runs.has(url.protocol)) return { kind: "code" };
  if (otherways.has(url.protocol)) return { kind: "own" };
  const home = new URL(address);
  if (url.host !== home.host) return { kind: "abroad", host: url.host };
  if (!url.pathname.startsWith(home.pathname)) return { kind: "lost" };
  const end = decode(url.pathname.slice(home.pathname.length));
  const file = end === "" || end.endsWith("/") ? `${end}index.html` : end;
  return files.has(file) || files.has(`${file}/index.html`) ? { kind: "own" } : { kind: "lost", file };
}

/** `path` as it stands in an address: whatever a file is called, it is nothing but a path. */
export function encodedPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function parse(link: string, base: URL): URL | undefined {
  return URL.canParse(link, base.href) ? new URL(link, base) : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
