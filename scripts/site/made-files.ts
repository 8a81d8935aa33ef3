import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile } from "../edition/addresses.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { type PrintedPage, type WrittenPage, writtenPage } from "./press.ts";

/** So many files are written before others get their turn. */
const filesAtATime = 20;

/** A file of the output, in memory of its own: it can be handed over to another thread. */
export type MadeFile = Pick<PrintedPage, "path" | "bytes">;

/** Makes `files`, writes them below `out` and tells of each that is written. */
export type WriteMade = (
  out: string,
  files: readonly OutputFile[],
  onWritten: (file: WrittenPage) => void,
) => Promise<void>;

/** Writes in this thread, whenever it has nothing else to do. */
export const writeMadeHere: WriteMade = async (out, files, onWritten) => {
  for (let from = 0; from < files.length; from += filesAtATime) {
    await new Promise(setImmediate);
    const made = await madeFiles(files.slice(from, from + filesAtATime));
    for (const each of writtenFiles(made, out)) onWritten(each);
  }
};

/** `files`, made. */
export async function madeFiles(files: readonly OutputFile[]): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = [];
  for (const { path, bytes } of files) made.push({ path, bytes: new Uint8Array(await bytes()) });
  return made;
}

/** Writes `files` below `out`. */
export function writtenFiles(files: readonly MadeFile[], out: string): readonly WrittenPage[] {
  const folders = new Set<string>();
  return files.map((file) => {
    const target = join(out, outputFile(file.path));
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, file.bytes);
    return writtenPage(file, out);
  });
}
