import assert from "node:assert/strict";
import { test } from "node:test";
import { articleText, contentWith } from "./newsroom.ts";
import { run } from "./site/command.ts";

const paper = "抄纸师傅把竹帘斜着插进纸浆，提起来时手腕要平，水从帘缝里漏下去，留下一层湿纸，压干之后一张张揭起来烘。";

const content = contentWith({
  "theory/news/a.md": articleText({ title: "竹帘抄纸（一）", related: "[pinned.md]" }, paper),
  "theory/news/b.md": articleText({ title: "竹帘抄纸（二）", date: "2026-03-02" }, `第二天再去看。${paper.slice(20)}`),
  "theory/news/alike.md": articleText({ title: "看人烘纸" }, `湿纸压干之后一张张揭起来，贴在墙上烘。竹帘挂在门后。`),
  "theory/news/pinned.md": articleText({ title: "河边书屋" }, "书屋每周三休息。"),
});

test("check --why names the rule that put each article on the list, its score and the terms both share", () => {
  const { code, out } = run(["check", "--content", content, "--why", "theory/news/a.md", "--format", "json"]);
  assert.equal(code, 0);
  const reasons: readonly { title: string; rule: string; score?: number; terms: readonly string[] }[] = JSON.parse(out);
  assert.deepEqual(
    reasons.slice(0, 3).map(({ title, rule }) => `${rule} ${title}`),
    ["series 竹帘抄纸（二）", "pinned 河边书屋", "alike 看人烘纸"],
  );
  assert.ok((reasons[2]?.score ?? 0) > 0.03);
  assert.ok(reasons[2]?.terms.includes("竹帘"));
  const text = run(["check", "--content", content, "--why", "theory/news/a.md"]).out;
  assert.match(text, /^1\. 竹帘抄纸（二） {2}\/theory\/news\/2026\/03\/b\/\n {4}同一系列/u);
  assert.match(text, /\n2\. 河边书屋 .*\n {4}编辑指定/u);
});

test("check --why refuses what is no listed article", () => {
  const { code, err } = run(["check", "--content", content, "--why", "theory/news/column.md"]);
  assert.equal(code, 2);
  assert.match(err, /^--why theory\/news\/column\.md/mu);
});
