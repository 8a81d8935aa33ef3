import assert from "node:assert/strict";
import { test } from "node:test";
import { foldText, placeOfWord, queryWords } from "../../../layouts/client/search-words.ts";

const queries: readonly (readonly [query: string, words: readonly string[], reason: string])[] = [
  ["", [], "nothing was typed"],
  [" 　\t", [], "spaces of any width are not words"],
  ["，。“”……", [], "punctuation is not a word"],
  ["四个平衡", ["四个平衡"], "a Han run is one word"],
  ["河长　巡河", ["河长", "巡河"], "a full-width space separates"],
  ["“河长”的一天", ["河长", "的一天"], "quotation marks separate"],
  ["Go语言入门", ["go", "语言入门"], "the script changes"],
  ["ＰＭ２.５", ["pm2", "5"], "full-width letters are letters, the point separates"],
  ["C++ c++", ["c++"], "symbols belong to the word and each word counts once"],
  ["river RIVER River", ["river"], "case does not count"],
  ["Straße STRASSE", ["strasse"], "ß and ss are the same"],
  ["ΟΔΟΣ οδος", ["οδοσ"], "a final sigma is a sigma"],
  ["ガス ｶﾞｽ", ["ガス"], "half-width kana are kana"],
  ["人々の", ["人々の"], "kana and Han run together"],
  ["__proto__ constructor", ["proto", "constructor"], "names of JavaScript are words"],
];

for (const [query, words, reason] of queries) {
  test(`「${query.trim()}」 is looked for as ${JSON.stringify(words)}: ${reason}`, () => {
    assert.deepEqual(queryWords(query), words);
  });
}

test("of an endless query only the beginning counts", () => {
  assert.ok(queryWords("一 二 三 四 五 六 七 八 九 十 ".repeat(10_000)).length <= 16);
  assert.equal(queryWords("河".repeat(10_000))[0]?.length, 200);
});

const places: readonly (readonly [text: string, word: string, place: number, reason: string])[] = [
  ["中国的河流", "河流", 3, "Han is found anywhere"],
  ["an article on art", "art", 3, "a word is found by its beginning"],
  ["party", "art", -1, "and not by its middle"],
  ["party art", "art", 6, "a later beginning counts"],
  ["读art史", "art", 1, "a word begins after Han"],
  ["2026年", "26", -1, "numbers are words"],
  ["第26期", "26", 1, "a number begins after Han"],
  ["𝒶art", "art", -1, "letters beyond the first plane are letters"],
  ["", "art", -1, "nothing holds nothing"],
];

for (const [text, word, place, reason] of places) {
  test(`「${word}」 in 「${text}」 is at ${place}: ${reason}`, () => {
    assert.equal(placeOfWord(text, word, 0), place);
  });
}

test("folding keeps what is not a letter", () => {
  assert.equal(foldText("《四个平衡》·A"), "《四个平衡》·a");
});
