import { contentPolicy } from "../edition/content-policy.ts";
import type { Edition } from "../edition/edition.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { hostFileNames } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";

/** What hosts must know of an edition. */
export type Hosted = Pick<Edition, "address" | "pictureHosts" | "redirects">;

/** A rule for what a host says beside the files whose addresses begin with `path`. */
interface HeaderRule {
  readonly path: UrlPath;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Files whose names change with their bytes may be kept for a year, the longest there is (RFC 9111; RFC 8246). */
const forAYear = [["Cache-Control", "public, max-age=31536000, immutable"]] as const;

/** Where such files lie. */
const lasting = ["/assets/", "/pictures/"].map(urlPath);

/** What hosts such as Netlify and Cloudflare Pages read in the output folder: headers, and old addresses that lead on. */
export function hostFiles(edition: Hosted): readonly OutputFile[] {
  const redirects = redirectsOf(edition).flatMap(({ froms, to }) => froms.map((from) => `${from} ${to} 301`));
  return [
    textFile("/_headers", headerLines(edition)),
    ...(redirects.length === 0 ? [] : [textFile("/_redirects", redirects)]),
  ];
}

/** The same for servers of one's own, by name; to be included in their configuration, and no part of the site. */
export function serverSnippets(edition: Hosted): ReadonlyMap<string, string> {
  return new Map([
    ["nginx.conf", nginxOf(edition)],
    ["Caddyfile", caddyfileOf(edition)],
  ]);
}

/** Who may frame a page can be said by a host alone (CSP Level 3, `frame-ancestors`). */
function headerRules(edition: Hosted): readonly HeaderRule[] {
  const base = basePath(edition);
  const everywhere = [
    ["Content-Security-Policy", `${contentPolicy(edition)}; frame-ancestors 'none'`],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ] as const;
  return [
    { path: base, headers: everywhere },
    ...lasting.map((path) => ({ path: under(base, path), headers: forAYear })),
  ];
}

function headerLines(edition: Hosted): readonly string[] {
  return headerRules(edition).flatMap(({ path, headers }) => [
    `${path}*`,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ]);
}

/** Old addresses that mean to every server what they say; the others have their page alone, which leads on as well. */
const plainPattern = /^\/[\p{L}\p{M}\p{N}_\-./~+,@=]*$/u;

/** A rule of a host: from an old address to one of ours. */
interface HostRedirect {
  /** As servers see it that read `%E4%B8%AD` before they compare (nginx `location`; Caddy, path matcher). */
  readonly decoded: string;
  /** Both ways to write it, or the one: Cloudflare Pages compares what was asked for, GitLab Pages what that means. */
  readonly froms: readonly string[];
  readonly to: UrlPath;
}

function redirectsOf(edition: Hosted): readonly HostRedirect[] {
  const base = basePath(edition);
  return edition.redirects.flatMap(({ from, to }) => {
    if (!plainPattern.test(decodeURIComponent(from))) return [];
    const written = under(base, from).replaceAll(/%../gu, (byte) => byte.toUpperCase());
    const decoded = decodeURIComponent(written);
    return [{ decoded, froms: [...new Set([written, decoded])], to: under(base, to) }];
  });
}

function nginxOf(edition: Hosted): string {
  const base = basePath(edition);
  const [everywhere, ...others] = headerRules(edition);
  const add = ([name, value]: readonly [string, string]) => `add_header ${name} "${value}" always;`;
  const common = everywhere?.headers.map(add) ?? [];
  // nginx forgets the headers above wherever a place has one of its own.
  const places = others.map(({ path, headers }) =>
    [`location ${path} {`, ...[...common, ...headers.map(add)].map((line) => `  ${line}`), "}"].join("\n"),
  );
  const redirects = redirectsOf(edition).map(({ decoded, to }) => `location = ${decoded} { return 301 ${to}; }`);
  const hidden = hostFileNames.map((name) => `location = ${under(base, urlPath(`/${name}`))} { return 404; }`);
  return lines([
    "# include this inside server { … }",
    ...common,
    `error_page 404 ${under(base, urlPath("/404.html"))};`,
    ...hidden,
    ...places,
    ...redirects,
  ]);
}

function caddyfileOf(edition: Hosted): string {
  const base = basePath(edition);
  const rules = headerRules(edition).map(({ path, headers }) =>
    [`header ${path}* {`, ...headers.map(([name, value]) => `\t${name} "${value}"`), "}"].join("\n"),
  );
  const redirects = redirectsOf(edition).map(({ decoded, to }) => `redir ${decoded} ${to} permanent`);
  const hidden = hostFileNames.map((name) => `respond ${under(base, urlPath(`/${name}`))} 404`);
  return lines(["# import this inside a site block", ...rules, ...hidden, ...redirects]);
}

function basePath({ address }: Hosted): UrlPath {
  return urlPath(new URL(address).pathname);
}

function under(base: UrlPath, path: UrlPath): UrlPath {
  return urlPath(`${base}${path.slice(1)}`);
}

function textFile(path: string, all: readonly string[]): OutputFile {
  const bytes = Buffer.from(lines(all));
  return { path: urlPath(path), key: contentHash(bytes), bytes: () => bytes };
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
