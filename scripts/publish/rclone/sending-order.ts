import { extname } from "node:path";
import { manifestName, pageEndings } from "../../edition/output-names.ts";
import { versionName } from "../../text/search-version.ts";

/** Files that may be sent at the same time, and what is said of them. */
export interface SendingStep {
  readonly stage: Stage;
  readonly paths: readonly string[];
  /** `Content-Type`, where the kind of file is known. */
  readonly type: string | undefined;
  /** `Cache-Control`. */
  readonly cache: string;
}

/** When a file is sent, in this order. */
export const stages = [
  "files",
  "styles",
  "new-pages",
  "new-lists",
  "new-feeds",
  "pages",
  "lists",
  "feeds",
  "version",
] as const;

/** One of `stages`. */
export type Stage = (typeof stages)[number];

/** Stages whose files nothing points at until they are past. */
export const unlinkedStages: ReadonlySet<Stage> = new Set(["new-pages", "new-lists", "new-feeds"] as const);

/** Stages whose files point at those. */
export const linkingStages: ReadonlySet<Stage> = new Set(["pages", "lists", "feeds"] as const);

/** So many files are sent by one call of rclone: no more than that are sent again when it is killed. */
const mostAtOnce = 500;

/** Where an article lies: column, year, month, slug. */
const articlePattern = /(?:^|\/)\d{4}\/\d{2}\/[^/]+\/index\.html$/u;
/** Tells readers' search that its other files are new. */
const versionFile = `search/${versionName}`;
/** What lists all articles for programs, and the search, whose results lead to pages. */
const feedPattern = /^(?:search\/.+|.*\.xml|(?:.*\/)?feed\.json|robots\.txt|_[a-z]+)$/u;

/**
 * The order in which files are sent so that no page that readers can come to by links points at one that is not there: what pages show
 * first, style sheets after the faces they name; then pages, lists and feeds that nothing points at yet, since all that could is sent
 * later; then pages that were there; then lists, feeds and the search,
 * and last what tells that the search is another. Within a stage files go by their paths.
 *
 * @param fresh files that were not there before
 */
export function sendingSteps(paths: readonly string[], fresh: ReadonlySet<string>): readonly SendingStep[] {
  const groups = new Map<string, { stage: Stage; type: string | undefined; cache: string; paths: string[] }>();
  for (const path of [...paths].filter((each) => each !== manifestName).sort()) {
    const [stage, type, cache] = [stageOf(path, fresh), typeOf(path), cacheOf(path)];
    const key = JSON.stringify([stage, type, cache]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { stage, type, cache, paths: [path] });
    else group.paths.push(path);
  }
  return [...groups.values()]
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
    .flatMap(({ paths: all, ...step }) => chunks(all).map((some) => ({ ...step, paths: some })));
}

/** Pages before what they show: what is deleted while a page that shows it can still be asked for would be missed. */
export function deletingSteps(paths: readonly string[]): readonly (readonly string[])[] {
  return [paths.filter(isPage), paths.filter((path) => !isPage(path))].filter((some) => some.length > 0);
}

/** Folders of which nothing stays when `gone` are deleted of the files `stored`, without those that lie in another of them. */
export function emptiedFolders(stored: readonly string[], gone: readonly string[]): readonly string[] {
  const goes = new Set(gone);
  const used = new Set(stored.filter((path) => !goes.has(path)).flatMap(foldersAbove));
  const highest = (path: string) => foldersAbove(path).find((folder) => !used.has(folder)) ?? [];
  return [...new Set(gone.flatMap(highest))];
}

/** The highest first. */
function foldersAbove(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function isPage(path: string): boolean {
  return typeOf(path) === page;
}

function stageOf(path: string, fresh: ReadonlySet<string>): Stage {
  const isNew = fresh.has(path);
  if (path === versionFile) return "version";
  if (/\.(?:css|js)$/u.test(path)) return "styles";
  if (!isPage(path)) return feedPattern.test(path) ? (isNew ? "new-feeds" : "feeds") : "files";
  if (articlePattern.test(path)) return isNew ? "new-pages" : "pages";
  return isNew ? "new-lists" : "lists";
}

const page = "text/html; charset=utf-8";

const types: Readonly<Record<string, string>> = {
  ...Object.fromEntries(pageEndings.map((ending) => [ending, page])),
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".pdf": "application/pdf",
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".bin": "application/octet-stream",
};

/** The media type of a file; what rclone guesses depends on the machine. */
export function typeOf(path: string): string | undefined {
  return types[extname(path)];
}

/** How long readers may keep a file whose name does not change with its bytes: seconds. */
export const secondsKept = 60;

/** What changes its name with its bytes may be kept for a year (RFC 8246), all else for a minute. */
function cacheOf(path: string): string {
  return /^(?:assets|pictures)\//u.test(path)
    ? "public, max-age=31536000, immutable"
    : `public, max-age=${secondsKept}`;
}

function chunks(paths: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(paths.length / mostAtOnce) }, (_, index) =>
    paths.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
}
