import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords } from "../../scripts/text/count-words.ts";
import {
  isCjkPunctuation,
  isFullWidthForm,
  isHan,
  isHangul,
  isKana,
  isSharedPunctuation,
} from "../../scripts/text/han.ts";

const points = (text: string): readonly number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

test("every character that Unicode calls Han is Han, in every extension", () => {
  const han = /\p{Script=Han}/u;
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    if (codePoint === 0xd800) codePoint = 0xe000;
    const character = String.fromCodePoint(codePoint);
    if (han.test(character)) assert.ok(isHan(codePoint), codePoint.toString(16));
    else if (/[\p{L}\p{N}\p{P}]/u.test(character)) assert.ok(!isHan(codePoint), codePoint.toString(16));
  }
});

test("characters fall into the class of their script", () => {
  for (const point of points("版心〇々㐀𠀀𬭎⼀")) assert.ok(isHan(point));
  for (const point of points("かなカナーｶﾅ")) assert.ok(isKana(point) && !isHan(point));
  for (const point of points("한국ㄱ")) assert.ok(isHangul(point) && !isHan(point));
  for (const point of points("、。《》「」『』【】〔〕，！？：；（）～・﹏"))
    assert.ok(isCjkPunctuation(point), String.fromCodePoint(point));
  for (const point of points("“”‘’—…·")) assert.ok(isSharedPunctuation(point) && !isCjkPunctuation(point));
  for (const point of points("ＡＺａｚ０９")) assert.ok(isFullWidthForm(point) && !isCjkPunctuation(point));
  for (const point of points("aZ09,.!?()é〇字")) assert.ok(!isCjkPunctuation(point) && !isFullWidthForm(point));
});

test("a text's length counts Han characters, kana and the words of other scripts", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["", 0],
    ["  \n，。！", 0],
    ["四个平衡", 4],
    ["四个平衡（上）。", 5],
    ["用 TypeScript 写 3 个程序", 7],
    ["5G时代", 3],
    ["don’t stop the long-term plan, 3.14 or 1,000", 8],
    ["end. Next", 2],
    ["the end, ", 2],
    ["한국 사람", 2],
    ["ひらがな", 4],
    ["𠮷野家", 3],
    ["half a pair, \ud842, and then 𠮷", 6],
    ["a--b, 1.-2, it’", 5],
    ["café naïve Москва", 3],
    ["😀😀", 0],
  ];
  for (const [text, count] of cases) assert.equal(countWords(text), count, text);
});
