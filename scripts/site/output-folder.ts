import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";
import { contentHash } from "../store/content-hash.ts";

const manifestName = "manifest.json";
/** Stands where the manifest was while a build writes, and remembers which files are the build's own. */
const unfinishedName = ".unfinished.json";
const manifestForm = "banxin-manifest-1";

/** One published file. `path` is below the output folder, with `/` between names. */
export interface ManifestFile {
  readonly path: string;
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Why `out` cannot be written to, or nothing. A build writes only into a folder that is empty or that a build made. */
export function refusalOf(out: string, content: string): "overlap" | "foreign" | undefined {
  if (isWithin(resolve(out), resolve(content)) || isWithin(resolve(content), resolve(out))) return "overlap";
  if (!existsSync(out)) return undefined;
  const names = readdirSync(out);
  const isOwn = names.includes(unfinishedName) || isManifest(join(out, manifestName));
  return names.length === 0 || isOwn ? undefined : "foreign";
}

/** Takes the manifest away, so that the folder counts as unfinished, and notes the files that are about to be written. */
export function beginWriting(out: string, planned: readonly string[]): void {
  mkdirSync(out, { recursive: true });
  const own = [...new Set([...ownFiles(out), ...planned])].sort();
  writeFileSync(join(out, `${unfinishedName}.new`), JSON.stringify({ form: manifestForm, own }));
  renameSync(join(out, `${unfinishedName}.new`), join(out, unfinishedName));
  rmSync(join(out, manifestName), { force: true });
}

/** Writes `bytes` to `path` below `out`, making folders. */
export function writeOutput(out: string, path: string, bytes: Uint8Array): void {
  const file = join(out, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, bytes);
}

/** Removes what earlier builds wrote and this one did not, and the folders that are empty then. Returns how many files went. */
export function removeOrphans(out: string, written: ReadonlySet<string>): number {
  const orphans = ownFiles(out).filter((path) => !written.has(path) && existsSync(join(out, path)));
  for (const path of orphans) {
    rmSync(join(out, path));
    removeEmptyFolders(out, posix.dirname(path));
  }
  return orphans.length;
}

/** Writes the manifest of `paths`, last of all files, and so declares the folder finished. */
export function finishWriting(out: string, paths: readonly string[]): readonly ManifestFile[] {
  const files = [...paths].sort().map((path): ManifestFile => {
    const bytes = readFileSync(join(out, path));
    return { path, size: bytes.length, sha256: contentHash(bytes) };
  });
  writeFileSync(join(out, `${manifestName}.new`), `${JSON.stringify({ form: manifestForm, files }, null, 1)}\n`);
  renameSync(join(out, `${manifestName}.new`), join(out, manifestName));
  rmSync(join(out, unfinishedName), { force: true });
  return files;
}

/** Files that a build left in `out`: those of its manifest, or of the note an unfinished one left. */
function ownFiles(out: string): readonly string[] {
  const manifest = readJson(join(out, manifestName));
  const unfinished = readJson(join(out, unfinishedName));
  const files = Array.isArray(manifest["files"]) ? manifest["files"].map((file: unknown) => record(file)["path"]) : [];
  const own = Array.isArray(unfinished["own"]) ? unfinished["own"] : [];
  return [...new Set([...files, ...own])].filter((path) => typeof path === "string").filter(isBelow);
}

/** A manifest is a file like any other: a path in it that leads out of the folder is not followed. */
function isBelow(path: string): boolean {
  return posix.normalize(path) === path && !path.startsWith("/") && !path.startsWith("..") && path !== ".";
}

function removeEmptyFolders(out: string, folder: string): void {
  if (folder === "." || readdirSync(join(out, folder)).length > 0) return;
  rmSync(join(out, folder), { recursive: true });
  removeEmptyFolders(out, posix.dirname(folder));
}

function isManifest(file: string): boolean {
  return readJson(file)["form"] === manifestForm;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  try {
    return record(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/u.test(way));
}
