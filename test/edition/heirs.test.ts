import assert from "node:assert/strict";
import { test } from "node:test";
import { heirsOf, type NamedText } from "../../scripts/edition/heirs.ts";

const named = (file: string, text: string): NamedText => ({ file, slug: file.split("/").at(-1) ?? "", text });
const pairs = (gone: readonly NamedText[], fresh: readonly NamedText[]) => [...heirsOf(gone, fresh)];

const sentences = ["河水退了。", "桥还没修好！", "渡船照旧？", "邻居在岸边等。"];
const whole = sentences.join("");

test("a text lives on where half of the longer one is common to both, whatever the order of its sentences", () => {
  const old = [named("a", whole)];
  assert.deepEqual(pairs(old, [named("b", whole)]), [["a", "b"]]);
  assert.deepEqual(pairs(old, [named("b", sentences.toReversed().join("\n"))]), [["a", "b"]]);
  assert.deepEqual(pairs(old, [named("b", `${sentences.slice(0, 3).join("")}灯又亮了。`)]), [["a", "b"]]);
  assert.deepEqual(pairs(old, [named("b", `${sentences[0]}另外的话，长得多，也全不相干。`)]), []);
  // A longer text that took in a shorter one is another text, and a sentence counts as often as both have it.
  assert.deepEqual(pairs(old, [named("b", `${whole}${"新写的一句话很长很长。".repeat(4)}`)]), []);
  assert.deepEqual(pairs([named("a", sentences[0] ?? "")], [named("b", (sentences[0] ?? "").repeat(3))]), []);
});

test("each text has one heir at most and is one's at most: the likest, then what kept its name, then the first", () => {
  const nearly = whole.replace("渡船照旧？", "渡船停了。");
  assert.deepEqual(pairs([named("a", whole)], [named("b", nearly), named("c", whole)]), [["a", "c"]]);
  assert.deepEqual(pairs([named("a", nearly), named("b", whole)], [named("c", whole)]), [["b", "c"]]);
  assert.deepEqual(pairs([named("x/a", whole), named("x/b", whole)], [named("y/b", whole), named("y/c", whole)]), [
    ["x/b", "y/b"],
    ["x/a", "y/c"],
  ]);
});

test("texts without a sentence are nobody's heirs", () => {
  assert.deepEqual(pairs([named("a", "")], [named("b", ""), named("c", " \n")]), []);
  assert.deepEqual(pairs([], [named("b", whole)]), []);
});

test("thousands of texts of one form are told apart by what is their own, without comparing all with all", {
  timeout: 20_000,
}, () => {
  const notice = (place: string, number: number) =>
    named(
      `${place}/${number}`,
      `第${number}号通知。${Array.from({ length: 12 }, (_, line) => `通知的第${line}句都一样。`).join("")}`,
    );
  const numbers = Array.from({ length: 5000 }, (_, number) => number);
  const heirs = heirsOf(
    numbers.map((number) => notice("old", number)),
    numbers.map((number) => ({ ...notice("new", number), slug: `moved-${number}` })),
  );
  assert.deepEqual([...heirs].sort(), numbers.map((number) => [`old/${number}`, `new/${number}`]).sort());
});
