import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import { manifestName, unfinishedName } from "../edition/output-names.ts";
import type { Shelves } from "../store/shelves.ts";
import { storeKey } from "../store/store.ts";

/** How the disk describes a file: what changes when somebody else writes to it. */
export type Mark = readonly [size: number, inode: number, changedMs: number, modifiedMs: number];
const markLength = 4;

/** Tells the marks of the files at `paths` below `folder`, one after another; of what is no file, numbers that equal none. */
export type Look = (folder: string, paths: readonly string[]) => Promise<Float64Array>;

/** A file of the output as it was left. */
export interface OutputRow {
  /** Below the output folder, with `/` between names. */
  readonly path: string;
  /** What its bytes were made from. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly mark: Mark;
}

/**
 * What the last build left in one output folder. It is not told from the files themselves, so it is only believed while they are
 * untouched: they are looked at as soon as there is a ledger, while whoever builds has other things to do.
 */
export class OutputLedger {
  readonly #out: string;
  readonly #shelves: Shelves;
  readonly #rows: ReadonlyMap<string, OutputRow>;
  /** Before the files were looked at. */
  readonly #state: string;
  readonly #marks: Promise<Float64Array>;

  constructor(out: string, shelves: Shelves, look: Look = lookHere) {
    this.#out = out;
    this.#shelves = shelves;
    this.#state = stateOf(out);
    const ledger = shelves.ledger(this.#name);
    const rows: readonly OutputRow[] = ledger === undefined ? [] : JSON.parse(ledger.toString());
    this.#rows = new Map(rows.map((row) => [row.path, row]));
    this.#marks = look(out, [...this.#rows.keys()]);
    // What goes wrong with it is told when it is waited for.
    this.#marks.catch(() => {});
  }

  /** True where the last build left nothing, or there was none. */
  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  /** False where a build has begun to write there since. */
  get isCurrent(): boolean {
    return stateOf(this.#out) === this.#state;
  }

  /** The files that are just as a build left them, by path. */
  async untouched(): Promise<ReadonlyMap<string, OutputRow>> {
    const marks = await this.#marks;
    const found = [...this.#rows].filter(([, { mark }], row) =>
      mark.every((each, index) => each === marks[row * markLength + index]),
    );
    return new Map(found);
  }

  /** Writes down what there is now. */
  keep(rows: readonly OutputRow[]): void {
    this.#shelves.keepLedger(this.#name, JSON.stringify(rows));
  }

  get #name(): string {
    return `output-${storeKey(this.#out).slice(0, 16)}`;
  }
}

/** What every build leaves another of: first of all it says that the folder is unfinished, and in the end, but for those cut off, there is a new manifest. */
function stateOf(out: string): string {
  return JSON.stringify([manifestName, unfinishedName].map((name) => markOf(out, name)));
}

/** Looks in this thread. */
export const lookHere: Look = async (folder, paths) => {
  const marks = new Float64Array(paths.length * markLength).fill(Number.NaN);
  paths.forEach((path, row) => {
    const mark = markOf(folder, path);
    if (mark !== undefined) marks.set(mark, row * markLength);
  });
  return marks;
};

/** How the disk describes the file at `path` below `out`; nothing where there is none, or it is a link or a folder. */
export function markOf(out: string, path: string): Mark | undefined {
  const found = statsOf(join(out, path));
  if (found?.isFile() !== true) return undefined;
  return [found.size, found.ino, found.ctimeMs, found.mtimeMs];
}

/** The mark of the file at `path` below `out`, to which `size` bytes were written: what was passed over must not be promised. */
export function writtenMark(out: string, path: string, size: number): Mark {
  const mark = markOf(out, path);
  if (mark?.[0] !== size) throw new Error(`${path}: made ${size} bytes, found ${mark?.[0]}`);
  return mark;
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where a folder was.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}
