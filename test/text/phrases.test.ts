import assert from "node:assert/strict";
import { test } from "node:test";
import { phrasesOf } from "../../scripts/text/phrases.ts";

for (const phrases of [
  "坚持|以人民|为中心的|发展|思想",
  "旧城|更新的|四种|平衡",
  "公共|阅读|为什么|需要|一间|房子",
  "舊書攤的|規矩",
  "馬克思主義|政治|經濟學的|當代|價值",
  "错误：无法|与 SFTP 服务器|建立 FTP 连接",
  "A Note for Readers Abroad",
  "江",
  "",
]) {
  test(`headlines break between words: ${phrases || "an empty one"}`, () => {
    assert.equal(phrasesOf(phrases.replaceAll("|", "")).join("|"), phrases);
  });
}

test("pieces are the headline, and none is a lone character", () => {
  const headline = "二百四十扇窗：读《河岸》第3版，从100～200页说起的 KDE 了";
  assert.equal(phrasesOf(headline).join(""), headline);
  for (const piece of phrasesOf(headline)) assert.ok([...piece].length > 1, piece);
});
