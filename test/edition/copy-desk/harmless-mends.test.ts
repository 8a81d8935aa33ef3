import assert from "node:assert/strict";
import { test } from "node:test";
import { harmlessMends } from "../../../scripts/edition/copy-desk/harmless-mends.ts";
import { mendedText } from "../../../scripts/edition/copy-desk/mended-text.ts";
import { articleText } from "../../newsroom.ts";

const terms = { zone: "Asia/Shanghai", language: "zh-Hans", silence: [] };
const mended = (text: string) => mendedText({ file: "theory/news/a.md", text, isArticle: true }, terms);

test("nothing that Markdown takes for something else than running text is mended, and all around it is", () => {
  for (const kept of [
    "见[书屋][一,二]的门。\n\n[一,二]: https://shuwu.example/",
    "见[书,屋]的门。\n\n[书,屋]: https://shuwu.example/",
    "见[书屋][1]的门。\n\n[1]:https://shuwu.example/好!好",
    "开门[^一,二]。\n\n[^一,二]: 旧注。",
    "用`找 文,件\n名`看看书屋。",
    '![水道图](map.png "水道,\n门")',
    "见[书屋](\nhttps://shuwu.example/好,好\n)的门。",
    "## 附录 (一)",
    "## 一 -- 二",
  ]) {
    const before = articleText({}, `${kept}\n\n书屋开了门,读者来了。`);
    const once = mended(before);
    assert.equal(once.includes("开了门，读者来了。"), true, kept);
    assert.equal(mended(once), once);
    const marks = /[[\](){}`"\n]|https?:\S+/gu;
    assert.deepEqual(once.match(marks), before.match(marks), kept);
    for (const label of kept.match(/\[\^?[^\]]*,[^\]]*\]|`[^`]*`|^#.*$/gmu) ?? [])
      assert.ok(once.includes(label), label);
  }
  const heading = articleText({}, "## 开门,迎客：");
  assert.equal(mended(heading), heading.replace("门,", "门，"));
});

test("of many mends only those that do harm are left out, and those of one slip stay together", () => {
  const text = "一,二[甲,乙]三,四\n\n[甲,乙]: /x";
  const at = (index: number, length = 1) => ({ from: index, to: index + length, text: "，" });
  const [first, label, last] = [at(1), at(5), at(9)];
  assert.deepEqual(harmlessMends(text, [[first], [label], [last]]), [[first], [last]]);
  assert.deepEqual(harmlessMends(text, [[first, label], [last]]), [[last]]);
  assert.deepEqual(harmlessMends(text, []), []);
  const many = Array.from({ length: 3000 }, (_, index) => [at(2 * index + 1)]);
  assert.equal(harmlessMends("一,".repeat(3000), many), many);
});
