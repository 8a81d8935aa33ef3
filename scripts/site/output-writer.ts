import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { hostFileNames, manifestName, unfinishedName } from "../edition/output-names.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { kindOf, manifestForm, ownFiles, removeFiles } from "./output-folder.ts";

/** One published file. `path` is below the output folder, with `/` between names. */
export interface ManifestFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What keeps a build from writing: another that writes there now, or something at `path` that no build put there. */
export type Hindrance =
  | { readonly kind: "busy"; readonly pid: number }
  | { readonly kind: "obstacle"; readonly path: string };

/** One build's hold on its folder, from before it looks at it to the manifest. */
export class OutputWriter {
  readonly #out: string;
  readonly #lock: FolderLock;
  readonly #folders = new Set<string>();
  #removed = 0;

  private constructor(out: string, lock: FolderLock) {
    this.#out = out;
    this.#lock = lock;
  }

  /** Holds the folder `out`, which is made if need be, against other builds until `close`. */
  static async open(out: string): Promise<OutputWriter | (Hindrance & { readonly kind: "busy" })> {
    mkdirSync(out, { recursive: true });
    const lock = await lockFolder(out);
    return typeof lock === "number" ? { kind: "busy", pid: lock } : new OutputWriter(out, lock);
  }

  /** How many files of earlier builds went, since this one does not want them. */
  get removed(): number {
    return this.#removed;
  }

  /** True where an earlier build has finished the folder with just this manifest. */
  isFinished(manifest: string): boolean {
    const path = join(this.#out, manifestName);
    if (existsSync(join(this.#out, unfinishedName)) || !existsSync(path)) return false;
    return readFileSync(path, "utf8") === manifest;
  }

  /**
   * Makes ready to write `toWrite`, some of the `planned` files of the whole site.
   *
   * Takes the manifest away, so that the folder counts as unfinished, notes which files are a build's own, and removes what earlier
   * builds wrote and this one does not want: a file of theirs may stand where a folder must go. With something in the way that no
   * build wrote, the folder stays as it was.
   */
  begin(planned: readonly string[], toWrite: readonly string[]): Hindrance | undefined {
    const earlier = ownFiles(this.#out);
    // Where nothing stands under the first of its names, nothing is in a file's way: in a new folder, nearly everywhere.
    const there = new Set(readdirSync(this.#out));
    const doubtful = toWrite.filter((each) => there.has(each.split("/", 1)[0] ?? ""));
    const path = obstacleIn(this.#out, doubtful, new Set(earlier));
    if (path !== undefined) return { kind: "obstacle", path };
    const wanted = new Set(planned);
    const own = [...new Set([...earlier, ...planned])].sort();
    writeWhole(this.#out, unfinishedName, JSON.stringify({ form: manifestForm, own }));
    rmSync(join(this.#out, manifestName), { force: true });
    this.#removed = removeFiles(
      this.#out,
      earlier.filter((each) => !wanted.has(each)),
    );
    for (const each of doubtful) makeRoom(join(this.#out, each));
    return undefined;
  }

  /** Writes `bytes` to `path`, making folders. */
  write(path: string, bytes: Uint8Array): void {
    const folder = dirname(join(this.#out, path));
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(join(this.#out, path), bytes);
  }

  /** Writes the manifest, last of all, and so declares the folder finished. */
  finish(manifest: string): void {
    writeWhole(this.#out, manifestName, manifest);
    rmSync(join(this.#out, unfinishedName), { force: true });
  }

  /** Lets other builds in. */
  close(): void {
    this.#lock.release();
  }
}

/** Writes `bytes` to `path` below `out`, making folders. */
export function writeBelow(out: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), bytes);
}

function makeRoom(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) rmSync(path, { recursive: true });
}

function writeWhole(out: string, name: string, text: string): void {
  writeFileSync(join(out, `${name}.new`), text);
  renameSync(join(out, `${name}.new`), join(out, name));
}

/** The text of the manifest that lists `files`. */
export function manifestOf(files: readonly ManifestFile[]): string {
  const listed = files.map(({ path, size, sha256 }) => ({ path, size, sha256, ...unserved(path) }));
  listed.sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ form: manifestForm, files: listed }, null, 1)}\n`;
}

/** Marks files that tell a host what to do: it does not serve them. */
function unserved(path: string): { readonly served?: false } {
  return hostFileNames.some((name) => name === path) ? { served: false } : {};
}

/** The first thing that stands in the way of `planned` and is no build's: a file where a folder must go, or a folder where a file must. */
function obstacleIn(out: string, planned: readonly string[], own: ReadonlySet<string>): string | undefined {
  const folders = new Set(planned.flatMap(foldersAbove));
  const file = [...folders].find((path) => kindOf(join(out, path)) === "file" && !own.has(path));
  return file ?? planned.find((path) => kindOf(join(out, path)) === "folder" && holdsForeign(out, path, own));
}

/** `a/b/c.html` → `a/b`, `a`. */
function foldersAbove(path: string): readonly string[] {
  const above = posix.dirname(path);
  return above === "." ? [] : [above, ...foldersAbove(above)];
}

/** Folders alone are nobody's, but what lies in them counts. */
function holdsForeign(out: string, folder: string, own: ReadonlySet<string>): boolean {
  const names = readdirSync(join(out, folder));
  return names.some((name) => {
    const path = `${folder}/${name}`;
    return kindOf(join(out, path)) === "folder" ? holdsForeign(out, path, own) : !own.has(path);
  });
}
