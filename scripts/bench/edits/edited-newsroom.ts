import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { ContentKind } from "../../edition/content-kinds.ts";
import { newsroomFiles } from "../newsroom-files.ts";

/** All files of a folder, by path with `/` between names. */
export type FolderState = ReadonlyMap<string, Buffer>;

/** All files below `folder`; none where there is no folder. */
export function stateOf(folder: string): FolderState {
  return new Map(pathsBelow(folder).map((file) => [file, readFileSync(join(folder, file))]));
}

/** Paths of all files below `folder`, in order; links count as what they lead to. */
export function pathsBelow(folder: string): readonly string[] {
  const names = (within: string): readonly string[] => {
    try {
      return readdirSync(join(folder, within));
    } catch {
      // A file, or nothing.
      return [];
    }
  };
  const walk = (within: string): readonly string[] =>
    names(within).flatMap((name) => {
      const path = posix.join(within, name);
      return isFolder(join(folder, path)) ? walk(path) : [path];
    });
  return [...walk("")].sort();
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** A content folder that is being edited. Files are named by their paths below it. */
export class EditedNewsroom {
  /** As a path of the machine. */
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Files of some kinds, in path order. */
  of(...kinds: readonly ContentKind[]): readonly string[] {
    return newsroomFiles(this.folder)
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ file }) => file);
  }

  /** Whether there is such a file. */
  has(file: string): boolean {
    return pathsBelow(this.folder).includes(file);
  }

  /** The text of a file; empty when it is not there. */
  text(file: string): string {
    return this.has(file) ? readFileSync(join(this.folder, file), "utf8") : "";
  }

  /** Puts `bytes` in place of what a file held, making folders. */
  write(file: string, bytes: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), bytes);
  }

  /** Puts what `change` makes of a file's text in its place. */
  change(file: string, change: (text: string) => string): void {
    this.write(file, change(this.text(file)));
  }

  /** Removes a file, and the folders that are empty then. */
  remove(file: string): void {
    rmSync(join(this.folder, file));
    this.#removeEmptyFolders(posix.dirname(file));
  }

  /** Moves a file; where others name it from `content/` on, they name it anew. */
  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.folder, to)), { recursive: true });
    renameSync(join(this.folder, from), join(this.folder, to));
    this.#removeEmptyFolders(posix.dirname(from));
    for (const file of pathsBelow(this.folder).filter((each) => /\.(?:md|csv)$/u.test(each))) {
      const text = this.text(file);
      if (text.includes(`/${from}`)) this.write(file, text.replaceAll(`/${from}`, `/${to}`));
    }
  }

  /** What there is now, for `restore`. */
  get state(): FolderState {
    return stateOf(this.folder);
  }

  /** Makes the folder what it was; files that are the same already are left alone. */
  restore(state: FolderState): void {
    const now = this.state;
    for (const file of now.keys()) if (!state.has(file)) this.remove(file);
    for (const [file, bytes] of state) if (now.get(file)?.equals(bytes) !== true) this.write(file, bytes);
  }

  #removeEmptyFolders(folder: string): void {
    if (folder === "." || readdirSync(join(this.folder, folder)).length > 0) return;
    rmdirSync(join(this.folder, folder));
    this.#removeEmptyFolders(posix.dirname(folder));
  }
}
