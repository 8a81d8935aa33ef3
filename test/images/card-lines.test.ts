import assert from "node:assert/strict";
import { test } from "node:test";
import { cardLines } from "../../scripts/images/card-lines.ts";

/** One em for what is wide, half for what is not. */
const width = (character: string) => (/[ -~]/u.test(character) ? 0.5 : 1);
const lines = (text: string, widest: number) => cardLines(text, widest, width);

test("a headline that fits stays on one line", () => {
  assert.deepEqual(lines("河边书屋", 10), ["河边书屋"]);
});

test("lines are as few as can be and about equally long", () => {
  assert.deepEqual(lines("一二三四五六七八九十甲乙", 10), ["一二三四五六", "七八九十甲乙"]);
});

test("no line begins with a closing mark or ends with an opening one", () => {
  for (let widest = 3; widest < 14; widest++)
    for (const line of lines("重读《实践论》：调查、研究与“从群众中来”的方法！", widest)) {
      assert.doesNotMatch(line, /^[》：、”！]/u, `${widest}: ${line}`);
      assert.doesNotMatch(line, /[《“]$/u, `${widest}: ${line}`);
    }
});

test("Latin words, dashes and ellipses stay whole", () => {
  for (let widest = 6; widest < 14; widest++) {
    const all = lines("用 CrowdSec 保护网站——一个开始……然后 Node.js", widest);
    for (const whole of ["CrowdSec", "——", "……", "Node.js"])
      assert.ok(
        all.some((line) => line.includes(whole)),
        `${widest}: ${all.join("|")}`,
      );
  }
});

test("no line begins or ends with a space", () => {
  for (const line of lines("用 CrowdSec 保护 PHP 网站", 6)) assert.equal(line, line.trim());
});

test("a word wider than any line sticks out of its own line", () => {
  assert.deepEqual(lines("看 Donaudampfschifffahrt 吧", 5), ["看", "Donaudampfschifffahrt", "吧"]);
});
