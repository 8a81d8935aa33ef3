import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { lockName, manifestName, unfinishedName } from "../edition/output-names.ts";

/** What the manifest and `.unfinished.json` say they are. */
export const manifestForm = "banxin-manifest-1";

/** What there is before the first whole note is written: a build that was killed then leaves these alone, perhaps half written. */
const firstFiles: ReadonlySet<string> = new Set([`${unfinishedName}.new`, lockName, `${lockName}.old`]);

/**
 * Why `out` cannot be written to, or nothing. A build writes only into a folder that is empty or that a build made.
 *
 * Paths are compared as they really are, symbolic links followed. `no-folder`: a file stands there or above it, or a link that leads nowhere.
 */
export function refusalOf(out: string, content: string): "overlap" | "foreign" | "no-folder" | undefined {
  if (!isFolder(nearestExisting(resolve(out)))) return "no-folder";
  const [realOut, realContent] = [realPath(out), realPath(content)];
  if (isWithin(realOut, realContent) || isWithin(realContent, realOut)) return "overlap";
  if (!existsSync(out)) return undefined;
  const isOwn = [manifestName, unfinishedName].some((name) => readJson(join(out, name))["form"] === manifestForm);
  return isOwn || readdirSync(out).every((name) => firstFiles.has(name)) ? undefined : "foreign";
}

/** Files that a build left in `out`: those of its manifest, or of the note an unfinished one left. */
export function ownFiles(out: string): readonly string[] {
  const [manifest, unfinished] = [manifestName, unfinishedName].map((name) => readJson(join(out, name)));
  const files =
    manifest?.["form"] === manifestForm ? listIn(manifest, "files").map((file) => record(file)["path"]) : [];
  const own = unfinished?.["form"] === manifestForm ? listIn(unfinished, "own") : [];
  return [...new Set([...files, ...own])].filter((path) => typeof path === "string").filter(isBelow);
}

/**
 * Removes the files `paths` below `out`, and the folders that are empty then. Returns how many files went.
 *
 * What is reached through a link to another place stays. The folders of files that are gone already are looked at too: who
 * removed the file may have been killed before the folder.
 */
export function removeFiles(out: string, paths: readonly string[]): number {
  const home = realPath(out);
  const removed = paths.filter((path) => {
    if (!isWithin(realPath(dirname(join(out, path))), home)) return false;
    const isFile = kindOf(join(out, path)) === "file";
    if (isFile) rmSync(join(out, path));
    removeEmptyFolders(out, posix.dirname(path));
    return isFile;
  });
  return removed.length;
}

/** What stands at `path`; a link is a file, wherever it leads, and below a file there is nothing. */
export function kindOf(path: string): "file" | "folder" | "nothing" {
  try {
    return lstatSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return "nothing";
    throw error;
  }
}

/** A manifest is a file like any other: a path in it that leads out of the folder is not followed. */
function isBelow(path: string): boolean {
  return posix.normalize(path) === path && !path.startsWith("/") && !path.startsWith("..") && path !== ".";
}

function removeEmptyFolders(out: string, folder: string): void {
  if (folder === ".") return;
  if (kindOf(join(out, folder)) === "folder") {
    if (readdirSync(join(out, folder)).length > 0) return;
    rmSync(join(out, folder), { recursive: true });
  }
  removeEmptyFolders(out, posix.dirname(folder));
}

/** Where `path` really lies, links followed; what does not exist yet counts as below its nearest folder that does. */
function realPath(path: string): string {
  const full = resolve(path);
  const ground = nearestExisting(full);
  return join(existsSync(ground) ? realpathSync.native(ground) : ground, relative(ground, full));
}

/** `path`, or the nearest thing above it that is there at all, if only as a link that leads nowhere. */
function nearestExisting(path: string): string {
  const above = dirname(path);
  if (above === path) return path;
  const ground = nearestExisting(above);
  if (ground !== above || !isFolder(above)) return ground;
  return kindOf(path) === "nothing" ? above : path;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  try {
    return record(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

function listIn(values: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const list = values[name];
  return Array.isArray(list) ? list : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/u.test(way));
}
