import { closeSync, fsyncSync, openSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file that is never written to again: other releases may share it. */
const readOnly = 0o444;

/** Writes a new file and waits until the disk has it. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", readOnly);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file in place of what `path` was, whole or not at all, and waits until the disk has it. */
export async function replaceDurably(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  await writeDurably(unfinished, bytes);
  renameDurably(unfinished, path);
}

/** Makes `path` a symbolic link to `target` by one rename: who opens it finds the old or the new. */
export function replaceLink(path: string, target: string): void {
  const unfinished = join(dirname(path), `${basename(path)}.new`);
  rmSync(unfinished, { force: true });
  symlinkSync(target, unfinished);
  renameDurably(unfinished, path);
}

/** Renames, and waits until the disk has the new name. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Waits until the disk has the names in a folder: a file that is written whole is lost all the same with its name (fsync(2)). */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same, while other work goes on. */
export async function syncFolderMeanwhile(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
