import assert from "node:assert/strict";
import { test } from "node:test";
import { deskWordsIn } from "../../../layouts/client/desk/desk-words.ts";
import { timeLeft } from "../../../layouts/client/desk/standing.ts";
import { changeGroups } from "../../../scripts/edition/publication-changes.ts";
import { languages } from "../../../scripts/text/language.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

for (const [ms, expected] of [
  [1, "1秒"],
  [59_999, "59秒"],
  [minute, "1分"],
  [12 * minute + 8000, "12分8秒"],
  [60 * minute, "1小时"],
  [4 * 60 * minute + 12 * minute + 59_000, "4小时12分"],
  [3 * day + 4 * 60 * minute, "3天4小时"],
  [3 * day + 59 * minute, "3天"],
  [400 * day, "400天"],
] as const)
  test(`${ms} ms are told as ${expected}`, () => {
    assert.equal(deskWordsIn("zh-Hans").left(timeLeft(ms)), `还有${expected}`);
  });

test("English counts one day and several", () => {
  assert.equal(deskWordsIn("en").left(timeLeft(day + 120 * minute)), "in 1 day 2 hours");
});

for (const language of languages)
  test(`every word of the desk is there: ${language}`, () => {
    const words = deskWordsIn(language);
    const said = [
      ...Object.values(words).filter((word) => typeof word === "string"),
      ...changeGroups.map((group) => words.groups[group]),
      ...Object.values(words.relatedRules),
    ];
    for (const word of said) assert.notEqual(word, "");
    for (const each of [words.morePages(37), words.whenPublished(37), words.isPublished(37), words.moreProblems(37)])
      assert.match(each, /37/u);
    if (language === "zh-Hans") assert.doesNotMatch(said.join(""), /[發來標題編輯關專頁說這還沒訂閱複]/u);
    if (language === "zh-Hant") assert.doesNotMatch(said.join(""), /[发来标题编辑关专页说这还没订阅复]/u);
  });
