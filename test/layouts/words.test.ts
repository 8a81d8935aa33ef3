import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn } from "../../layouts/words.ts";
import { languages } from "../../scripts/text/language.ts";

for (const language of languages) {
  test(`every fixed word is there and says something: ${language}`, () => {
    for (const [name, word] of Object.entries(wordsIn(language))) {
      if (typeof word !== "string") continue;
      assert.notEqual(word, "", name);
    }
  });

  test(`words with a number or a name in them print it: ${language}`, () => {
    const words = wordsIn(language);
    for (const printed of [
      words.page(37),
      words.articleCount(37),
      words.year(37),
      words.sourcePage("37"),
      words.since("37"),
    ]) {
      assert.match(printed, /37/u);
    }
    for (const printed of [
      words.editor(["甲"]),
      words.affiliation("甲"),
      words.affiliations(["甲", "乙"]),
      words.about("甲"),
    ]) {
      assert.match(printed, /甲/u);
    }
    assert.match(words.yearAndMonth(2026, 5), /2026.*5|May 2026/u);
  });
}

test("Chinese words bring no spaces between Han and digits: the browser sets that space", () => {
  for (const words of [wordsIn("zh-Hans"), wordsIn("zh-Hant")]) {
    assert.doesNotMatch(
      words.page(3) + words.articleCount(3) + words.yearAndMonth(2026, 5) + words.sourcePage("3"),
      / /u,
    );
  }
});

test("the two ways of writing Chinese do not mix", () => {
  const simplified = Object.values(wordsIn("zh-Hans"))
    .filter((word) => typeof word === "string")
    .join("");
  const traditional = Object.values(wordsIn("zh-Hant"))
    .filter((word) => typeof word === "string")
    .join("");
  assert.doesNotMatch(simplified, /[發來標題編輯關專頁說這還沒訂閱尋]/u);
  assert.doesNotMatch(traditional, /[发来标题编辑关专页说这还没订阅]/u);
});

test("English counts one article and several", () => {
  assert.equal(wordsIn("en").articleCount(1), "1 article");
  assert.equal(wordsIn("en").articleCount(2), "2 articles");
  assert.throws(() => wordsIn("en").month(13), /13/u);
});
