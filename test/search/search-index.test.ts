import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesOf } from "../../layouts/client/search-index.ts";
import { renderSearchIndex } from "../../scripts/search/search-index.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { unwritableText } from "../feeds/sample-feed.ts";

const articles = [
  {
    path: urlPath("/theory/news/2026/05/river-wardens/"),
    title: "河长的一天",
    authors: ["顾晓棠", "沈其昌"],
    source: "版心周刊",
    column: "资讯",
    date: "2026-05-18T09:30:00+08:00",
    summary: "清晨六点，巡河从老桥开始。",
  },
  {
    path: urlPath("/theory/essays/2026/05/old-maps/"),
    title: unwritableText,
    authors: [],
    source: "",
    column: "随笔",
    date: "2026-05-17",
    summary: "",
  },
];

test("the browser's script reads back exactly the articles that were written", () => {
  assert.deepEqual(articlesOf(JSON.parse(renderSearchIndex({ articles }))), articles);
});

test("the index is one list for each field, without spaces", () => {
  const [first] = articles;
  assert.ok(first);
  assert.equal(
    renderSearchIndex({ articles: [first] }),
    '{"path":["/theory/news/2026/05/river-wardens/"],"title":["河长的一天"],"authors":[["顾晓棠","沈其昌"]],' +
      '"source":["版心周刊"],"column":["资讯"],"date":["2026-05-18T09:30:00+08:00"],' +
      '"summary":["清晨六点，巡河从老桥开始。"]}\n',
  );
});

test("an edition without articles has an index of empty lists", () => {
  assert.deepEqual(articlesOf(JSON.parse(renderSearchIndex({ articles: [] }))), []);
});
