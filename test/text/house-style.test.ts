import assert from "node:assert/strict";
import { test } from "node:test";
import { compileWords, houseStyleProblems } from "../../scripts/text/house-style.ts";
import { maskMarkdown } from "../../scripts/text/mask-markdown.ts";

const words = compileWords([
  { wrong: "帐号", right: "账号" },
  { wrong: "登陆", right: "登录", reason: "登陆指上岸" },
  { wrong: "登陆页面", right: "登录页" },
  { wrong: "法制", right: "法制（治）" },
  { wrong: "Javascript", right: "JavaScript" },
  { wrong: "ture", right: "true" },
  { wrong: "", right: "无" },
  { wrong: "一样", right: "一样" },
  { wrong: "__proto__", right: "原型" },
]);

const found = (text: string): readonly string[] =>
  houseStyleProblems(text, words, { file: "a.md", firstLine: 1 }).map(
    ({ line, column, values: { wrong, right, reason } }) => `${line}:${column} ${wrong}→${right}${reason}`,
  );

test("every wrong word is pointed at with the right one and the reason", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["一样的账号，登录即可。", []],
    ["用帐号登陆，\n再换帐号。", ["1:2 帐号→账号", "1:4 登陆→登录登陆指上岸", "2:3 帐号→账号"]],
    ["打开登陆页面。", ["1:3 登陆页面→登录页"]],
    ["法制（治）建设与法制建设", ["1:9 法制→法制（治）"]],
    ["feature 与 ture 与 nature，Javascripts 与 Javascript。", ["1:11 ture→true", "1:39 Javascript→JavaScript"]],
    ['`帐号` 与 [说明](/帐号/) 与 <span title="帐号">字</span>', []],
    ["```\n帐号\n```\n帐号", ["4:1 帐号→账号"]],
    ["**帐号**与[帐号](/x/)", ["1:3 帐号→账号", "1:9 帐号→账号"]],
    ["𠮷__proto__ constructor", ["1:2 __proto__→原型"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(found(text), expected, text);
});

test("many words and many occurrences end in at most fifty warnings", () => {
  const many = compileWords(Array.from({ length: 500 }, (_, at) => ({ wrong: `帐${"号".repeat(at)}`, right: "账" })));
  const text = "帐号号号".repeat(100_000);
  assert.equal(houseStyleProblems(text, many, { file: "a.md", firstLine: 1 }).length, 50);
});

test("what is not running text is blanked index for index, and nothing else", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["平常的字", "平常的字"],
    ["字 `码` 字 ``a ` b`` 字", "字···字··········字"],
    ["字 ` 不成对", "字·`·不成对"],
    ['[字](地址 "题")字', "[字·········字"],
    ["见 https://a.example/b?c 字", "见··字"],
    ["a<b> 字 <!-- 注\n释 -->字", "a·字·\n·字"],
    ["~~~ js\n码\n~~~\n字", "·\n·\n·\n字"],
    ["````\n```\n码\n````\n字", "·\n·\n·\n·\n字"],
    ["> ```\n> 码\n> ```\n字", "·\n·\n·\n字"],
    ["{漢字|hàn zì}字", "·字"],
  ];
  for (const [text, masked] of cases) {
    assert.equal(maskMarkdown(text).replace(/ +/gu, "·"), masked.replace(/·+/gu, "·"));
    assert.equal(maskMarkdown(text).length, text.length);
  }
});
