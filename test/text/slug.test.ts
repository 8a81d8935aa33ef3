import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pinyinOverrides } from "../../scripts/text/pinyin-overrides.ts";
import { isSlug, longestSlug, namedId, slugOf } from "../../scripts/text/slug.ts";

const rows = readFileSync(new URL("slugs.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "))
  .map((line) => {
    const at = line.indexOf(" =");
    return at < 0 ? ["", ""] : [line.slice(0, at), line.slice(at + 3)];
  });

test("a file's name keeps the slug in the table for ever", () => {
  assert.ok(rows.length >= 150);
  const changed = rows
    .filter(([name = "", kept]) => slugOf(name) !== kept)
    .map(([name = "", kept]) => `${name}: ${slugOf(name)}, not ${kept}`);
  assert.deepEqual(changed, []);
});

test("every slug is a slug, and its own slug", () => {
  for (const [name = ""] of rows) {
    const made = slugOf(name);
    if (made === "") continue;
    assert.ok(isSlug(made), made);
    assert.equal(slugOf(made), made);
  }
});

test("a name has one slug in every Unicode form", () => {
  for (const name of ["café 与 Ünal", "がぎ論", "Å 计划"])
    assert.equal(slugOf(name.normalize("NFD")), slugOf(name.normalize("NFC")));
});

test("each overriding reading has a syllable of a-z for every character", () => {
  for (const [word, syllables] of pinyinOverrides()) {
    assert.equal(syllables.length, [...word].length, word);
    for (const syllable of syllables) assert.match(syllable, /^[a-z]+$/u, word);
  }
});

test("an overriding reading is not found across the border of two words", () => {
  assert.equal(slugOf("中央行动方案"), "zhong-yang-xing-dong-fang-an");
  assert.equal(slugOf("偏重塑造人物"), "pian-zhong-su-zao-ren-wu");
  assert.equal(slugOf("严重构成危害"), "yan-zhong-gou-cheng-wei-hai");
  assert.equal(slugOf("新格局长期研究"), "xin-ge-ju-chang-qi-yan-jiu");
  assert.equal(slugOf("自古都是"), "zi-gu-dou-shi");
});

test("a slug longer than the limit keeps whole syllables and a hash that tells it from its neighbours", () => {
  const headline = "关于在新的历史条件下进一步推动城乡公共文化服务体系一体建设的若干思考与建议";
  const first = slugOf(`${headline}（上）`);
  const second = slugOf(`${headline}（下）`);
  assert.ok(first.length <= longestSlug);
  assert.match(first, /^guan-yu-zai-xin-de-li-shi-(?:[a-z]+-)+[0-9a-f]{4}$/u);
  assert.notEqual(first, second);
  assert.equal(slugOf("a".repeat(5000)).length, longestSlug);
});

test("a name that is a slug is its own id, and any other bears four digits", () => {
  assert.equal(namedId("open-science"), "open-science");
  assert.equal(namedId("2020"), "2020");
  assert.match(namedId("Open Science"), /^open-science-[0-9a-f]{4}$/u);
  assert.match(namedId("open--science"), /^open-science-[0-9a-f]{4}$/u);
  assert.equal(namedId("林知远"), "lin-zhi-yuan-0d8f");
  assert.notEqual(namedId("林知远"), namedId("林之远"));
  assert.equal(namedId("Жуковский").length, 4);
  assert.equal(namedId("é"), namedId("e\u0301"));
  assert.ok(namedId("很长的名字".repeat(200)).length <= longestSlug);
});
