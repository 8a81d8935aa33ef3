import assert from "node:assert/strict";
import { test } from "node:test";
import { renderFieldTable } from "../../scripts/article/field-table.ts";
import { readArticle } from "../../scripts/article/read-article.ts";
import { articleSchema } from "../../scripts/article/schema.ts";

const rows = renderFieldTable().trimEnd().split("\n").slice(2);

test("the editors' table has a row for every field, in the schema's order, complete", () => {
  const names = Object.keys(articleSchema("Asia/Shanghai").shape);
  assert.deepEqual(
    rows.map((row) => /^\| `([a-zA-Z]+)` /u.exec(row)?.[1]),
    names,
  );
  for (const row of rows) assert.doesNotMatch(row, /undefined|\[object/u);
});

test("the editors' table marks the five fields that every article needs", () => {
  const needed = rows.filter((row) => row.includes("| 必填 |")).map((row) => /`([a-zA-Z]+)`/u.exec(row)?.[1]);
  assert.deepEqual(needed, ["title", "author", "source", "date", "editor"]);
});

test("the examples of the editors' table make a good article together", () => {
  const examples = rows.map((row) => / \| `([^`]+)` \|$/u.exec(row)?.[1] ?? "");
  const { problems } = readArticle(
    { file: "theory/news/table.md", text: `---\n${examples.join("\n")}\n---\n` },
    "Asia/Shanghai",
  );
  assert.deepEqual(problems, []);
});
