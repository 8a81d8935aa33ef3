import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentHash } from "./content-hash.ts";
import { type Extent, type Kept, packForm, readExtent, rowForm } from "./pack.ts";

/** Values are written when so many bytes of them have come together. */
const bytesAtATime = 1 << 20;

/**
 * A pack in the making. What it holds can be read back at once, and the file gets its name only when it is whole.
 *
 * Where the disk refuses, nothing is lost to the build that runs: its values stay in memory, and there is no pack afterwards.
 */
export class PackWriter {
  readonly #path: string;
  readonly #rows = new Map<string, Extent & { readonly hash: string }>();
  #file: number | undefined;
  #isRefused = false;
  /** Where the first of `#waiting` begins. */
  #written = 0;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  /** Those of `#waiting` that are values, by key. */
  readonly #unwritten = new Map<string, Uint8Array>();

  /** @param path of the unfinished file; its folder is made */
  constructor(path: string) {
    this.#path = path;
    this.#append(packForm);
  }

  /** How many values there are. */
  get count(): number {
    return this.#rows.size;
  }

  /** Whether there is a value under `key`. */
  has(key: string): boolean {
    return this.#rows.has(key);
  }

  /** Puts `bytes`, whose SHA-256 is `hash`, under `key`. Both are 64 hexadecimal digits. The bytes must not change any more. */
  add(key: string, bytes: Uint8Array, hash: string): void {
    if (this.#rows.has(key)) return;
    const offset = this.#written + this.#waitingBytes;
    this.#rows.set(key, { offset, size: bytes.length, hash });
    this.#unwritten.set(key, bytes);
    this.#append(bytes);
  }

  /** The value under `key`. */
  find(key: string): Kept | undefined {
    const row = this.#rows.get(key);
    if (row === undefined) return undefined;
    const { buffer, byteOffset, byteLength } = this.#unwritten.get(key) ?? {};
    if (buffer !== undefined) return { bytes: Buffer.from(buffer, byteOffset, byteLength), sha256: row.hash };
    const bytes = this.#file === undefined ? undefined : readExtent(this.#file, row);
    return bytes && { bytes, sha256: row.hash };
  }

  /** Writes the table and gives the file its name in its folder, after what it holds. Returns its path, or nothing if the disk refused. */
  finish(): string | undefined {
    const table = this.#table();
    this.#append(table);
    this.#append(Buffer.from(contentHash(table), "hex"));
    const count = Buffer.alloc(rowForm.count);
    count.writeUIntBE(this.#rows.size, 0, rowForm.count);
    this.#append(count);
    this.#flush();
    if (this.#isRefused || this.#file === undefined) return this.discard();
    const path = join(dirname(this.#path), `${contentHash(table).slice(0, 32)}.pack`);
    closeSync(this.#file);
    this.#file = undefined;
    try {
      renameSync(this.#path, path);
      return path;
    } catch {
      rmSync(this.#path, { force: true });
      return undefined;
    }
  }

  /** Forgets everything. */
  discard(): undefined {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    this.#file = undefined;
    rmSync(this.#path, { force: true });
  }

  #append(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= bytesAtATime && !this.#isRefused) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    try {
      this.#file ??= this.#open();
      let done = 0;
      while (done < bytes.length) done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
    } catch {
      this.#isRefused = true;
      return;
    }
    this.#written += bytes.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#unwritten.clear();
  }

  #open(): number {
    mkdirSync(dirname(this.#path), { recursive: true });
    return openSync(this.#path, "w+");
  }

  #table(): Buffer {
    const rows = [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
    const table = Buffer.alloc(rows.length * rowForm.row);
    for (const [index, [key, { offset, size, hash }]] of rows.entries()) {
      const at = index * rowForm.row;
      table.write(key, at, "hex");
      table.write(hash, at + rowForm.key, rowForm.sum, "hex");
      const offsetAt = at + rowForm.key + rowForm.sum;
      table.writeUIntBE(offset, offsetAt, rowForm.offset);
      table.writeUIntBE(size, offsetAt + rowForm.offset, rowForm.size);
    }
    return table;
  }
}
