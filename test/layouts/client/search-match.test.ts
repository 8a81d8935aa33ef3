import assert from "node:assert/strict";
import { test } from "node:test";
import { type MarkedPiece, markHits, matchArticles, searchable } from "../../../layouts/client/search-match.ts";
import { queryWords } from "../../../layouts/client/search-words.ts";
import { urlPath } from "../../../scripts/text/brands.ts";

/** Newest first, as the index is. */
const articles = [
  { title: "桥的重量", authors: ["顾晓棠"], source: "版心周刊", column: "资讯", summary: "河长走过的第三座桥。" },
  { title: "河长的一天", authors: ["沈其昌"], source: "版心周刊", column: "资讯", summary: "清晨六点从老桥开始。" },
  { title: "河流与城市", authors: ["Lin Yue"], source: "南方观察", column: "随笔", summary: "" },
  { title: "一座桥，一条河", authors: [], source: "南方观察", column: "工艺", summary: "河长不在。" },
].map((article, place) => ({ ...article, path: urlPath(`/${place}/`), date: `2026-05-0${9 - place}` }));
const index = articles.map(searchable);

function found(query: string): readonly string[] {
  return matchArticles(index, queryWords(query), 50).articles.map((article) => article.title);
}

const searches: readonly (readonly [query: string, titles: readonly string[], reason: string])[] = [
  ["", [], "nothing typed finds nothing"],
  ["。", [], "punctuation finds nothing"],
  ["河长", ["河长的一天", "桥的重量", "一座桥，一条河"], "headlines first, then newest first"],
  ["桥", ["桥的重量", "一座桥，一条河", "河长的一天"], "ties go to the newer one"],
  ["桥 河", ["一座桥，一条河", "桥的重量", "河长的一天"], "two words in the headline before one"],
  ["河长 沈其昌", ["河长的一天"], "every word must be there, in whatever field"],
  ["南方观察", ["河流与城市", "一座桥，一条河"], "sources are searched"],
  ["工艺", ["一座桥，一条河"], "columns are searched"],
  ["lin yue", ["河流与城市"], "authors are searched without case"],
  ["ｌｉｎ", ["河流与城市"], "full-width letters are letters"],
  ["yue lin", ["河流与城市"], "the order of words does not matter"],
  ["河长的一天开始", [], "a Han run is looked for whole"],
  ["沈其昌版心周刊", [], "words do not run from one field into the next"],
  ["天 不存在", [], "one missing word is enough"],
];

for (const [query, titles, reason] of searches) {
  test(`「${query}」 finds ${titles.length}: ${reason}`, () => {
    assert.deepEqual(found(query), titles);
  });
}

test("of many results the best are given and all are counted", () => {
  const many = Array.from({ length: 120 }, () => index).flat();
  const result = matchArticles(many, ["桥"], 50);
  assert.equal(result.total, 360);
  assert.equal(result.articles.length, 50);
  assert.ok(result.articles.every((article) => article.title.includes("桥")));
});

function written(pieces: readonly MarkedPiece[]): string {
  return pieces.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join("");
}

const marks: readonly (readonly [text: string, query: string, marked: string, reason: string])[] = [
  ["河长的一天", "河长", "[河长]的一天", "a word is marked"],
  ["河长河长", "河长", "[河长河长]", "marks that touch are one"],
  ["哈哈哈", "哈哈", "[哈哈哈]", "overlapping marks are one"],
  ["Party on ART", "art", "Party on [ART]", "only beginnings of words, in their own letters"],
  ["ＡＲＴ", "art", "[ＡＲＴ]", "full-width letters stay full-width"],
  ["㈱河", "株", "[㈱]河", "what folding stretches is marked whole"],
  ["Straße", "strasse", "[Straße]", "and what case stretches"],
  ["cafe\u0301 au", "caf\u00e9", "[cafe\u0301] au", "a letter with its accent apart"],
  ["𠮷野家", "野", "𠮷[野]家", "characters beyond the first plane are one"],
  ["<b>河</b>", "b", "<[b]>河</[b]>", "tags are characters"],
  ["河", "山", "河", "nothing to mark"],
  ["", "山", "", "nothing at all"],
];

for (const [text, query, marked, reason] of marks) {
  test(`「${query}」 in 「${text}」 is marked ${marked}: ${reason}`, () => {
    const pieces = markHits(text, queryWords(query));
    assert.equal(written(pieces), marked);
    assert.equal(pieces.map((piece) => piece.text).join(""), text);
  });
}

test("long texts and queries take no longer than their length", () => {
  const long = "河长".repeat(20_000) + "a".repeat(20_000);
  const [article] = articles;
  assert.ok(article);
  const candidate = searchable({ ...article, summary: long });
  assert.equal(matchArticles([candidate], queryWords("a".repeat(199)), 50).total, 1);
  assert.equal(written(markHits(long, queryWords("河长河"))).length, long.length + 2);
});
