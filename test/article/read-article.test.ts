import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticle } from "../../scripts/article/read-article.ts";
import { manuscript, read, zone } from "./sample-manuscript.ts";

test("an article of the needed fields alone is whole, with every list there and empty", () => {
  const { value, problems } = read({});
  assert.deepEqual(problems, []);
  assert.deepEqual(value && { ...value, places: undefined }, {
    title: "河与城",
    author: [{ name: "许慎言" }],
    source: [{ name: "banxin", mustBeRegistered: true }],
    date: { instant: Date.UTC(2020, 2, 27, 0, 31), precision: "minute" },
    editor: ["林知远"],
    topics: [],
    keywords: [],
    related: { pin: [], block: [], none: false },
    corrections: [],
    aliases: [],
    draft: false,
    ai: "none",
    silence: [],
    id: "theory/news/2020/river",
    file: "theory/news/2020/river.md",
    places: undefined,
    body: "\n河流塑造了城市。\n",
    bodyLine: 8,
  });
});

test("the publication's own fields come through by YAML's core schema", () => {
  const { value } = read({ x: "{ issue: 12, tags: [a, no] }" });
  assert.equal(JSON.stringify(value?.x), '{"issue":12,"tags":["a","no"]}');
});

test("old addresses that lead out of the site or are no plain path are refused one by one", () => {
  const wrong = [
    "cn/a.html",
    "/a b",
    "/../a",
    "/a/..",
    "/./a",
    "/a//b",
    "//a.example/",
    "/a?b",
    "/a#b",
    "/a\\\\b",
    "/旧",
    "https://a.example/",
    "/%2e%2e/a",
    "/a%2fb",
    "/a%00",
    "/a%",
    "/a%zz",
    "",
  ];
  const { problems } = read({ aliases: `[${wrong.map((path) => `"${path}"`).join(", ")}]` });
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    wrong.map(() => "alias-form"),
  );
});

test("a misspelt field is named with the one it stands for, and not reported as missing as well", () => {
  const found = (changes: Readonly<Record<string, string | undefined>>) =>
    read(changes).problems.map(({ rule, values }) => [rule, values["field"], values["nearest"]]);
  assert.deepEqual(found({ author: undefined, auther: "许慎言" }), [["field-unknown", "auther", "author"]]);
  assert.deepEqual(found({ title: undefined, tilte: "河" }), [["field-unknown", "tilte", "title"]]);
  assert.deepEqual(found({ author: undefined, Author: "许慎言" }), [["field-unknown", "Author", "author"]]);
  assert.deepEqual(found({ author: undefined, 作者: "许慎言" }), [["field-unknown", "作者", "author"]]);
  assert.deepEqual(found({ tags: "[a]" }), [["field-unknown", "tags", "topics"]]);
  assert.deepEqual(found({ description: "a" }), [["field-unknown", "description", "summary"]]);
  assert.deepEqual(found({ weather: "a" }), [["field-unknown", "weather", ""]]);
  assert.deepEqual(found({ author: "[{ nmae: 许慎言 }]" }), [["field-unknown", "nmae", "name"]]);
});

test("all problems of a file are reported at once, also the order of dates beside other faults", () => {
  const { problems } = read({ titel: "河", kicker: '""', updated: "2020-01-01", draft: "yes", editor: undefined });
  assert.deepEqual(problems.map(({ rule }) => rule).sort(), [
    "field-empty",
    "field-form",
    "field-missing",
    "field-unknown",
    "updated-before-date",
  ]);
});

test("names that stand twice or are strung together are pointed at, and the article is still read", () => {
  const { value, problems } = read({
    author: "[许慎言、陆明远, 沈秋, 沈秋, { name: 沈秋, person: shen-qiu }]",
    keywords: "[河, 城, 河]",
    topics: "[甲、乙关系]",
  });
  assert.equal(value?.author.length, 4);
  assert.deepEqual(
    problems.map(({ line, column, rule, values }) => [line, column, rule, values["name"]]),
    [
      [3, 23, "name-twice", "沈秋"],
      [3, 10, "name-joined", "许慎言、陆明远"],
      [8, 18, "name-twice", "河"],
    ].map(([line, ...rest]) => [line === 8 ? 7 : line, ...rest]),
  );
});

test("names strung together by a comma of Chinese width are pointed at, with or without a space behind it", () => {
  for (const author of ["许慎言，陆明远", "许慎言， 陆明远", "[许慎言，\u3000陆明远]"]) {
    assert.deepEqual(
      read({ author }).problems.map(({ rule, values }) => [rule, values["list"]]),
      [["name-joined", "[许慎言, 陆明远]"]],
      author,
    );
  }
});

test("wall-clock dates stand in the publication's zone", () => {
  const text = manuscript({ date: "2020-07-01 12:00" });
  const { value } = readArticle({ file: "a/b.md", text }, "America/New_York");
  assert.equal(value?.date.instant, Date.UTC(2020, 6, 1, 16));
});

test("a page bundle's article is called by its folder", () => {
  assert.equal(
    readArticle({ file: "theory/news/river/index.md", text: manuscript({}) }, zone).value?.id,
    "theory/news/river",
  );
});
