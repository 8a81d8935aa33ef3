import { LostText } from "../edition/text-shelf.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Shelves } from "../store/shelves.ts";
import { gramShards, wordShards } from "../text/search-gram.ts";
import { compileShards, type SearchShards } from "./compile-shards.ts";
import { type GramPile, pileGrams } from "./gram-pile.ts";
import { type RevisedShard, type ReviseKept, reviseKeptHere } from "./revise-kept-shards.ts";
import type { ChangedArticle } from "./revise-shards.ts";
import type { SearchPart, SearchParts } from "./search-parts.ts";

const ledger = "search";
/** With more changed articles than this, nearly every shard changes. */
const mostChanged = 24;

/** The shards of one build: the SHA-256 of each, by number. */
interface SearchLedger {
  readonly code: string;
  readonly parts: readonly SearchPart[];
  readonly grams: readonly string[];
  readonly words: readonly string[];
}

/** A shard by its SHA-256, its bytes loaded when they are asked for. */
export interface KeptShard {
  readonly sha256: string;
  readonly bytes: () => Uint8Array;
}

/** The shards of an edition. */
export interface KeptShards {
  readonly grams: readonly KeptShard[];
  readonly words: readonly KeptShard[];
}

/** Makes all shards of an edition (`compileShards`), here or beside this thread. The pile is not used again. */
export type CompileShards = (articles: number, pile: GramPile) => SearchShards | Promise<SearchShards>;

/** Who makes shards. */
export interface ShardMakers {
  readonly compileShards: CompileShards;
  readonly reviseKept: ReviseKept;
}

const shardsHere: ShardMakers = { compileShards, reviseKept: reviseKeptHere };

/** Remembers the shards of the last build, and makes of them those of this one. */
export class SearchMemory {
  readonly #shelves: Shelves;
  readonly #code: string;
  readonly #makers: ShardMakers;
  #last: SearchLedger | undefined;
  #isNew = false;

  /** @param code a hash of the code that makes grams and shards */
  constructor(shelves: Shelves, code: string, makers: ShardMakers = shardsHere) {
    this.#shelves = shelves;
    this.#code = code;
    this.#makers = makers;
    const bytes = shelves.ledger(ledger);
    const last: SearchLedger | undefined = bytes && JSON.parse(bytes.toString());
    this.#last = last?.code === code ? last : undefined;
  }

  /** The shards of the edition whose articles, the oldest first, have these `parts`. */
  async shardsOf(parts: readonly SearchPart[], load: SearchParts): Promise<KeptShards> {
    const last = this.#last;
    const now = (last && (await this.#revised(last, parts, load))) ?? (await this.#made(parts, load));
    this.#isNew ||= now !== last;
    this.#last = now;
    const store = this.#shelves.on("shards");
    const kept = (sha256: string): KeptShard => {
      store.use(sha256);
      return { sha256, bytes: () => this.#served(sha256) };
    };
    return { grams: now.grams.map(kept), words: now.words.map(kept) };
  }

  /** Writes down what only the next build needs. */
  keep(): void {
    if (this.#isNew && this.#last) this.#shelves.keepLedger(ledger, JSON.stringify(this.#last));
    this.#isNew = false;
  }

  async #made(parts: readonly SearchPart[], load: SearchParts): Promise<SearchLedger> {
    const shards = await this.#makers.compileShards(parts.length, pileGrams(sheavesOf(parts, load), parts.length));
    return {
      ...this.#rowsOf(parts),
      grams: shards.grams.map((bytes) => this.#keepShard(bytes)),
      words: shards.words.map((bytes) => this.#keepShard(bytes)),
    };
  }

  /** The shards of `last`, revised; absent where they are better made anew. */
  async #revised(
    last: SearchLedger,
    parts: readonly SearchPart[],
    load: SearchParts,
  ): Promise<SearchLedger | undefined> {
    if (parts.length < last.parts.length || !hasShardsOf(last, parts.length)) return undefined;
    const places = parts.flatMap(({ grams, names }, article) => {
      const old = last.parts[article];
      return old?.grams === grams && old.names === names ? [] : article;
    });
    if (places.length === 0 && this.#hasAll(last)) return last;
    if (places.length > mostChanged) return undefined;
    const grams = this.#shelves.on("grams");
    if (places.some((article) => last.parts[article] && !grams.has(last.parts[article].grams))) return undefined;
    const changed = places.map((article) => changedArticle(article, [last.parts[article], parts[article]], load));
    const revision = { articles: parts.length, changed, grams: last.grams, words: last.words };
    const revised = await this.#makers.reviseKept(revision, this.#shelves.on("shards"));
    if (revised === undefined) return undefined;
    const now = {
      ...this.#rowsOf(parts),
      grams: this.#replaced(last.grams, revised.grams),
      words: this.#replaced(last.words, revised.words),
    };
    return this.#hasAll(now) ? now : undefined;
  }

  #replaced(old: readonly string[], revised: readonly RevisedShard[]): readonly string[] {
    const now = [...old];
    for (const { shard, bytes, sha256 } of revised) now[shard] = this.#keepShard(bytes, sha256);
    return now;
  }

  #hasAll({ grams, words }: SearchLedger): boolean {
    const store = this.#shelves.on("shards");
    return [...grams, ...words].every((sha) => store.has(sha));
  }

  #rowsOf(parts: readonly SearchPart[]) {
    return { code: this.#code, parts };
  }

  #keepShard(bytes: Uint8Array, sha256: string = contentHash(bytes)): string {
    // What is there already may be damaged.
    this.#shelves.on("shards").set(sha256, bytes, sha256);
    return sha256;
  }

  /** Bytes that are damaged when they are to be written are made anew by the next attempt. */
  #served(sha256: string): Uint8Array {
    const found = this.#shelves.on("shards").get(sha256);
    if (found !== undefined) return found;
    this.#last = undefined;
    throw new LostText(`shard ${sha256}`);
  }
}

function hasShardsOf(last: SearchLedger, articles: number): boolean {
  return last.grams.length === gramShards(articles) && last.words.length === wordShards(articles);
}

/** The grams of all articles, one loaded after another. */
function* sheavesOf(parts: readonly SearchPart[], load: SearchParts): Generator<readonly [number, Uint8Array]> {
  for (const [article, part] of parts.entries()) for (const packed of load.gramsOf(part)) yield [article, packed];
}

function changedArticle(
  article: number,
  parts: readonly (SearchPart | undefined)[],
  load: SearchParts,
): ChangedArticle {
  const [before = [], now = []] = parts.map((part) => (part === undefined ? [] : load.gramsOf(part)));
  return { article, before, now };
}
