import assert from "node:assert/strict";
import { test } from "node:test";
import { seriesNeighbours, seriesPart } from "../../../scripts/edition/related/series.ts";

test("headlines that number themselves name a series and their part of it", () => {
  const cases = [
    ["运河上的灯（上）", "运河上的灯", 1],
    ["运河上的灯（下）", "运河上的灯", 3],
    ["古籍修复手记【十二】", "古籍修复手记", 12],
    ["古籍修复手记(2)：补洞", "古籍修复手记", 2],
    ["城南植物志之三", "城南植物志", 3],
    ["内核笔记 第二十一部分", "内核笔记", 21],
    ["内核笔记 第三篇 调度", "内核笔记", 3],
    ["Reading old maps, Part 4", "readingoldmaps", 4],
    ["第五讲　怎样读一页古籍", "怎样读一页古籍", 5],
  ] as const;
  for (const [title, series, part] of cases) assert.deepEqual(seriesPart(title), { series, part }, title);
});

test("numbers that count other things make no series", () => {
  const titles = [
    "第七届读书节开幕",
    "四种平衡",
    "一九三五年的夏天",
    "馆藏（2024）",
    "上海的窗",
    "之江大桥",
    "第二次修订（）",
  ];
  for (const title of titles) assert.equal(seriesPart(title), undefined, title);
});

test("a part leads to the next one, then to the one before; gaps do not matter", () => {
  const column = "theory";
  const titles = ["灯的故事（下）", "别的文章", "灯的故事（上）", "城南植物志之一", "城南植物志之九", "城南植物志之二"];
  const found = seriesNeighbours(titles.map((title) => ({ title, column })));
  assert.deepEqual(found, [[2], [], [0], [5], [5], [4, 3]]);
});

test("parts in two columns, or two with one number, are no series", () => {
  const apart = [
    { title: "灯的故事（上）", column: "theory" },
    { title: "灯的故事（下）", column: "news" },
  ];
  assert.deepEqual(seriesNeighbours(apart), [[], []]);
  const doubled = ["灯的故事（一）", "灯的故事（二）", "灯的故事（二）"].map((title) => ({ title, column: "theory" }));
  assert.deepEqual(seriesNeighbours(doubled), [[], [], []]);
});
