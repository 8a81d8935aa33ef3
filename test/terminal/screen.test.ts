import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeSign, Screen } from "./screen.ts";

/** What a screen shows of `pieces`. */
function shown(...pieces: readonly string[]): string {
  const screen = new Screen();
  for (const piece of pieces) screen.write(piece);
  return screen.text;
}

test("a screen shows what a terminal would: lines written over, erased, and returned to", () => {
  const pairs: readonly (readonly [written: string, shown: string])[] = [
    ["读稿 1/2\r^[[K读稿 2/2\r^[[K好了\n", "好了"],
    ["一\n二\n三^[[2A^[[1G1", "1\n二\n三"],
    ["一\n二\n三\r^[[1A^[[J2", "一\n2"],
    ["abc^[[2D^[[31mX^[[0m^[[?25h", "aXc"],
    ["写吗？^[[1G^[[0J写吗？^[[7Gy\n[x] 行\n", "写吗？y\n[x] 行"],
    ["a\u0008b^[[5Cc", "b     c"],
  ];
  for (const [written, expected] of pairs) assert.equal(shown(written.replaceAll("^[", escapeSign)), expected);
});

test("a screen says what it does not know, so that no record is wrong without a word", () => {
  assert.throws(() => shown(`${escapeSign}[5;5H`), /CSI 5;5H/u);
  assert.throws(() => shown(`${escapeSign}[1K`), /CSI 1K/u);
});
