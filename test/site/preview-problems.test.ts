import assert from "node:assert/strict";
import { test } from "node:test";
import { problem } from "../../scripts/report/problem.ts";
import { tellFailure, tellProblems } from "../../scripts/site/preview-problems.ts";

const at = (file: string, line: number) => ({ file, line, column: 3 });

test("errors are told before warnings, with place, remedy and rule, in the publication's language", () => {
  const warning = problem("html-not-allowed", at("a.md", 2), { tag: "<b>" });
  const error = problem("file-unlisted", at("b.txt", 1), { name: "b.txt" });
  const told = tellProblems([warning, error], "en");
  assert.deepEqual([told.language, told.errors, told.warnings], ["en", 1, 1]);
  assert.deepEqual(
    told.problems.map(({ severity, place, rule }) => [severity, place, rule]),
    [
      ["error", "b.txt:1:3", "file-unlisted"],
      ["warning", "a.md:2:3", "html-not-allowed"],
    ],
  );
  for (const { message, remedy } of told.problems) assert.ok(message !== "" && remedy !== undefined && remedy !== "");
  assert.match(tellProblems([error], "zh-Hans").problems[0]?.message ?? "", /\p{Script=Han}/u);
});

test("of many alike the first twenty are told, and all are counted", () => {
  const warnings = Array.from({ length: 50 }, (_, line) =>
    problem("html-not-allowed", at("a.md", line + 1), { tag: "<b>" }),
  );
  const errors = Array.from({ length: 30 }, (_, index) =>
    problem("file-unlisted", at(`${index}.txt`, 1), { name: "x" }),
  );
  const told = tellProblems([...warnings, ...errors], "zh-Hans");
  assert.deepEqual([told.errors, told.warnings, told.problems.length], [30, 50, 40]);
});

test("a failure counts as an error that has no place", () => {
  assert.deepEqual(tellFailure(new Error("EACCES: a.md"), "en"), {
    language: "en",
    errors: 1,
    warnings: 0,
    problems: [{ severity: "error", message: "EACCES: a.md" }],
  });
});
