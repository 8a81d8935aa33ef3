import type { Shelves } from "../../store/shelves.ts";
import { storeKey } from "../../store/store.ts";
import type { RelatedSource } from "./related-articles.ts";
import type { RelatedState } from "./related-state.ts";

/** So many neighbours are found for each article, whatever number of them is printed. */
export const mostNeighbours = 24;

/** Where the state of the last edition is written down. */
const stateLedger = "related";

/** Nearest neighbours, worked out from what is known of earlier editions. */
export class RelatedMemory {
  readonly #shelves: Shelves;
  readonly #code: string;
  /** What was worked out last, here; before that, what an earlier build has left. */
  #state: RelatedState | undefined;

  /** @param code a hash of the code that relates */
  constructor(shelves: Shelves, code: string) {
    this.#shelves = shelves;
    this.#code = code;
  }

  /** The numbers of each source's nearest, `mostNeighbours` for each, as `relate` gives them. */
  async neighboursOf(sources: readonly RelatedSource[]): Promise<Int32Array> {
    const store = this.#shelves.on("related");
    const said = sources.map(({ key, published, column, topics }) => [key, published, column, topics]);
    const key = storeKey("related", this.#code, JSON.stringify(said));
    const known = store.get(key);
    // A view needs its numbers at even addresses, so they are copied.
    if (known !== undefined)
      return new Int32Array(known.buffer.slice(known.byteOffset, known.byteOffset + known.length));
    const neighbours = await this.#relate(sources);
    store.set(key, new Uint8Array(neighbours.buffer));
    return neighbours;
  }

  /** Writes down, for the next build, what was worked out here. */
  async keep(): Promise<void> {
    if (this.#state === undefined) return;
    const { packState } = await import("./related-state.ts");
    this.#shelves.keepLedger(stateLedger, packState(this.#state, this.#code));
  }

  async #relate(sources: readonly RelatedSource[]): Promise<Int32Array> {
    const { relate } = await import("./related-articles.ts");
    const { neighbours, state } = relate(sources, mostNeighbours, this.#state ?? (await this.#left()));
    this.#state = state;
    return neighbours;
  }

  async #left(): Promise<RelatedState | undefined> {
    const ledger = this.#shelves.ledger(stateLedger);
    if (ledger === undefined) return undefined;
    const { unpackState } = await import("./related-state.ts");
    return unpackState(ledger, this.#code);
  }
}
