import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { readMasthead } from "../../scripts/article/masthead.ts";
import { readPerson } from "../../scripts/article/person.ts";
import type { Read } from "../../scripts/article/read.ts";
import { readArticle } from "../../scripts/article/read-article.ts";
import { readSources } from "../../scripts/article/sources.ts";
import { readTopic } from "../../scripts/article/topic.ts";
import { readWords } from "../../scripts/article/words.ts";
import { articleRules } from "../../scripts/report/rules/article.ts";

const folder = new URL("../fixtures/problems/", import.meta.url);

type Reader = (manuscript: { readonly file: string; readonly text: string }) => Read<unknown>;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^masthead\.md$/u, readMasthead],
  [/^sources\.yaml$/u, readSources],
  [/^words\.yaml$/u, readWords],
  [/^topics\//u, readTopic],
  [/^people\//u, readPerson],
  [/\.md$/u, (manuscript) => readArticle(manuscript, "Asia/Shanghai")],
];

function problemsIn(file: string, path: URL): Read<unknown>["problems"] {
  const reader = readers.find(([form]) => form.test(file))?.[1];
  assert.ok(reader, file);
  return reader({ file, text: readFileSync(path, "utf8") }).problems;
}

function problemsOf(example: string): Read<unknown>["problems"] {
  const article = new URL(`${example}.md`, folder);
  if (existsSync(article)) return problemsIn(`theory/news/${example}.md`, article);
  const root = new URL(`${example}/`, folder);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(new URL(file, root)).isFile(),
  );
  return files.flatMap((file) => problemsIn(file, new URL(file, root)));
}

test("the bad example of every rule about front matter breaks that rule once and no other", () => {
  for (const name of Object.keys(articleRules)) {
    assert.deepEqual(
      problemsOf(name).map(({ rule }) => rule),
      [name],
    );
  }
});
