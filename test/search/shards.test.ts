import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gramsOf } from "../../scripts/edition/search/article-grams.ts";
import { packGrams } from "../../scripts/edition/search/grams-bytes.ts";
import { compileGramShards, compileShards, gramTurns } from "../../scripts/search/compile-shards.ts";
import { gatherRows } from "../../scripts/search/gather-rows.ts";
import { type GramPile, pileGrams, wordsInPile } from "../../scripts/search/gram-pile.ts";
import { reviseShards } from "../../scripts/search/revise-shards.ts";
import { type SearchPart, SearchParts } from "../../scripts/search/search-parts.ts";
import { SearchFold } from "../../scripts/text/search-fold.ts";
import {
  levelOf,
  longMarks,
  marksOf,
  neighbourBits,
  noShortMarks,
  shortMarks,
} from "../../scripts/text/search-gram.ts";
import { decodeGramShard, encodeGramShard } from "../../scripts/text/search-gram-shard.ts";
import { decodeHan } from "../../scripts/text/search-han.ts";
import { decodeWordShard, encodeWordShard } from "../../scripts/text/search-word-shard.ts";
import { GarbledBytes } from "../../scripts/text/varint.ts";

const fold = new SearchFold(new Map());
const texts = fc.string({ unit: fc.constantFrom(..."河长的一天桥 ,ab c"), maxLength: 60 });
const edition = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 40 });
type Edition = readonly (readonly [text: string, names: string])[];

function partsOf(articles: Edition): readonly SearchPart[] {
  return articles.map(([grams, names]) => ({ grams, names }));
}

const load = new SearchParts(fold, (text) =>
  packGrams(
    gramsOf(
      [
        { level: 2, text: text.slice(0, 9) },
        { level: 0, text },
      ],
      fold,
    ),
  ),
);

function pileOf(articles: Edition): GramPile {
  return pileGrams(
    partsOf(articles).flatMap((part, article) => load.gramsOf(part).map((packed) => [article, packed] as const)),
  );
}

test("grams are piled and gathered without loss, each once, in order", () => {
  fc.assert(
    fc.property(edition, (articles) => {
      const pile = pileOf(articles);
      const expected = new Map<string, number>();
      articles.forEach(([text, names], article) => {
        const sheaves = [...load.gramsOf({ grams: text, names })];
        for (const packed of sheaves) {
          const alone = gatherRows(pileGrams([[article, packed]]));
          for (let row = 0; row < alone.count; row++) {
            const key = `${alone.hashes[row]} ${article}`;
            expected.set(key, ((expected.get(key) ?? 0) | (alone.marks[row] ?? 0)) >>> 0);
          }
        }
      });
      const rows = gatherRows(pile);
      const keys = Array.from({ length: rows.count }, (_, row) => [rows.hashes[row] ?? 0, rows.articles[row] ?? 0]);
      assert.deepEqual(
        keys,
        keys.toSorted(([a = 0, c = 0], [b = 0, d = 0]) => a - b || c - d),
      );
      assert.deepEqual(new Map(keys.map(([hash, article], row) => [`${hash} ${article}`, rows.marks[row]])), expected);
      assert.deepEqual(
        articles.map((_, article) => wordsInPile(pile, 2 * article)),
        articles.map(
          ([text]) =>
            gramsOf(
              [
                { level: 2, text: text.slice(0, 9) },
                { level: 0, text },
              ],
              fold,
            ).words,
        ),
      );
    }),
  );
});

test("a byte stands for marks and back, where there is one", () => {
  const bits = fc.constantFrom(0, ...Array.from({ length: neighbourBits }, (_, bit) => 1 << bit));
  fc.assert(
    fc.property(
      bits,
      bits,
      fc.nat({ max: 2 }),
      fc.nat({ max: 2 ** neighbourBits - 1 }),
      (before, next, level, more) => {
        const marks = marksOf(before, next, level);
        const short = shortMarks(marks);
        if (level === 0 && before + next > 0) assert.equal(longMarks(short), marks);
        if (level > 0) assert.equal(short, noShortMarks);
        assert.equal(levelOf(marks), level);
        const joined = (marks | more) >>> 0;
        const byte = shortMarks(joined);
        if (byte !== noShortMarks) assert.equal(longMarks(byte), joined);
      },
    ),
  );
});

test("shards made turn by turn, in whatever order, are those made at once", () => {
  const articles = Array.from(
    { length: 300 },
    (_, at) => [`河长${String.fromCharCode(0x4e00 + at)}的一天`, "甲"] as const,
  );
  const pile = pileOf(articles);
  const turns = Array.from({ length: gramTurns(articles.length) }, (_, turn) => turn);
  const made = new Map(turns.toReversed().map((turn) => [turn, compileGramShards(articles.length, pile, turn)]));
  assert.deepEqual(
    turns.flatMap((turn) => made.get(turn) ?? []),
    compileShards(articles.length, pile).grams,
  );
});

test("shards are encoded and decoded without loss", () => {
  fc.assert(
    fc.property(edition, (articles) => {
      const { grams, words } = compileShards(articles.length, pileOf(articles));
      for (const bytes of grams) {
        const rows = decodeGramShard(bytes);
        assert.deepEqual(encodeGramShard(rows, 0, rows.count), bytes);
      }
      for (const bytes of words) assert.deepEqual(encodeWordShard(decodeWordShard(bytes)), bytes);
    }),
  );
});

test("what is no shard is never taken for one: a page, nothing, a shard cut short or gone on with", () => {
  const page = (text: string) =>
    Buffer.from(`<!doctype html><html lang="zh"><title>${text}</title>${text.repeat(999)}`);
  const none = [
    new Uint8Array(),
    page("请先登录"),
    page("Log in"),
    Buffer.from('{"error":404}'),
    Buffer.alloc(99, 255),
  ];
  for (const bytes of none) {
    for (const decode of [decodeGramShard, decodeWordShard, decodeHan])
      assert.throws(() => decode(bytes), GarbledBytes);
  }
  const articles = Array.from({ length: 9 }, (_, at) => [`河长的一天 a${at} b`, "甲 c"] as const);
  const { grams, words } = compileShards(articles.length, pileOf(articles));
  for (const [[bytes], decode] of [[grams, decodeGramShard] as const, [words, decodeWordShard] as const]) {
    assert.ok(bytes && bytes.length > 9);
    for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from("\n")])])
      assert.throws(() => decode(wrong), GarbledBytes);
  }
});

test("revised shards have the same bytes as shards made anew", () => {
  fc.assert(
    fc.property(edition, fc.nat(), fc.tuple(texts, texts), fc.boolean(), (articles, at, other, isNew) => {
      const article = isNew ? articles.length : at % articles.length;
      const now = isNew ? [...articles, other] : articles.with(article, other);
      const [old, made] = [compileShards(articles.length, pileOf(articles)), compileShards(now.length, pileOf(now))];
      if (old.grams.length !== made.grams.length || old.words.length !== made.words.length) return;
      const sheaves = (all: Edition) =>
        partsOf(all)
          .slice(article, article + 1)
          .flatMap((part) => load.gramsOf(part));
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
