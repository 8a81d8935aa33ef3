import assert from "node:assert/strict";
import { test } from "node:test";
import { changedBytes } from "../../scripts/verify/changed-bytes.ts";

const page = `<html><body>\n${Array.from({ length: 40 }, (_, index) => `<p>第 ${index} 段，说一件事。</p>\n`).join("")}</body></html>\n`;

/** Offsets are in bytes; here they are checked by what stands there. */
function differences(now: string, was: string): readonly (readonly [there: string, excerpt: string])[] {
  const bytes = Buffer.from(now);
  return changedBytes(bytes, Buffer.from(was)).map(({ offset, excerpt }) => [
    bytes.subarray(offset, offset + 3).toString(),
    excerpt,
  ]);
}

test("files that are the same differ nowhere, and an empty one in all", () => {
  assert.deepEqual(differences(page, page), []);
  assert.deepEqual(differences("", "<p>字</p>"), [["", "“<p>字</p>” → “”"]]);
});

test("each of several edits is told with the characters before and after it", () => {
  const edited = page
    .replace("第 3 段", "第 三 段")
    .replace("<p>第 20 段，说一件事。</p>\n", "")
    .replace("第 30 段", "第 30 段<b>买</b>");
  assert.deepEqual(differences(edited, page), [
    ["三", "“3” → “三”"],
    ["第", "“第 20 段，说一件事。</p>\\u{a}<p>” → “”"],
    ["<b>", "“” → “<b>买</b>”"],
  ]);
});

test("a stretch begins and ends with whole characters", () => {
  // 字 and 孖 share their first two bytes.
  assert.deepEqual(differences("<p>字</p>", "<p>孖</p>"), [["字", "“孖” → “字”"]]);
});

test("pictures differ by their sizes, from the first byte that is another", () => {
  const picture = Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3]);
  const [found, ...others] = changedBytes(Buffer.from([0x89, 0x50, 0, 0, 9, 2, 3, 4]), picture);
  assert.deepEqual([found?.offset, found?.excerpt, others.length], [4, "7 → 8 bytes", 0]);
});

test("hostile text takes no longer than any other", { timeout: 20_000 }, () => {
  const many = "<a>".repeat(200_000);
  assert.ok(changedBytes(Buffer.from(many), Buffer.from("<b>".repeat(200_000))).length > 0);
  assert.ok(
    changedBytes(Buffer.from(`${"<a>\n".repeat(100_000)}x`), Buffer.from("<a>\n<b>".repeat(80_000))).length > 0,
  );
});
