import { gramShards, pathsInFile, shardOfGram, shardOfWord, wordShards } from "../../scripts/text/search-gram.ts";
import { decodeGramShard, type GramRows } from "../../scripts/text/search-gram-shard.ts";
import { type LongArticles, recordName, type SearchRecord } from "../../scripts/text/search-record.ts";
import { decodeWordShard, type WordRows } from "../../scripts/text/search-word-shard.ts";

/** An article that was looked up. */
export interface FoundArticle extends SearchRecord {
  /** Below the site's base. */
  readonly path: string;
}

/** What a file is refused with that the site does not have. */
export class NotThere extends Error {}

/** Gives the bytes of a file below the search's folder: `grams/3.bin`. Rejects where they cannot be had, with `NotThere` where there is no such file. */
export type LoadBytes = (name: string) => Promise<Uint8Array>;

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
    const paths = await this.#file(`paths/${Math.floor(number / pathsInFile)}.txt`, linesOf);
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
    const loading = this.#load(name).then(decode);
    this.#files.set(name, loading);
    // What failed once is tried again.
    loading.catch(() => this.#files.delete(name));
    return loading;
  }
}

function recordIn(bytes: Uint8Array): SearchRecord {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function longIn(bytes: Uint8Array): ReadonlyMap<number, number> {
  const long: LongArticles = JSON.parse(new TextDecoder().decode(bytes));
  return new Map(long);
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split("\n");
}
