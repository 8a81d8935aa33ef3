import { type Dirent, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Found, PublishedSite } from "./published-site.ts";

/** A site in a folder. Links are not followed: what lies at their other end was never published. */
export class FolderSite implements PublishedSite {
  readonly atOnce = 8;
  readonly paths: readonly string[];
  readonly #folder: string;
  readonly #files: ReadonlySet<string>;

  constructor(folder: string) {
    this.#folder = folder;
    const all = filesBelow(folder, "");
    this.paths = all.map(({ path }) => path);
    this.#files = new Set(all.filter(({ isFile }) => isFile).map(({ path }) => path));
  }

  /** Loads a file. */
  async load(path: string): Promise<Found> {
    if (!this.#files.has(path))
      return this.paths.includes(path)
        ? { kind: "unreadable", why: "不是普通文件 no ordinary file" }
        : { kind: "nothing" };
    try {
      return { kind: "file", bytes: await readFile(join(this.#folder, path)) };
    } catch (error) {
      return { kind: "unreadable", why: error instanceof Error ? error.message : String(error) };
    }
  }
}

function filesBelow(folder: string, above: string): readonly { readonly path: string; readonly isFile: boolean }[] {
  const each = (entry: Dirent) => {
    const path = `${above}${entry.name}`;
    return entry.isDirectory() ? filesBelow(join(folder, entry.name), `${path}/`) : [{ path, isFile: entry.isFile() }];
  };
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(each);
}
