import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../scripts/text/nearest.ts";

/** Word, candidates, the one that is meant. */
const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
  ["auther", ["title", "author", "date"], "author"],
  ["tilte", ["title", "subtitle", "listTitle"], "title"],
  ["Author", ["author"], "author"],
  ["list_title", ["title", "listTitle"], "listTitle"],
  ["editorNote", ["editor", "editorsNote"], "editorsNote"],
  ["sumary", ["summary", "source"], "summary"],
  ["weather", ["author", "editor", "date"], undefined],
  ["光明日抱", ["光明日报", "江城日报"], "光明日报"],
  ["江城曰报", ["光明日报", "江城日报"], "江城日报"],
  ["光 明 日 报", ["光明日报"], "光明日报"],
  ["ＢＡＮＸＩＮ", ["banxin"], "banxin"],
  ["许慎研", ["许慎言", "许言"], "许慎言"],
  ["李明", ["李鸣", "王明"], undefined],
  ["甲", ["乙"], undefined],
  ["", ["a", "b"], undefined],
  ["abc", [], undefined],
];

test("the nearest word is one slip away in a short word, two or three in a longer one", () => {
  for (const [word, candidates, expected] of cases) assert.equal(nearest(word, candidates), expected, word);
});

test("of equally near words the first is taken, whatever their number", () => {
  assert.equal(nearest("cat", ["bat", "hat"]), "bat");
  assert.equal(nearest("cat", new Set(["hat", "bat"])), "hat");
});

test("very long words and very many candidates take no time", () => {
  const start = performance.now();
  assert.equal(nearest("a".repeat(1_000_000), ["a".repeat(10)]), undefined);
  nearest(
    "江城日报",
    Array.from({ length: 20_000 }, (_, index) => `来源第 ${index} 号`),
  );
  assert.ok(performance.now() - start < 500);
});
