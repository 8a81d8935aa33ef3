import assert from "node:assert/strict";
import { test } from "node:test";
import { renderBody } from "../../scripts/markdown/render-body.ts";

function problemsOf(text: string): readonly string[] {
  return renderBody(text, { file: "a.md" }).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** Markdown, and the problems it has: place and rule. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["普通的一段，有[链接](https://a.example/)。", []],
  ["一\n\n> 二 [甲](javascript:a)", ["3:5 link-scheme"]],
  ["- 一\n  - **二** <vbscript:a>", ["2:11 link-scheme"]],
  ["| 甲 | 乙 |\n|---|---|\n| a \\| b | ![x](data:image/png,a) |", ["3:12 link-scheme"]],
  ["　　😀[甲](//a.example)", ["1:4 link-scheme"]],
  ["[std::string](a.md) 和 <std::string>", []],
  ["[ftp](ftp://a.example/) <ftp://a.example/>", ["1:1 link-scheme", "1:25 link-scheme"]],
  ["[甲]()", ["1:1 link-empty"]],
  ["[www.guangming.example](https://evil.test/)", ["1:1 link-text-host"]],
  ["[https://guangming.example/a](https://www.guangming.example/b)", []],
  ["[http://guangming.example](https://web.archive.org/web/2019/http://guangming.example/)", []],
  ["[Node.js](https://a.example) [README.md](https://a.example) [ASP.NET](https://a.example)", []],
  ["[甲](https://www.gov.cn@evil.test/)", ["1:1 look-alike-host"]],
  ["[甲](https://аррӏе.com/)", ["1:1 look-alike-host"]],
  ["[甲](https://中文.com/) [乙](https://例子.中国/)", []],
  ["<div>一</div> <div>二</div> <span>三</span>", ["1:1 html-not-allowed", "1:27 html-not-allowed"]],
  ["一<u>二", ["1:2 html-unbalanced"]],
  ["<ruby>延伸scale-out</rt></ruby>", ["1:18 html-unbalanced"]],
  ["<details>\n<summary>一</summary>\n\n二", ["1:1 html-unbalanced"]],
  ["<table><tr><td>一</td></table>", ["1:1 html-unbalanced"]],
  ['一<u class="a" class="b">二</u><u class=c>三</u>', ["1:2 html-attribute"]],
  ['<u style="display: none">一</u>', ["1:1 hidden-block"]],
  ["一<iframe width=0 height=0 src=a></iframe>", ["1:2 hidden-block"]],
  ["一 <!-- 二\n\n三", ["1:3 comment-unclosed"]],
  ["<!-- 二\n\n三", ["1:1 comment-unclosed"]],
  ["一 \\<!-- 二", []],
  ["```js\n一", ["1:1 fence-unclosed"]],
  ["> ```\n> 一\n> ```", []],
  [
    "文[^1]，文[^2]。\n\n[^1]: 甲\n[^1]: 乙\n[^3]: 丙",
    ["1:8 footnote-undefined", "4:1 footnote-duplicate", "5:1 footnote-unused"],
  ],
  ["正则 [^a] 不是注释", []],
  ["一\n\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> x", ["3:1 merge-marks", "7:1 merge-marks"]],
  ["```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```", []],
  ["标题\n=======\n\n> > > > > > > 七层", []],
  [`${">".repeat(25)} 一`, ["1:21 nesting-too-deep"]],
  [
    "[代开发票](https://a.test/)、[小额贷款](https://b.test/)、[办证刻章](https://c.test/)、[彩票](https://d.test/)",
    ["1:1 link-spam"],
  ],
  ["普查历时两年，[低价代开发票](https://a.test/)覆盖全省。", ["1:8 link-spam"]],
  ["普查历时两年。\n\n[Online Casino](https://a.test/)", ["3:1 link-spam"]],
  ["见[小额贷款公司管理办法](https://a.test/)，又见[彩票公益金](https://c.test/)和[代开发票](/a/)一文。", []],
  [
    "[甲](https://a.test/)[乙](https://b.test/)[丙](https://c.test/)[丁](https://d.test/)[戊](https://e.test/)",
    ["1:1 link-spam"],
  ],
  [
    "- [《江流》书评](https://a.test/)\n- [《河岸》书评](https://b.test/)\n- [《山路》书评](https://c.test/)\n- [《海》](https://d.test/)\n- [《湖》](https://e.test/)",
    [],
  ],
  ["##二\n\n＃　三\n\n四\n#五", ["1:1 markup-literal", "3:1 markup-literal", "6:1 markup-literal"]],
  ["#书展#今天开门\n\n#1\n\n\\##二\n\n`##二`\n\n    ##二\n\nC##二", []],
  ["[书]（https://a.example/） [书](./a.md）", ["1:1 markup-literal", "1:25 markup-literal"]],
  [
    "[书] (https://a.example/)，![河](河 岸.jpg)，！[河](a b.png '岸')",
    ["1:1 markup-literal", "1:26 markup-literal", "1:40 markup-literal"],
  ],
  [
    "[1] (https://a.example/) [书]（见第二章） [书](见 第二章) \\[书]（https://a.example/） `[书]（https://a.example/）`",
    [],
  ],
  ["他走了很久，天黑了才到。\n---\n\n小标题\n---\n\n他回来了。\n===", ["1:1 heading-by-line"]],
  ["<!-- allow: no-such-rule -->\n文", ["1:1 allow-unknown"]],
  ["<!-- allow: html-not-allowed -->\n<div>一</div>", []],
  ["文 <!-- allow: html-not-allowed, html-unbalanced -->\n<div>一 <u>", []],
  ["<!-- allow: html-not-allowed -->\n\n\n<div>一</div>", []],
  ["`<!-- allow: html-not-allowed -->`\n<div>一</div>", ["2:1 html-not-allowed"]],
  ["<!-- allow: link-scheme -->\n[甲](javascript:a)", ["2:1 link-scheme"]],
];

for (const [text, expected] of cases) {
  test(`the problems of ${JSON.stringify(text)} are ${expected.join(", ") || "none"}`, () => {
    assert.deepEqual(problemsOf(text), expected);
  });
}

test("a text of more than 1 MiB is refused unread", () => {
  const body = renderBody("汉".repeat(350_000), { file: "a.md" });
  assert.deepEqual(
    body.problems.map(({ rule }) => rule),
    ["body-too-long"],
  );
  assert.equal(body.html, "");
});

test("a text with more than 20,000 links is refused", () => {
  const body = renderBody("[a](b) ".repeat(20_001), { file: "a.md" });
  assert.deepEqual(
    body.problems.map(({ rule, column }) => [rule, column]),
    [["too-many-links", 140_001]],
  );
  assert.equal(body.links.length, 20_000);
});
