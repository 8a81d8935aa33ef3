import type { Edition, EditionArticle } from "../edition/edition.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { searchedForms, searchFold } from "../edition/search/search-grams.ts";
import { contentHash } from "../store/content-hash.ts";
import { urlPath } from "../text/brands.ts";
import { pathsInFile } from "../text/search-gram.ts";
import { encodeHan } from "../text/search-han.ts";
import { type LongArticles, longArticle } from "../text/search-record.ts";
import { type SearchVersion, versionName } from "../text/search-version.ts";
import { namesOf } from "./names-file.ts";
import type { KeptShard, SearchMemory } from "./search-memory.ts";
import { SearchParts, searchPart } from "./search-parts.ts";
import { type RecordDesk, textRecords } from "./text-records.ts";

/** With what the search of an edition is made. */
export interface SearchDesk extends RecordDesk {
  readonly memory: SearchMemory;
  /** The grams under a key, packed (`packGrams`). */
  readonly gramsOf: (key: string) => Uint8Array;
}

/** All files that the search page's script fetches, below `/search/`. `README.md` beside tells of each. */
export async function searchFiles({ articles: newest }: Edition, desk: SearchDesk): Promise<readonly OutputFile[]> {
  const { memory, gramsOf } = desk;
  const articles = newest.toReversed();
  const parts = articles.map(searchPart);
  const shards = await memory.shardsOf(parts, new SearchParts(searchFold(), gramsOf));
  const index = [
    ...shards.grams.map((shard, number) => shardFile(`grams/${number}`, shard)),
    ...shards.words.map((shard, number) => shardFile(`words/${number}`, shard)),
    ...pathFiles(articles),
    textFile("lengths.json", JSON.stringify(longOf(articles))),
    textFile("names.json", JSON.stringify(namesOf(articles))),
    file("han.bin", hanTable()),
  ];
  const version = { articles: articles.length, version: versionOf(index) } satisfies SearchVersion;
  return [...index, ...textRecords(articles, parts, desk), textFile(versionName, JSON.stringify(version))];
}

/** Told by the bytes of `files`, whose keys are their hashes. Those of records are made later; where one holds other words, a shard does. */
function versionOf(files: readonly OutputFile[]): string {
  return contentHash(JSON.stringify(files.map(({ path, key }) => [path, key]))).slice(0, 16);
}

function shardFile(name: string, { sha256, bytes }: KeptShard): OutputFile {
  return { path: urlPath(`/search/${name}.bin`), key: sha256, bytes };
}

function pathFiles(articles: readonly EditionArticle[]): readonly OutputFile[] {
  return Array.from({ length: Math.ceil(articles.length / pathsInFile) }, (_, number) => {
    const listed = articles.slice(number * pathsInFile, (number + 1) * pathsInFile);
    return textFile(`paths/${number}.txt`, listed.map(({ path }) => `${path}\n`).join(""));
  });
}

function longOf(articles: readonly EditionArticle[]): LongArticles {
  return articles.flatMap(({ wordCount }, number) => {
    const thousands = Math.round(wordCount / 1000);
    return thousands < longArticle ? [] : [[number, thousands] as const];
  });
}

function textFile(name: string, text: string): OutputFile {
  return file(name, Buffer.from(text));
}

function file(name: string, bytes: Uint8Array): OutputFile {
  return { path: urlPath(`/search/${name}`), key: contentHash(bytes), bytes: () => bytes };
}

let han: Uint8Array | undefined;

/** The table is the same for all sites, and made once. */
function hanTable(): Uint8Array {
  han ??= encodeHan(searchedForms());
  return han;
}
