import assert from "node:assert/strict";
import { test } from "node:test";
import { takeApart } from "../../scripts/bench/body-pieces.ts";
import { joinRuns } from "../../scripts/bench/join-runs.ts";

const file = "theory/news/2026/a.md";

test("what must stay whole is one piece", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["一。\n\n二。", ["一。", "二。"]],
    ["## 标题\n\n一。\n\n二。", ["## 标题\n\n一。", "二。"]],
    ["## 标题\n\n### 小标题\n\n一。", ["## 标题\n\n### 小标题\n\n一。"]],
    ["一。\n\n```\na\n\nb\n```\n\n二。", ["一。", "```\na\n\nb\n```", "二。"]],
    ["一。\n\n~~~~\n```\n\n~~~~\n\n二。", ["一。", "~~~~\n```\n\n~~~~", "二。"]],
    ["1. 一\n\n   续\n\n2. 二\n\n三。", ["1. 一\n\n   续\n\n2. 二", "三。"]],
    ["| a | b |\n|---|---|\n| 1 | 2 |\n\n二。", ["| a | b |\n|---|---|\n| 1 | 2 |", "二。"]],
    ["<table>\n\n<tr></tr>\n\n</table>\n\n二。", ["<table>\n\n<tr></tr>\n\n</table>", "二。"]],
    ["<!-- allow: link-broken -->\n\n一。", ["<!-- allow: link-broken -->\n\n一。"]],
  ];
  for (const [body, pieces] of cases) assert.deepEqual(takeApart(body, file).pieces, pieces);
});

test("what has no end is left out: a fence, a tag, a heading over nothing", () => {
  for (const body of ["一。\n\n```\n二。", "一。\n\n<table>\n\n<tr>", "一。\n\n## 标题"]) {
    assert.deepEqual(takeApart(body, file).pieces, ["一。"], body);
  }
});

test("relative links and pictures are named from the content folder, and links to headings become text", () => {
  const body = '[一](b.md#c) ![](../p.jpg "x") [二](/d.md) [三](https://example.org/) [四](#五) `[六](b.md)`';
  assert.deepEqual(takeApart(body, file).pieces, [
    '[一](/theory/news/2026/b.md#c) ![](/theory/news/p.jpg "x") [二](/d.md) [三](https://example.org/) 四 `[六](b.md)`',
  ]);
});

test("links and notes travel with what refers to them and are numbered anew", () => {
  const one = takeApart(
    "甲[一][3]，[二]。[^x]\n\n丙。[^y]\n\n[3]: https://a.example/\n[二]: b.md\n\n[^x]: 见[三][3]。[^y]\n[^y]: 注乙。",
    file,
  );
  const two = takeApart("乙[一][3] 和 `a[3]` 与 [没有]。\n\n[3]: https://b.example/", file);
  const body = joinRuns([
    { source: two, pieces: two.pieces },
    { source: one, pieces: one.pieces.slice(0, 1) },
  ]);
  assert.equal(
    body,
    [
      "乙[一][1] 和 `a[3]` 与 [没有]。",
      "甲[一][2]，[二][3]。[^1]",
      "[^1]: 见[三][2]。[^2]\n\n[^2]: 注乙。",
      "[1]: https://b.example/\n[2]: https://a.example/\n[3]: /theory/news/2026/b.md",
    ].join("\n\n"),
  );
});

test("the same label of one article in two of its runs leads to the same place", () => {
  const one = takeApart("甲[一][3]。\n\n乙[二][3]。\n\n[3]: https://a.example/", file);
  const [first = "", second = ""] = one.pieces;
  const body = joinRuns([
    { source: one, pieces: [first] },
    { source: one, pieces: [second] },
  ]);
  assert.match(body, /甲\[一\]\[1\]。\n\n乙\[二\]\[[12]\]。\n\n\[1\]: https:\/\/a\.example\//u);
});
