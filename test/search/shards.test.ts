import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gramsOf } from "../../scripts/edition/search/article-grams.ts";
import { packGrams, unpackGrams } from "../../scripts/edition/search/grams-bytes.ts";
import { compileShards } from "../../scripts/search/compile-shards.ts";
import { reviseShards } from "../../scripts/search/revise-shards.ts";
import { type SearchPart, SearchParts } from "../../scripts/search/search-parts.ts";
import { SearchFold } from "../../scripts/text/search-fold.ts";
import { decodeGramShard, encodeGramShard } from "../../scripts/text/search-gram-shard.ts";
import { decodeWordShard, encodeWordShard } from "../../scripts/text/search-word-shard.ts";

const fold = new SearchFold(new Map());
const texts = fc.string({ unit: fc.constantFrom(..."河长的一天桥 ,ab c"), maxLength: 60 });
const edition = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 40 });
type Edition = readonly (readonly [text: string, names: string])[];

function partsOf(articles: Edition): readonly SearchPart[] {
  return articles.map(([grams, names]) => ({ grams, names }));
}

const load = new SearchParts(fold, (text) =>
  gramsOf(
    [
      { level: 2, text: text.slice(0, 9) },
      { level: 0, text },
    ],
    fold,
  ),
);

test("grams are packed and unpacked without loss", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const grams = gramsOf([{ level: 1, text }], fold);
      assert.deepEqual(unpackGrams(packGrams(grams)), grams);
      assert.deepEqual(
        [...grams.hashes],
        [...new Set(grams.hashes)].sort((a, b) => a - b),
      );
    }),
  );
});

test("shards are encoded and decoded without loss", () => {
  fc.assert(
    fc.property(edition, (articles) => {
      const { grams, words } = compileShards(partsOf(articles), load);
      for (const bytes of grams) assert.deepEqual(encodeGramShard(decodeGramShard(bytes)), bytes);
      for (const bytes of words) assert.deepEqual(encodeWordShard(decodeWordShard(bytes)), bytes);
    }),
  );
});

test("revised shards have the same bytes as shards made anew", () => {
  fc.assert(
    fc.property(edition, fc.nat(), fc.tuple(texts, texts), fc.boolean(), (articles, at, other, isNew) => {
      const article = isNew ? articles.length : at % articles.length;
      const now = isNew ? [...articles, other] : articles.with(article, other);
      const [old, made] = [compileShards(partsOf(articles), load), compileShards(partsOf(now), load)];
      if (old.grams.length !== made.grams.length || old.words.length !== made.words.length) return;
      const sheaves = (all: Edition) =>
        partsOf(all)
          .slice(article, article + 1)
          .flatMap((part) => load.gramsOf(part).map((grams) => ({ article, grams })));
      const changed = [{ article, before: sheaves(articles), now: sheaves(now) }];
      const empty = new Uint8Array();
      const revision = reviseShards(now.length, changed, {
        grams: (shard) => old.grams[shard] ?? empty,
        words: (shard) => old.words[shard] ?? empty,
      });
      assert.deepEqual(
        old.grams.map((bytes, shard) => revision.grams.get(shard) ?? bytes),
        made.grams,
      );
      assert.deepEqual(
        old.words.map((bytes, shard) => revision.words.get(shard) ?? bytes),
        made.words,
      );
    }),
    { numRuns: 300 },
  );
});
