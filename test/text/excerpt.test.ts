import assert from "node:assert/strict";
import { test } from "node:test";
import { excerptOf } from "../../scripts/text/excerpt.ts";

const ten = "城里的旧书店又开张了";

test("an excerpt is the first whole sentences that fit", () => {
  const cases: readonly (readonly [what: string, text: string, limit: number, excerpt: string])[] = [
    ["nothing", "", 20, ""],
    ["blank lines", "\n  \n", 20, ""],
    ["all of a short text", "春天来了。", 20, "春天来了。"],
    ["two of three sentences", "春天来了。河水解冻。燕子从南方飞回来。", 12, "春天来了。河水解冻。"],
    ["paragraphs joined", "春天来了。\n河水解冻。", 20, "春天来了。河水解冻。"],
    ["closing quotes kept with their sentence", "她说：“春天来了。”大家都笑了起来。", 12, "她说：“春天来了。”"],
    ["corner brackets", "她说：「春天來了！」大家都笑了起來。", 12, "她说：「春天來了！」"],
    [
      "a quotation of two sentences stays whole",
      "她说：“春天来了。河水解冻。”大家都笑了。",
      12,
      "她说：“春天来了。河水解冻。”",
    ],
    ["a mark inside a sentence ends nothing", "“春天来了！”，她说。", 12, "“春天来了！”，她说。"],
    ["ellipsis", "春天……河水解冻了，燕子飞了回来，人们走到田里。", 6, "春天……"],
    ["question and exclamation", "谁来？我来！他也要跟着一起来。", 7, "谁来？我来！"],
    ["doubled marks", "谁来？！我来。", 5, "谁来？！"],
    ["a line without a mark is a sentence", "春天来了\n河水解冻", 6, "春天来了"],
    ["an announcement at the end is left out", "春天来了。有三件事：\n其一是修渠。", 10, "春天来了。"],
    ["a decimal point ends nothing", "产量增长3.5倍。其余不变。", 9, "产量增长3.5倍。"],
    [
      "Latin sentences",
      "Spring is here. The ice melts. Swallows return from the south.",
      16,
      "Spring is here. The ice melts.",
    ],
    ["Latin abbreviations and initials", "Dr. J. Li came. He left.", 8, "Dr. J. Li came."],
    ["Latin closing quotes", "“Spring is here.” She smiled at all of us and left.", 10, "“Spring is here.”"],
    ["spaces collapsed", "春天  来了。\u3000\u3000河水解冻。", 20, "春天 来了。河水解冻。"],
    [
      "a little more than the limit when it would be very short",
      "春天来了。河水在三月里全都解冻了。",
      14,
      "春天来了。河水在三月里全都解冻了。",
    ],
  ];
  for (const [what, text, limit, excerpt] of cases) assert.equal(excerptOf(text, limit), excerpt, what);
});

test("a sentence is cut only when it alone is far longer than the limit, and then at a comma", () => {
  assert.equal(excerptOf(`${ten}，${ten}。`, 16), `${ten}，${ten}。`);
  assert.equal(excerptOf(`${ten}，${ten}，${ten}。`, 20), `${ten}……`);
  assert.equal(excerptOf(ten.repeat(10), 20), `${ten.repeat(2)}……`);
  assert.equal(excerptOf("one two three four five six seven eight nine ten", 10), "one two three four…");
  assert.equal(excerptOf("a".repeat(100), 10), `${"a".repeat(20)}…`);
});

test("a cut parts no character from its marks and no surrogate pair", () => {
  for (const unit of ["𠮷", "e\u0301", "葛\u{e0100}", "👩‍👩‍👧"]) {
    for (let limit = 3; limit < 12; limit++) {
      const shown = excerptOf(unit.repeat(500), limit).replace(/…+$/u, "");
      assert.equal(shown.replaceAll(unit, ""), "", `${unit} at ${limit}`);
      assert.notEqual(shown, "");
    }
  }
});

test("an excerpt of a hostile text of a megabyte takes no time worth mentioning", () => {
  for (const unit of ["“", "。”", "a.", "((((", "!?", " ", "，", "\n", "\u0301"]) {
    assert.ok(excerptOf(unit.repeat(1_000_000 / unit.length)).length < 1000);
  }
});
