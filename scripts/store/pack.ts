import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { contentHash } from "./content-hash.ts";

/** What a pack begins with: another version of the form is another file to us. */
export const packForm = Buffer.from("banxin-pack-1\n");

/**
 * The layout of a pack's table: a row for each value, in the order of the keys, and after the last row its own sum. Lengths in bytes.
 *
 * A row is the key, the sum of the value, where the value begins and how long it is. The file ends with the number of rows.
 */
export const rowForm = { key: 32, sum: 16, offset: 6, size: 6, row: 60, tableSum: 32, count: 6 } as const;

/** A value's place in its file. */
export interface Extent {
  readonly offset: number;
  readonly size: number;
}

/** A value, and its SHA-256 in 64 hexadecimal digits. */
export interface Kept {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** The bytes of `file` from `offset` on, or nothing when the file ends before `size` of them. */
export function readExtent(file: number, { offset, size }: Extent): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(size);
  let done = 0;
  while (done < size) {
    const got = readSync(file, bytes, done, size - done, offset + done);
    if (got === 0) return undefined;
    done += got;
  }
  return bytes;
}

/** Packs up to this size are read at once: most builds want most of what is in them, and one reading is sooner done than many. */
const smallPack = 64 << 20;

/** A file of values that is never changed once it is there. */
export class Pack {
  /** The file, as a path of the machine. */
  readonly path: string;
  /** All of the file, in bytes. */
  readonly size: number;
  readonly #file: number;
  readonly #table: Buffer;
  #whole: Buffer | undefined;

  private constructor(path: string, size: number, file: number, table: Buffer) {
    this.path = path;
    this.size = size;
    this.#file = file;
    this.#table = table;
  }

  /** The pack at `path`; nothing when it is gone, damaged or of another form. */
  static open(path: string): Pack | undefined {
    let file: number | undefined;
    try {
      file = openSync(path, "r");
      const { size } = fstatSync(file);
      const table = readTable(file, size);
      if (table !== undefined) return new Pack(path, size, file, table);
    } catch {
      // A pack that cannot be read is one that is not there.
    }
    if (file !== undefined) closeSync(file);
    return undefined;
  }

  /** How many values there are. */
  get count(): number {
    return this.#table.length / rowForm.row;
  }

  /** Every key, with the size of its value in bytes. */
  *keys(): Generator<readonly [key: string, size: number]> {
    for (let row = 0; row < this.count; row++) {
      const at = row * rowForm.row;
      yield [this.#table.toString("hex", at, at + rowForm.key), this.#extentAt(at).size];
    }
  }

  /** The size of the value under `key` (32 bytes) in bytes; nothing when it is not here. */
  sizeOf(key: Buffer): number | undefined {
    const at = this.#rowOf(key);
    return at === undefined ? undefined : this.#extentAt(at).size;
  }

  /** The value under `key` (32 bytes); nothing when it is not here or damaged. */
  find(key: Buffer): Kept | undefined {
    const at = this.#rowOf(key);
    if (at === undefined) return undefined;
    const bytes = this.#bytesAt(this.#extentAt(at));
    if (bytes === undefined) return undefined;
    const sha256 = contentHash(bytes);
    const sumAt = at + rowForm.key;
    // Rows hold the first bytes of it: enough to find damage.
    const isWhole = sha256.startsWith(this.#table.toString("hex", sumAt, sumAt + rowForm.sum));
    return isWhole ? { bytes, sha256 } : undefined;
  }

  /** Reads all values at once, where they are not too many, for who is about to ask for most of them. */
  readWhole(): void {
    if (this.size <= smallPack) this.#whole ??= readExtent(this.#file, { offset: 0, size: this.size });
  }

  /** Lets go of the file. */
  close(): void {
    closeSync(this.#file);
  }

  #bytesAt(extent: Extent): Buffer | undefined {
    return this.#whole?.subarray(extent.offset, extent.offset + extent.size) ?? readExtent(this.#file, extent);
  }

  /** Where the row of `key` begins. Keys are hashes and lie evenly, so a few looks at where it must nearly be will find it. */
  #rowOf(key: Buffer): number | undefined {
    const sought = key.readUInt32BE(0);
    let [low, high] = [0, this.count - 1];
    let [least, most] = [0, 2 ** 32];
    while (low <= high) {
      const middle = low + Math.floor(((sought - least) / (most - least || 1)) * (high - low));
      const at = middle * rowForm.row;
      const order = key.compare(this.#table, at, at + rowForm.key);
      if (order === 0) return at;
      if (order < 0) [high, most] = [middle - 1, this.#table.readUInt32BE(at)];
      else [low, least] = [middle + 1, this.#table.readUInt32BE(at)];
    }
    return undefined;
  }

  #extentAt(at: number): Extent {
    const offsetAt = at + rowForm.key + rowForm.sum;
    return {
      offset: this.#table.readUIntBE(offsetAt, rowForm.offset),
      size: this.#table.readUIntBE(offsetAt + rowForm.offset, rowForm.size),
    };
  }
}

/** The rows of the pack in `file`, if form, length and sum are right. */
function readTable(file: number, size: number): Buffer | undefined {
  const least = packForm.length + rowForm.tableSum + rowForm.count;
  if (size < least || readExtent(file, { offset: 0, size: packForm.length })?.equals(packForm) !== true)
    return undefined;
  const count = readExtent(file, { offset: size - rowForm.count, size: rowForm.count })?.readUIntBE(0, rowForm.count);
  const length = (count ?? 0) * rowForm.row;
  if (length > size - least) return undefined;
  const offset = size - rowForm.count - rowForm.tableSum - length;
  const end = readExtent(file, { offset, size: length + rowForm.tableSum });
  const table = end?.subarray(0, length);
  if (table === undefined || end?.toString("hex", length) !== contentHash(table)) return undefined;
  return table;
}
