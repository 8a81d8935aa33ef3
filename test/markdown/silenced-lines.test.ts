import assert from "node:assert/strict";
import { test } from "node:test";
import { silencedLines } from "../../scripts/markdown/silenced-lines.ts";

const cases: readonly (readonly [string, string, readonly (readonly [number, readonly string[]])[]])[] = [
  ["a comment silences the next line", "<!-- allow: a-b -->\n文", [[2, ["a-b"]]]],
  ["also at a line's end", "文<!--allow:a-->\n文", [[2, ["a"]]]],
  ["several names", "<!-- allow: a, b c，d -->\n文", [[2, ["a", "b", "c", "d"]]]],
  ["blank lines are passed over", "<!-- allow: a -->\n\n \n文", [[4, ["a"]]]],
  [
    "two comments in a row",
    "<!-- allow: a -->\n<!-- allow: b -->\n文",
    [
      [2, ["a"]],
      [3, ["b"]],
    ],
  ],
  ["none in fenced code", "```\n<!-- allow: a -->\n```\n<!-- allow: b -->\n文", [[5, ["b"]]]],
  ["none in a longer fence", "> ````\n> ```\n> <!-- allow: a -->\n> ````\n", []],
  ["none between backticks", "`<!-- allow: a -->`\n文", []],
  ["other comments", "<!-- 请勿allow -->\n文", []],
];

for (const [name, text, expected] of cases) {
  test(`allow comments: ${name}`, () => {
    assert.deepEqual(
      [...silencedLines(text)].map(([line, rules]) => [line, [...rules]]),
      expected,
    );
  });
}
