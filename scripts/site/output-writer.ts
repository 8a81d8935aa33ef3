import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { manifestName, unfinishedName } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";
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

/** One build's writing into its folder, from the first file to the manifest. */
export class OutputWriter {
  readonly #out: string;
  readonly #lock: FolderLock;
  readonly #planned: readonly string[];
  readonly #written = new Map<string, ManifestFile>();
  /** How many files of earlier builds went, since this one does not write them. */
  readonly removed: number;

  private constructor(out: string, lock: FolderLock, planned: readonly string[]) {
    this.#out = out;
    this.#lock = lock;
    this.#planned = planned;
    try {
      this.removed = begin(out, planned);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /**
   * Takes the manifest of `out` away, so that the folder counts as unfinished, notes the files that are about to be written
   * (`planned`, all of them), and removes what earlier builds wrote and this one does not: a file of theirs may stand where a
   * folder must go. With a hindrance the folder stays as it was.
   */
  static async open(out: string, planned: readonly string[]): Promise<OutputWriter | Hindrance> {
    mkdirSync(out, { recursive: true });
    const lock = await lockFolder(out);
    if (typeof lock === "number") return { kind: "busy", pid: lock };
    const path = obstacleIn(out, planned);
    if (path === undefined) return new OutputWriter(out, lock, planned);
    lock.release();
    return { kind: "obstacle", path };
  }

  /** How many files were written. */
  get count(): number {
    return this.#written.size;
  }

  /** Writes `bytes` to `path`, making folders. */
  write(path: string, bytes: Uint8Array): void {
    writeBelow(this.#out, path, bytes);
    this.note(path, bytes);
  }

  /** Notes what another hand (Eleventy's) writes to `path`; text is written as UTF-8. */
  note(path: string, bytes: string | Uint8Array): void {
    this.#written.set(path, { path, size: Buffer.byteLength(bytes), sha256: contentHash(bytes) });
  }

  /** Writes the manifest, last of all files, and so declares the folder finished. */
  finish(): void {
    const files = [...this.#planned].sort().map((path) => this.#found(path));
    writeFileSync(
      join(this.#out, `${manifestName}.new`),
      `${JSON.stringify({ form: manifestForm, files }, null, 1)}\n`,
    );
    renameSync(join(this.#out, `${manifestName}.new`), join(this.#out, manifestName));
    rmSync(join(this.#out, unfinishedName), { force: true });
  }

  /** Lets other builds in. */
  close(): void {
    this.#lock.release();
  }

  /** The file at `path` as it was written: what Eleventy has passed over must not be promised. */
  #found(path: string): ManifestFile {
    const noted = this.#written.get(path);
    const size = lstatSync(join(this.#out, path), { throwIfNoEntry: false })?.size;
    if (noted === undefined || noted.size !== size)
      throw new Error(`${path}: noted ${noted?.size}, found ${size} bytes`);
    return noted;
  }
}

/** Writes `bytes` to `path` below `out`, making folders. */
export function writeBelow(out: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), bytes);
}

function begin(out: string, planned: readonly string[]): number {
  const earlier = ownFiles(out);
  const own = [...new Set([...earlier, ...planned])].sort();
  writeFileSync(join(out, `${unfinishedName}.new`), JSON.stringify({ form: manifestForm, own }));
  renameSync(join(out, `${unfinishedName}.new`), join(out, unfinishedName));
  rmSync(join(out, manifestName), { force: true });
  const now = new Set(planned);
  return removeFiles(
    out,
    earlier.filter((path) => !now.has(path)),
  );
}

/** The first thing that stands in the way of `planned` and is no build's: a file where a folder must go, or a folder where a file must. */
function obstacleIn(out: string, planned: readonly string[]): string | undefined {
  const own = new Set(ownFiles(out));
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
