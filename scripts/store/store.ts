import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "./content-hash.ts";
import { type Kept, Pack } from "./pack.ts";
import { PackWriter } from "./pack-writer.ts";
import { isRunning } from "./processes.ts";

/** More packs than this are made into one. */
const mostPacks = 12;
/** Of what the last build did not use, so many bytes may stay, and as much again as it used. */
export const usualSpareBytes = 32 << 20;

/** The key of a result: a hash of everything it depends on, said in `parts`. */
export function storeKey(...parts: readonly string[]): string {
  return contentHash(JSON.stringify(parts));
}

let made = 0;

/**
 * Results of earlier builds, found by keys that hold everything they depend on.
 *
 * Each build adds one file to a folder, whole or not at all, and changes none: builds that are killed or run side by side do no
 * harm. Every value is compared with its sum when it is read; what is damaged, cut off or of another form is not there.
 */
export class Store {
  readonly #folder: string;
  readonly #spareBytes: number;
  #packs: Pack[] = [];
  readonly #used = new Set<string>();
  readonly #new: PackWriter;

  /**
   * @param folder made when first written to
   * @param spareBytes of what is not used so many may stay, and as much again as is used
   */
  constructor(folder: string, spareBytes: number = usualSpareBytes) {
    this.#folder = folder;
    this.#spareBytes = spareBytes;
    for (const name of namesIn(folder)) {
      const path = join(folder, name);
      const pack = isPack(name) ? Pack.open(path) : undefined;
      if (pack !== undefined) this.#packs.push(pack);
      else if (isPack(name) || isAbandoned(name)) removeWhatever(path);
    }
    // Halving a large pack takes as long as halving a small one, and most of what is sought is in the largest.
    this.#packs.sort((a, b) => b.count - a.count);
    this.#new = new PackWriter(join(folder, `${process.pid}-${made++}.new`));
  }

  /** Where it lies, as a path of the machine. */
  get folder(): string {
    return this.#folder;
  }

  /** Makes ready to give back most of what there is. */
  readWhole(): void {
    for (const pack of this.#packs) pack.readWhole();
  }

  /** The value under `key`. */
  get(key: string): Buffer | undefined {
    return this.find(key)?.bytes;
  }

  /** The value under `key`, and its SHA-256. */
  find(key: string): Kept | undefined {
    this.#used.add(key);
    const known = this.#new.find(key);
    if (known !== undefined) return known;
    const bytes = Buffer.from(key, "hex");
    for (const pack of this.#packs) {
      const found = pack.find(bytes);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether there is a value under `key`. It may turn out to be damaged when it is read. */
  has(key: string): boolean {
    const bytes = Buffer.from(key, "hex");
    return this.#new.has(key) || this.#packs.some((pack) => pack.sizeOf(bytes) !== undefined);
  }

  /** Puts `bytes`, which must not change any more, under `key`; `hash` is their SHA-256. */
  set(key: string, bytes: Uint8Array, hash: string = contentHash(bytes)): void {
    this.#used.add(key);
    this.#new.add(key, bytes, hash);
  }

  /** Says that the value under `key` is still wanted, though this build did not need to read it. */
  use(key: string): void {
    this.#used.add(key);
  }

  /** Writes what is new and, where too much has gathered, lets go of what this build did not use. */
  close(): void {
    if (this.#new.count > 0) this.#grow();
    else this.#new.discard();
    for (const pack of this.#packs) pack.close();
  }

  /** Closes without keeping anything. */
  discard(): void {
    this.#new.discard();
    for (const pack of this.#packs) pack.close();
  }

  #grow(): void {
    this.#admit(this.#new.finish());
    const bytes = this.#packs.reduce((sum, { size }) => sum + size, 0);
    if (!this.#areUsed((bytes - this.#spareBytes) / 2)) this.#pack(this.#packs, (key) => this.#used.has(key));
    else if (this.#packs.length > mostPacks) this.#pack(this.#smallPacks(), () => true);
  }

  /** The packs that together are not larger than the next one: a large one is written again when as much has gathered beside it. */
  #smallPacks(): readonly Pack[] {
    const small: Pack[] = [];
    let bytes = 0;
    for (const pack of this.#packs.toSorted((a, b) => a.size - b.size)) {
      if (small.length > 1 && bytes < pack.size) break;
      small.push(pack);
      bytes += pack.size;
    }
    return small;
  }

  #admit(path: string | undefined): void {
    const pack = path === undefined ? undefined : Pack.open(path);
    if (pack !== undefined) this.#packs.push(pack);
  }

  /** True where so many bytes of what there is are used. */
  #areUsed(wanted: number): boolean {
    let bytes = 0;
    for (const key of this.#used) {
      if (bytes >= wanted) break;
      const name = Buffer.from(key, "hex");
      for (const pack of this.#packs) {
        const size = pack.sizeOf(name);
        if (size === undefined) continue;
        bytes += size;
        break;
      }
    }
    return bytes >= wanted;
  }

  /** Makes one pack of `old`, of the values whose key is `wanted`. */
  #pack(old: readonly Pack[], wanted: (key: string) => boolean): void {
    const writer = new PackWriter(join(this.#folder, `${process.pid}-${made++}.new`));
    this.#packs = this.#packs.filter((pack) => !old.includes(pack));
    for (const pack of old) {
      for (const [key] of pack.keys()) {
        const found = wanted(key) ? pack.find(Buffer.from(key, "hex")) : undefined;
        if (found !== undefined) writer.add(key, found.bytes, found.sha256);
      }
    }
    const path = writer.finish();
    for (const pack of old) {
      pack.close();
      if (path !== undefined && pack.path !== path) rmSync(pack.path, { force: true });
    }
    this.#admit(path);
  }
}

function removeWhatever(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It stays, and is not read.
  }
}

/** Names of a folder's files; none where there is no folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isPack(name: string): boolean {
  return name.endsWith(".pack");
}

/** True for what a build that is gone did not finish. */
function isAbandoned(name: string): boolean {
  const pid = /^(\d+)-\d+\.new$/u.exec(name)?.[1];
  return pid !== undefined && !isRunning(Number(pid));
}
