import type { Shelves } from "../../store/shelves.ts";
import { storeKey } from "../../store/store.ts";
import type { Related, RelatedSource } from "./related-articles.ts";
import type { RelatedState } from "./related-state.ts";

/** So many neighbours are found for each article, whatever number of them is printed. */
export const mostNeighbours = 24;

/** Where the state of an earlier edition is written down. */
const stateLedger = "related";
/**
 * With no more texts weighed anew than this, the state that was written down is as good a start for the next build: it is 3 KB an
 * article, and writing it takes longer than weighing so many once more.
 */
const fewRenewed = 100;

/** An article near to another. */
export interface NearArticle {
  /** Its number among the sources. */
  readonly article: number;
  /** True where both are all but the same text. */
  readonly isTwin: boolean;
}

/** The nearest of each source, by its number, best first. */
export type Nearest = (source: number) => readonly NearArticle[];

/** Nearest neighbours, worked out from what is known of earlier editions. */
export class RelatedMemory {
  readonly #shelves: Shelves;
  readonly #code: string;
  /** What was worked out last, here; before that, what an earlier build has left. */
  #state: RelatedState | undefined;
  /** How many texts were weighed here since then. */
  #renewed = 0;

  /** @param code a hash of the code that relates */
  constructor(shelves: Shelves, code: string) {
    this.#shelves = shelves;
    this.#code = code;
  }

  /** The nearest of each source, `mostNeighbours` at most, as `relate` finds them. */
  async nearestOf(sources: readonly RelatedSource[]): Promise<Nearest> {
    const near = await this.#near(sources);
    return (source) => {
      const row = near.subarray(source * mostNeighbours, (source + 1) * mostNeighbours);
      return Array.from(
        row.filter((one) => one >= 0),
        (one) => ({ article: one >> 1, isTwin: (one & 1) === 1 }),
      );
    };
  }

  /** For each source `mostNeighbours` numbers: twice a neighbour's, 1 more for a twin; −1 where nothing more is related. */
  async #near(sources: readonly RelatedSource[]): Promise<Int32Array> {
    const store = this.#shelves.on("related");
    const said = sources.map(({ key, published, column, topics }) => [key, published, column, topics]);
    const key = storeKey("related", this.#code, JSON.stringify(said));
    const known = store.get(key);
    // A view needs its numbers at even addresses, so they are copied.
    if (known !== undefined)
      return new Int32Array(known.buffer.slice(known.byteOffset, known.byteOffset + known.length));
    const near = await this.#relate(sources);
    store.set(key, new Uint8Array(near.buffer));
    return near;
  }

  /** How alike all sources are, and what makes them so. Where nothing has changed since they were last related, little is worked out. */
  async compared(sources: readonly RelatedSource[]): Promise<Related> {
    const { relate } = await import("./related-articles.ts");
    const related = relate(sources, mostNeighbours, this.#state ?? (await this.#left()));
    this.#state = related.state;
    this.#renewed += related.renewed;
    return related;
  }

  /** Writes down, for the next build, what was worked out here. */
  async keep(): Promise<void> {
    if (this.#state === undefined || this.#renewed <= fewRenewed) return;
    this.#renewed = 0;
    const { packState } = await import("./related-state.ts");
    this.#shelves.keepLedger(stateLedger, packState(this.#state, this.#code));
  }

  async #relate(sources: readonly RelatedSource[]): Promise<Int32Array> {
    const { isTwin } = await import("./related-twins.ts");
    const { neighbours, scores } = await this.compared(sources);
    return neighbours.map((other, at) => {
      if (other < 0) return other;
      const source = Math.floor(at / mostNeighbours);
      return 2 * other + Number(isTwin(sources[source], sources[other], scores[at] ?? 0));
    });
  }

  async #left(): Promise<RelatedState | undefined> {
    const ledger = this.#shelves.ledger(stateLedger);
    if (ledger === undefined) return undefined;
    const { unpackState } = await import("./related-state.ts");
    return unpackState(ledger, this.#code);
  }
}
