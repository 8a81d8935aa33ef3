import { rmSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "./ledger.ts";
import { Store, usualSpareBytes } from "./store.ts";

/** What is remembered, each kind on its own: few builds need all of it. */
const shelves = [
  "readings",
  "texts",
  "terms",
  "related",
  "grams",
  "shards",
  "pictures",
  "pages",
  "assets",
  "faces",
] as const;

/** A kind of result. */
export type Shelf = (typeof shelves)[number];

const ledgers = "ledgers";

/** Everything that is remembered between builds, below one folder. Each part is opened when it is first asked for. */
export class Shelves {
  readonly #folder: string;
  readonly #spareBytes: number;
  readonly #open = new Map<Shelf, Store>();

  /**
   * @param folder made when first written to; what is kept in it may be deleted at any time
   * @param spareBytes of what is not used so many of each kind may stay
   */
  constructor(folder: string, spareBytes: number = usualSpareBytes) {
    this.#folder = folder;
    this.#spareBytes = spareBytes;
  }

  /** Forgets everything. What else lies in the folder is not ours. */
  forget(): void {
    this.close();
    for (const name of [...shelves, ledgers]) rmSync(join(this.#folder, name), { recursive: true, force: true });
  }

  /** The results of one kind. */
  on(shelf: Shelf): Store {
    const known = this.#open.get(shelf);
    if (known !== undefined) return known;
    const opened = new Store(join(this.#folder, shelf), this.#spareBytes);
    this.#open.set(shelf, opened);
    return opened;
  }

  /** What the last build wrote down as `name`. */
  ledger(name: string): Buffer | undefined {
    return readLedger(join(this.#folder, ledgers, name));
  }

  /** Writes `bytes` down as `name`, for the next build. */
  keepLedger(name: string, bytes: string | Uint8Array): void {
    writeLedger(join(this.#folder, ledgers, name), bytes);
  }

  /** Writes what is new. */
  close(): void {
    for (const store of this.#open.values()) store.close();
    this.#open.clear();
  }
}
