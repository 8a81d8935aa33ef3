import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { contentHash } from "./content-hash.ts";

/** What a ledger begins with. */
const form = "banxin-ledger-1\n";
const sumLength = 64;

/**
 * One value that each build replaces: what it found and did, for the next to start from.
 *
 * @returns the bytes last written to `path`; nothing where there are none, or they are damaged or of another form
 */
export function readLedger(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const start = form.length + sumLength;
    const isWhole = bytes.toString("latin1", 0, start) === form + contentHash(bytes.subarray(start));
    return isWhole ? bytes.subarray(start) : undefined;
  } catch {
    return undefined;
  }
}

/** Puts `bytes` in place of what `path` held, whole or, where the disk refuses, not at all. */
export function writeLedger(path: string, bytes: string | Uint8Array): void {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(unfinished, form + contentHash(bytes));
    appendFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
