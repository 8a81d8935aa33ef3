import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "./content-hash.ts";

/** A result that the store keeps: a label the caller understands, and the file that holds the bytes. */
export interface StoredFile {
  readonly label: string;
  readonly file: string;
}

/**
 * Large results kept as files, found by a key that holds everything they depend on.
 *
 * A result's name carries the hash of its own bytes: what was cut off, altered or left by another version is
 * forgotten and made anew, never trusted. Two builds may write at once, since a file appears whole or not at all.
 */
export class FileStore {
  readonly #folder: string;

  /** @param folder made when first written to */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The result under `key`, if it is there and undamaged. */
  find(key: string): StoredFile | undefined {
    const folder = join(this.#folder, key);
    for (const name of namesIn(folder)) {
      const file = join(folder, name);
      const dot = name.lastIndexOf(".");
      if (dot > 0 && name.slice(dot + 1) === contentHash(readFileSync(file)))
        return { label: name.slice(0, dot), file };
      rmSync(file, { force: true });
    }
    return undefined;
  }

  /** Keeps `bytes` under `key` with `label`, which becomes part of a file's name. */
  keep(key: string, label: string, bytes: Uint8Array): StoredFile {
    const folder = join(this.#folder, key);
    const file = join(folder, `${label}.${contentHash(bytes)}`);
    mkdirSync(folder, { recursive: true });
    const making = join(this.#folder, `.${key}.${process.pid}`);
    writeFileSync(making, bytes);
    renameSync(making, file);
    return { label, file };
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
