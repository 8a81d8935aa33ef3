import assert from "node:assert/strict";
import { test } from "node:test";
import { copyFindings } from "../../../scripts/text/copy/copy-findings.ts";
import { headlineLength } from "../../../scripts/text/copy/headline-length.ts";
import { readRunningText } from "../../../scripts/text/copy/running-text.ts";

const published = { year: 2026, month: 1, day: 3 };

/** What is found in `text`: rule and what stands there. */
const found = (text: string): readonly string[] =>
  copyFindings(readRunningText(text), published).map(({ rule, index }) => `${rule} ${text.slice(index, index + 2)}`);

test("what is right is left alone: Latin sentences, code, addresses, tags, list marks and numbers", () => {
  for (const text of [
    "The word 书屋 means a house of books, and nothing else (so they say): “yes”.",
    "用 `你好,世界` 试一试，再用 ``a,b``。",
    "```\n你好,世界.\n```",
    "见[说明](https://a.example/你好,世界.html)，或 https://a.example/a,b。",
    '<abbr title="你好,世界">缩写</abbr>照旧。',
    "<!-- 你好,世界 -->\n\n书屋开门。",
    "比分是3:2，时间是10:30，版本是2.4，文件是说明.txt。",
    "1）先扫地；2）再擦灯。\n\na）开门\n\n步骤 1）关窗",
    "一. 开门\n\n第二步) 关灯",
    "笑一笑 :) 就好；-_-",
    "命令 --help 与 -v 照旧，目录 ../ 也照旧。",
    "打开“Save as...”，点“...”。",
    "| 名称 | 值 |\n|---|:---:|\n| 门 | 开 |",
    "{書屋|shū,wū}开门。",
    "    # 取值:\n    MODE=开\n    # 0=关闭, 1=打开",
    "行的格式是 用户名:密码:编号:主目录。",
    "“第一段没有完。\n\n“第二段才完。”",
    "他说‘it’s’，又说 don't。",
    "《论〈河流〉》里说：“门‘开着’。”",
    "目的的确不明，他为了了解情况，对对子，不甚了了了事，校验和和签名。",
    "冲啊！冲啊！\n\n好。\n\n好。",
    "打开终端，输入下面的命令并且回车，等它一行一行执行完毕，中间不要按任何键，也不要关窗：\n\n```\na\n```\n\n打开终端，输入下面的命令并且回车，等它一行一行执行完毕，中间不要按任何键，也不要关窗：",
    "2026年1月3日（星期六）开门，1月4日周日照旧，12月31日（周三）闭馆。",
    "1月4日周一鸣先生来访。",
    "![ ](river.jpg)\n\n开门!\\[图]",
  ]) {
    assert.deepEqual(
      found(text).filter((each) => !each.startsWith("half-width-mark !\\")),
      [],
      text,
    );
  }
});

test("marks are seen through emphasis, links, footnote marks and tags", () => {
  for (const [text, expected] of [
    ["**书屋**,开门。", "half-width-mark ,开"],
    ["书屋,**开门**。", "half-width-mark ,*"],
    ["[书屋](https://a.example/), 开门。", "half-width-mark , "],
    ["[书屋][1], 开门。", "half-width-mark , "],
    ["书屋[^1], 开门。", "half-width-mark , "],
    ["<mark>书屋</mark>, 开门。", "half-width-mark , "],
    ["[^1]: 书屋开门.", "half-width-mark ."],
    ["> 书屋开门.", "half-width-mark ."],
    ["- 书屋,开门", "half-width-mark ,开"],
    ["| 书屋,开门 |", "half-width-mark ,开"],
    ["## 书屋(旧)", "half-width-bracket (旧"],
    ["书屋(River House)开门。", "half-width-bracket (R"],
  ] as const) {
    assert.deepEqual(found(text), [expected], text);
  }
});

test("a weekday without a year is understood by the article's date, also across New Year, and by years named before", () => {
  assert.deepEqual(found("12月31日（星期四）闭馆。"), ["weekday-wrong 12"]);
  assert.deepEqual(found("1949年的事。10月1日（星期六）那天开门。"), []);
  assert.deepEqual(found("周五（1月3日）开门。"), ["weekday-wrong 周五"]);
});

test("a headline's length counts Latin letters half and spaces not at all", () => {
  assert.equal(headlineLength("河边的书屋"), 5);
  assert.equal(headlineLength("用 Linux 10 年"), 2 + 2.5 + 1);
  assert.equal(headlineLength("“书屋”开门"), 6);
});

test("the worst texts take linear work", () => {
  const many = 100_000;
  const openers = "（(《“「『【";
  for (const piece of [
    "(",
    "“",
    "[a](",
    "](",
    "`a`),",
    "<b>,",
    "书:",
    "。。。",
    "--书",
    "的的",
    "    a\n",
    "1月1日周一，",
    "1900年",
    "]",
  ]) {
    assert.ok(found(piece.repeat(many)).length >= 0);
    assert.ok(found(`书${piece}`.repeat(many)).length >= 0);
  }
  assert.ok(found(openers.repeat(many) + "》".repeat(many) + "书“”".repeat(many)).length > 0);
  assert.ok(found(`书${"(".repeat(many)}书${")".repeat(many)}`).length >= 0);
  assert.equal(found("书,".repeat(many)).length, many);
});
