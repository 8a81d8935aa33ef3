import { gramsOf } from "../edition/search/article-grams.ts";
import { packGrams } from "../edition/search/grams-bytes.ts";
import { searchFold } from "../edition/search/search-grams.ts";
import { compileGramShards, compileWordShards, gramTurns } from "../search/compile-shards.ts";
import { pileGrams } from "../search/gram-pile.ts";
import { reviseShards } from "../search/revise-shards.ts";
import { levels } from "../text/search-gram.ts";
import type { SearchRecord } from "../text/search-record.ts";

/** What an index costs who builds it. Times are of the processor, in milliseconds, in one thread. */
export interface SearchBuildCost {
  /** Taking the grams out of all texts, which the threads that read manuscripts share. */
  readonly reading: number;
  readonly gramShards: number;
  readonly wordShards: number;
  /** All grams, packed. */
  readonly gramBytes: number;
  /** A sentence more in one article: the time, and how many shards change of how many. */
  readonly edit: { readonly ms: number; readonly shards: number; readonly of: number };
}

const sentence = "编辑又添了一句：河长在老桥上等了三个钟头。";

/** Builds the index of `records`, which are `SearchRecord`s as JSON, the oldest first; nothing is written. */
export function measureSearchBuild(records: readonly string[]): SearchBuildCost {
  const texts = records.map((json): SearchRecord => JSON.parse(json));
  const fold = searchFold();
  const packed = ({ headline, fields }: SearchRecord) =>
    packGrams(
      gramsOf(
        [{ level: levels.headline, text: headline }, ...fields.map((text) => ({ level: levels.body, text }))],
        fold,
      ),
    );
  const [sheaves, reading] = timed(() => texts.map(packed));
  const articles = texts.length;
  const [grams, gramTime] = timed(() => {
    const pile = pileGrams(sheaves.entries(), articles);
    return Array.from({ length: gramTurns(articles) }, (_, turn) => compileGramShards(articles, pile, turn)).flat();
  });
  const [words, wordTime] = timed(() => compileWordShards(articles, pileGrams(sheaves.entries(), articles)));
  const article = articles >> 1;
  const edited = texts[article];
  const before = sheaves.slice(article, article + 1);
  const [revision, ms] = timed(() => {
    const now = edited ? [packed({ ...edited, fields: [...edited.fields, sentence] })] : [];
    return reviseShards(articles, [{ article, before, now }], {
      grams: (shard) => grams[shard] ?? new Uint8Array(),
      words: (shard) => words[shard] ?? new Uint8Array(),
    });
  });
  return {
    ...{ reading, gramShards: gramTime, wordShards: wordTime },
    gramBytes: sheaves.reduce((sum, { length }) => sum + length, 0),
    edit: { ms, shards: revision.grams.size + revision.words.size, of: grams.length + words.length },
  };
}

function timed<T>(make: () => T): readonly [made: T, ms: number] {
  const start = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(start);
  return [made, (user + system) / 1000];
}
