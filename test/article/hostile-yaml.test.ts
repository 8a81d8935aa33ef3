import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticle } from "../../scripts/article/read-article.ts";
import { readSources } from "../../scripts/article/sources.ts";

const kib = 1024;
const size = 60 * kib;

/** Front matter made to hang, to crash or to fill the memory. */
const attacks: Readonly<Record<string, string>> = {
  "open brackets": `x: ${"[".repeat(size)}`,
  "open braces": `x: ${"{".repeat(size)}`,
  "nested brackets": `x: ${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "nested mappings": `x: ${"{a: ".repeat(10_000)}`,
  "nested list lines": "- ".repeat(size / 2),
  "nested keys": "? ".repeat(size / 2),
  "deep indentation": Array.from({ length: 330 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
  "closing brackets": "]".repeat(size),
  "many fields": Array.from({ length: 8000 }, (_, index) => `k${index}:`).join("\n"),
  "many unknown fields": Array.from({ length: 6000 }, (_, index) => `k${index}: a`).join("\n"),
  "one field many times": "title: a\n".repeat(6000),
  "many tags": "! ".repeat(size / 2),
  "many anchors": "&a ".repeat(size / 3),
  "many aliases": "*a ".repeat(size / 3),
  "many quotes": '"'.repeat(size),
  "many colons": ": ".repeat(size / 2),
  "many commas": `x: [${",".repeat(size)}]`,
  "many documents": "...\n".repeat(size / 4),
  "many comments": "a: #\n".repeat(size / 5),
  "many spaces": `title: a${" ".repeat(size)}b`,
  "many blank lines": `title: a${"\n".repeat(size)}  b`,
  "many short lines": `title: ${"a\n  ".repeat(size / 4)}`,
  "many names": `author: [${"甲, ".repeat(size / 4)}]`,
  "many bad dates": `corrections: [${"{ date: x, text: y }, ".repeat(2500)}]`,
  "a long name": `author: ${"、".repeat(size)}`,
  "a long key": `${"k".repeat(size)}: 1`,
  "a long slug": `slug: ${"a-".repeat(size / 2)}`,
  "a long date": `date: ${"2020-".repeat(size / 5)}`,
  "a long address": `source: { name: a, url: "https://${"a@".repeat(size / 3)}" }`,
  "a long alias": `aliases: [${"/..".repeat(size / 4)}]`,
  "a long language": `language: ${"a-".repeat(size / 2)}`,
  "a long rule name": `silence: [${"a".repeat(size)}]`,
};

test("hostile front matter is refused with short problems, quickly, and never by a crash", () => {
  for (const [name, fields] of Object.entries(attacks)) {
    const start = performance.now();
    const { value, problems } = readArticle(
      { file: "theory/news/attack.md", text: `---\n${fields}\n---\n` },
      "Asia/Shanghai",
    );
    const elapsed = performance.now() - start;
    assert.equal(value, undefined, name);
    assert.ok(problems.length > 0, name);
    assert.ok(elapsed < 2500, `${name}: ${elapsed} ms`);
    for (const { line, column, values } of problems) {
      assert.ok(line >= 1 && column >= 1, name);
      for (const text of Object.values(values)) assert.ok(text.length < 300, `${name}: ${text.length}`);
    }
  }
});

test("a billion laughs stay a few lines", () => {
  const laughs = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`);
  const text = `---\na0: &a0 [哈, 哈]\n${laughs.join("\n")}\n---\n`;
  const { value, problems } = readArticle({ file: "theory/news/laughs.md", text }, "Asia/Shanghai");
  assert.equal(value, undefined);
  assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(["yaml-alias"]));
});

test("front matter above 64 KiB is refused unread", () => {
  const text = `---\nx: ${"a".repeat(64 * kib)}\n---\n`;
  const { problems } = readArticle({ file: "theory/news/long.md", text }, "Asia/Shanghai");
  assert.deepEqual(
    problems.map(({ rule, line }) => [rule, line]),
    [["yaml-size", 2]],
  );
});

test("a register above 1 MiB is refused unread, a long one is read in linear time", () => {
  const line = (index: number) => `s${index}: { name: 来源${index}, url: "https://s${index}.example/" }\n`;
  const lines = Array.from({ length: 10_000 }, (_, index) => line(index)).join("");
  const start = performance.now();
  const { value } = readSources({ file: "sources.yaml", text: lines });
  assert.equal(value?.sources.length, 10_000);
  assert.ok(performance.now() - start < 5000);
  const { problems } = readSources({ file: "sources.yaml", text: lines + "#".repeat(1024 * kib) });
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ["yaml-size"],
  );
});
