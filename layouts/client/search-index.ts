import { gramShards, pathsInFile, shardOfGram, shardOfWord, wordShards } from "../../scripts/text/search-gram.ts";
import { decodeGramShard, type GramRows } from "../../scripts/text/search-gram-shard.ts";
import { type LongArticles, recordName, type SearchRecord } from "../../scripts/text/search-record.ts";
import { decodeWordShard, type WordRows } from "../../scripts/text/search-word-shard.ts";
import { GarbledBytes } from "../../scripts/text/varint.ts";

/** An article that was looked up. */
export interface FoundArticle extends SearchRecord {
  /** Below the site's base. */
  readonly path: string;
}

/** What a file is refused with that the site does not have. */
export class NotThere extends Error {}

/**
 * Gives the bytes of a file below the search's folder: `grams/3.bin`. Rejects where they cannot be had, with `NotThere` where there is no such file.
 *
 * @param cache `reload` where those that came before were not such a file's
 */
export type LoadBytes = (name: string, cache?: "reload") => Promise<Uint8Array>;

/** The index of a site, its files loaded when they are needed and kept. `scripts/search/README.md` tells of each. */
export class SearchIndex {
  readonly articles: number;
  readonly #load: LoadBytes;
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param articles how many there are: it tells how many files */
  constructor(articles: number, load: LoadBytes) {
    this.articles = articles;
    this.#load = load;
  }

  /** The shard that holds the gram `hash`, if any does. */
  grams(hash: number): Promise<GramRows> {
    return this.#file(`grams/${shardOfGram(hash, gramShards(this.articles))}.bin`, decodeGramShard);
  }

  /** The shard that holds `word` and all words that begin with it. */
  words(word: string): Promise<WordRows> {
    return this.#file(`words/${shardOfWord(word, wordShards(this.articles))}.bin`, decodeWordShard);
  }

  /** An article by its number. */
  async article(number: number): Promise<FoundArticle> {
    const paths = await this.#file(`paths/${Math.floor(number / pathsInFile)}.txt`, pathsIn);
    const path = paths[number % pathsInFile] ?? "/";
    return { path, ...(await this.#file(recordName(path), recordIn)) };
  }

  /** The long articles by number, with their thousands of words. */
  longArticles(): Promise<ReadonlyMap<number, number>> {
    return this.#file("lengths.json", longIn);
  }

  #file<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T>;
  #file(name: string, decode: (bytes: Uint8Array) => unknown): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const loading = loadFile(this.#load, name, decode);
    this.#files.set(name, loading);
    // What failed once is tried again.
    loading.catch(() => this.#files.delete(name));
    return loading;
  }
}

/**
 * What `decode` makes of a file. A server may say that all is well and give a page of its own, as networks do that want to be logged in to, and
 * a browser may keep that page: what cannot be decoded is asked for once more, past what is kept, and then it is not to be had.
 */
export async function loadFile<T>(load: LoadBytes, name: string, decode: (bytes: Uint8Array) => T): Promise<T> {
  const bytes = await load(name);
  try {
    return decode(bytes);
  } catch {
    return decode(await load(name, "reload"));
  }
}

function recordIn(bytes: Uint8Array): SearchRecord {
  const record: SearchRecord = JSON.parse(new TextDecoder().decode(bytes));
  if (!Array.isArray(record.fields)) throw new GarbledBytes("not a record");
  return record;
}

function longIn(bytes: Uint8Array): ReadonlyMap<number, number> {
  const long: LongArticles = JSON.parse(new TextDecoder().decode(bytes));
  return new Map(long);
}

/** As `search/` writes them: each ends in a line break. */
function pathsIn(bytes: Uint8Array): readonly string[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  if (lines.pop() !== "" || !lines.every((line) => /^\/[^\s<>]*\/$/u.test(line)))
    throw new GarbledBytes("not addresses");
  return lines;
}
