import assert from "node:assert/strict";
import { test } from "node:test";
import { readCsv } from "../../scripts/text/csv.ts";

/** The cells of `text` with their columns, line by line, and the places of its faults. */
function told(text: string): readonly string[] {
  const { rows, faults } = readCsv(text);
  const lines = rows.map((row) => `${row[0]?.line}: ${row.map((cell) => `${cell.column} ${cell.text}`).join(" | ")}`);
  return [...lines, ...faults.map(({ line, column }) => `${line}:${column} fault`)];
}

const tables: readonly (readonly [text: string, ...told: readonly string[]])[] = [
  ["a,b", "1: 1 a | 3 b"],
  ["a,b\n\nc,d\n", "1: 1 a | 3 b", "3: 1 c | 3 d"],
  ["  a b ,\tc\t", "1: 3 a b | 9 c"],
  ['"a","b,c"', "1: 1 a | 5 b,c"],
  [' "a""b" , " c "', '1: 2 a"b | 11 c'],
  ['"""",""', '1: 1 "'],
  ["a,,b,,", "1: 1 a | 3  | 4 b"],
  [",,\n , \n"],
  ["𠮷家,文", "1: 1 𠮷家 | 4 文"],
  ["a，b", "1: 1 a，b"],
  ['"a,b\nc,d', "2: 1 c | 3 d", "1:1 fault"],
  ['a"b,c\nd', "2: 1 d", "1:2 fault"],
  ['x,"a"b', "1:5 fault"],
  ['"a""', "1:1 fault"],
  [""],
];

for (const [text, ...expected] of tables) {
  test(`comma-separated values are read with their places: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(told(text), expected);
  });
}

test("a line of a million commas or quotes is read to its end", () => {
  assert.ok((readCsv(`a${",b".repeat(1_000_000)}`).rows[0]?.length ?? 0) < 100);
  assert.equal(readCsv('"'.repeat(1_000_001)).faults.length, 1);
  assert.equal(readCsv(" ".repeat(2_000_000)).rows.length, 0);
});
