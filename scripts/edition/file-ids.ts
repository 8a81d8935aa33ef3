import { hash } from "node:crypto";
import { readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { contentHash } from "../store/content-hash.ts";
import { gitBlobs } from "./git-blobs.ts";

/** A file's bytes and the hash of them. */
export interface LoadedFile {
  readonly id: string;
  /** The id git gives the same bytes (a blob's, SHA-1). */
  readonly blob: string;
  readonly bytes: Uint8Array;
}

/** What tells, without reading it, that a file was not touched since. */
type Mark = readonly [size: number, inode: number, changedMs: number, modifiedMs: number];

/** A file as it was when it was last read. */
export interface FileRow {
  readonly file: string;
  readonly mark: Mark;
  readonly id: string;
  readonly blob: string;
}

/**
 * A file that was changed so shortly before it was read is read again the next time: some disks keep times by the second, or
 * two, and a second change within that time would leave no mark. Git calls such files “racily clean”.
 */
const racyMs = 3000;

/** Below this many unknown files, asking git takes longer than reading them. */
const fewFiles = 200;

/** Reads `file` below `root` and tells its ids. */
export function loadIdentified(root: string, file: string): LoadedFile {
  const bytes = readFileSync(join(root, file));
  return { id: contentHash(bytes), blob: blobId(bytes), bytes };
}

/** The id git gives to `bytes` (a blob's, SHA-1). */
export function blobId(bytes: Uint8Array): string {
  return hash("sha1", Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), "hex");
}

/** The hashes of a content folder's files, told without reading them where that is safe. */
export class FileIds {
  readonly #root: string;
  readonly #nowMs: number;
  readonly #before = new Map<string, FileRow>();
  readonly #ids = new Map<string, Pick<FileRow, "id" | "blob">>();
  readonly #marks = new Map<string, Mark>();
  #isTouched = false;

  /**
   * @param before what an earlier `rows` gave
   * @param nowMs the clock when the folder is looked at
   */
  constructor(root: string, before: readonly FileRow[], nowMs: number) {
    this.#root = root;
    this.#nowMs = nowMs;
    for (const row of before) this.#before.set(row.file, row);
  }

  /** Notes that `file` is there, and how the disk describes it. */
  see(file: string, { size, ino, ctimeMs, mtimeMs }: Stats): void {
    const mark: Mark = [size, ino, ctimeMs, mtimeMs];
    this.#marks.set(file, mark);
    const row = this.#before.get(file);
    if (row?.mark.every((each, index) => each === mark[index])) this.#ids.set(file, row);
    else this.#isTouched = true;
  }

  /** False where every file is known from before, and is as it was then: others may have gone. */
  get isTouched(): boolean {
    return this.#isTouched;
  }

  /** A hash of all files and of what they hold; nothing while one of them is not known. */
  get sum(): string | undefined {
    const files = [...this.#marks.keys()].map((file) => [file, this.known(file)]);
    return files.every(([, id]) => id !== undefined) ? contentHash(JSON.stringify(files)) : undefined;
  }

  /** The same of the same files, but that those of `changed` have been seen anew. What uses this one is not disturbed. */
  renewed(changed: ReadonlyMap<string, Stats>, nowMs: number): FileIds {
    const renewed = new FileIds(this.#root, [], nowMs);
    for (const [file, mark] of this.#marks) renewed.#marks.set(file, mark);
    for (const [file, id] of this.#ids) if (!changed.has(file)) renewed.#ids.set(file, id);
    for (const [file, stats] of changed) renewed.see(file, stats);
    return renewed;
  }

  /** Learns from git what it can, where many files are not known, as in a fresh clone. */
  askGit(): void {
    const unknown = [...this.#marks].filter(([file]) => !this.#ids.has(file));
    if (unknown.length < fewFiles || this.#before.size === 0) return;
    const known = new Map([...this.#before.values()].map((row) => [row.blob, row]));
    const blobs = gitBlobs(this.#root);
    for (const [file, [size]] of unknown) {
      const blob = blobs.get(file);
      const row = blob?.size === size ? known.get(blob.id) : undefined;
      if (row !== undefined) this.#ids.set(file, row);
    }
  }

  /** The hash of `file`, if it is known without reading it. */
  known(file: string): string | undefined {
    return this.#ids.get(file)?.id;
  }

  /** The hash of `file`, which is read if need be. */
  of(file: string): string {
    return this.known(file) ?? this.load(file).id;
  }

  /** The id git gives to the bytes of `file`, which is read if need be. */
  blobOf(file: string): string {
    return this.#ids.get(file)?.blob ?? this.load(file).blob;
  }

  /** Reads `file`. */
  load(file: string): LoadedFile {
    const loaded = loadIdentified(this.#root, file);
    this.learn(file, loaded);
    return loaded;
  }

  /** Notes what somebody else has read. */
  learn(file: string, { id, blob }: Pick<LoadedFile, "id" | "blob">): void {
    this.#ids.set(file, { id, blob });
  }

  /** All that is known, for the next build to start from. */
  get rows(): readonly FileRow[] {
    return [...this.#marks].flatMap(([file, mark]): readonly FileRow[] => {
      const known = this.#ids.get(file);
      const isRacy = Math.max(mark[2], mark[3]) > this.#nowMs - racyMs;
      return known === undefined || isRacy ? [] : [{ file, mark, id: known.id, blob: known.blob }];
    });
  }
}
