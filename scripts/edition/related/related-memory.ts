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

/** What each source is nearest to, as `relate` finds it: by the numbers of sources, best first. */
export class Nearest {
  readonly #near: Int32Array;
  /** By source; of few there are any. */
  readonly #twins = new Map<number, number[]>();

  /** @param near `mostNeighbours` numbers for each source: twice a neighbour's, 1 more for a twin; −1 where nothing more is related */
  constructor(near: Int32Array) {
    this.#near = near;
    for (const [at, one] of near.entries()) {
      if (one < 0 || !isTwin(one)) continue;
      const source = Math.floor(at / mostNeighbours);
      const known = this.#twins.get(source);
      if (known === undefined) this.#twins.set(source, [one >> 1]);
      else known.push(one >> 1);
    }
  }

  /** Those near to `source`, its twins left out. */
  of(source: number): readonly number[] {
    const row: number[] = [];
    const end = (source + 1) * mostNeighbours;
    for (let at = source * mostNeighbours; at < end; at++) {
      const one = this.#near[at] ?? -1;
      if (one < 0) break;
      if (!isTwin(one)) row.push(one >> 1);
    }
    return row;
  }

  /** Those with all but the same text as `source`. */
  twinsOf(source: number): readonly number[] {
    return this.#twins.get(source) ?? [];
  }
}

function isTwin(one: number): boolean {
  return (one & 1) === 1;
}

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

  /** The nearest of each source, `mostNeighbours` at most. */
  async nearestOf(sources: readonly RelatedSource[]): Promise<Nearest> {
    return new Nearest(await this.#near(sources));
  }

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
    const twins = await import("./related-twins.ts");
    const { neighbours, scores } = await this.compared(sources);
    return neighbours.map((other, at) => {
      if (other < 0) return other;
      const source = Math.floor(at / mostNeighbours);
      return 2 * other + Number(twins.isTwin(sources[source], sources[other], scores[at] ?? 0));
    });
  }

  async #left(): Promise<RelatedState | undefined> {
    const ledger = this.#shelves.ledger(stateLedger);
    if (ledger === undefined) return undefined;
    const { unpackState } = await import("./related-state.ts");
    return unpackState(ledger, this.#code);
  }
}
