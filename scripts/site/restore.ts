import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Store } from "../store/store.ts";
import { type Mark, writtenMark } from "./output-ledger.ts";

/** A file of the output and the key under which its bytes are remembered. */
export interface RememberedFile {
  /** Below the output folder, with `/` between names. */
  readonly path: string;
  readonly key: string;
}

/** A file that was written as it was remembered. */
export interface RestoredFile {
  readonly path: string;
  /** Of its bytes, in 64 hexadecimal digits. */
  readonly sha256: string;
  readonly mark: Mark;
}

/**
 * Writes `files` below `out` as `store` remembers them, and tells of each part that is done. What turns out to be lost is not
 * written and not told of.
 */
export type Restore = (
  files: readonly RememberedFile[],
  place: { readonly out: string; readonly store: Store },
  onRestored: (files: readonly RestoredFile[]) => void,
) => Promise<void>;

/** Restores in this thread. */
export const restoreHere: Restore = async (files, { out, store }, onRestored) =>
  onRestored(restoredFrom(store, out, files));

/** Writes `files` below `out` as `store` remembers them, and returns those that were not lost. */
export function restoredFrom(store: Store, out: string, files: readonly RememberedFile[]): readonly RestoredFile[] {
  const folders = new Set<string>();
  return files.flatMap(({ path, key }) => {
    const found = store.find(key);
    if (found === undefined) return [];
    const target = join(out, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, found.bytes);
    return [{ path, sha256: found.sha256, mark: writtenMark(out, path, found.bytes.length) }];
  });
}
