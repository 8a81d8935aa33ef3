import assert from "node:assert/strict";
import { test } from "node:test";
import { fillBody } from "../../scripts/markdown/fill-body.ts";
import { renderBody } from "../../scripts/markdown/render-body.ts";

const file = "theory/news/a.md";
const text = `## 江上

　　第一段有{漢字|hàn zì}和**重点**[^1]，见[链接](a.md "题")，
第二行 <ruby>扫视<rt>saccade</rt></ruby>。

- 列表一
- 列表二

> 引文。

![码头](river.jpg "图注 | 周行 摄")

| 年 | 值 |
|---|---|
| 2019 | 12 |

\`\`\`
代码
\`\`\`

Latin \`code\`
lines.

[^1]: 注释文字。
`;

test("the text is what is read aloud, one paragraph a line", () => {
  assert.deepEqual(renderBody(text, { file }).text.split("\n"), [
    "江上",
    "第一段有漢字和重点，见链接，第二行 扫视。",
    "列表一",
    "列表二",
    "引文。",
    "年 值",
    "2019 12",
    "Latin code lines.",
    "注释文字。",
  ]);
});

test("the paragraphs leave out headings, lists, tables, quotations, notes and code", () => {
  assert.deepEqual(renderBody(text, { file }).paragraphs.split("\n"), [
    "第一段有漢字和重点，见链接，第二行 扫视。",
    "Latin code lines.",
  ]);
});

test("links and pictures are recorded by slot, with their places", () => {
  const { links, pictures } = renderBody(text, { file });
  assert.deepEqual(links, [{ href: "a.md", title: "题", text: "链接", line: 3, column: 31 }]);
  assert.deepEqual(pictures, [
    { src: "river.jpg", alt: "码头", caption: "图注", credit: "周行 摄", isFigure: true, line: 11, column: 1 },
  ]);
});

test("headings and footnotes give anchors, with the prefix of a page that holds several texts", () => {
  const body = renderBody(text, { file, idPrefix: "note-" });
  assert.deepEqual(body.headings, [{ level: 2, text: "江上", anchor: "note-江上" }]);
  assert.deepEqual(body.anchors, ["note-江上", "note-fnref-1", "note-fn-1"]);
  assert.match(body.html, /<li id="note-fn-1">.*href="#note-fnref-1"/u);
});

test("the words around footnotes are in the language asked for", () => {
  assert.match(renderBody("a[^1]\n\n[^1]: b", { file, language: "en" }).html, /aria-label="Notes"/u);
});

test("the fifty-first footnote and those after it are numbered in parentheses", () => {
  const notes = Array.from({ length: 52 }, (_, n) => `文[^${n}]\n\n[^${n}]: 注\n\n`).join("");
  const marks = [...renderBody(notes, { file }).html.matchAll(/aria-label="注释 \d+">([^<]+)</gu)].map(
    ([, mark]) => mark,
  );
  assert.deepEqual(
    [marks[0], marks[19], marks[20], marks[34], marks[35], marks[49], marks[50]],
    ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)"],
  );
});

test("line ends of any kind and a NUL make no difference", () => {
  assert.equal(renderBody("一\r\n\r\n二\r三", { file }).html, renderBody("一\n\n二\n三", { file }).html);
  assert.equal(renderBody("\0a0\0[甲](b)", { file }).html, "<p>\u{fffd}a0\u{fffd}\0a0\0甲\0/a0\0</p>\n");
});

test("the same text gives the same body, whatever was rendered before", () => {
  const first = renderBody(text, { file });
  renderBody("[链接]: x\n\n[^1]: y\n\n<u>", { file });
  assert.deepEqual(renderBody(text, { file }), first);
});

test("slots are filled in order, a link that leads nowhere leaves its text", () => {
  const body = renderBody("[甲](a.md)和[乙](b.md)，![图](c.png)", { file });
  const html = fillBody(body, {
    link: (slot) => (slot === 0 ? { open: '<a href="/a/">', close: "</a>" } : { open: "", close: "" }),
    picture: (slot) => `<img src="/${slot}.webp">`,
  });
  assert.equal(html, '<p><a href="/a/">甲</a>和乙，<img src="/0.webp"></p>\n');
});

test("a caption is divided from its credit at the last bar", () => {
  const { pictures } = renderBody('![a](b.png "甲 | 乙 | 丙") ![a](b.png "甲|乙") ![a](b.png "甲 | ")', { file });
  assert.deepEqual(
    pictures.map(({ caption, credit }) => [caption, credit]),
    [
      ["甲 | 乙", "丙"],
      ["甲|乙", undefined],
      ["甲", undefined],
    ],
  );
});
