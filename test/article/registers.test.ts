import assert from "node:assert/strict";
import { test } from "node:test";
import { readSources } from "../../scripts/article/sources.ts";
import { readWords } from "../../scripts/article/words.ts";

const sources = (text: string) => readSources({ file: "sources.yaml", text });
const words = (text: string) => readWords({ file: "words.yaml", text });

function reports({ problems }: ReturnType<typeof sources> | ReturnType<typeof words>): readonly string[] {
  return problems.map(({ line, column, rule, values }) => `${line}:${column} ${rule} ${values["field"] ?? ""}`.trim());
}

test("sources are read in the order of the file, with their ids", () => {
  const { value, problems } = sources(
    "banxin: { name: 版心周刊, own: true }\n# 外来\nhewan:\n  name: 河湾晚报\n  url: https://hewan.example/\n  rights: 版权归河湾晚报所有。\n  fullText: true\n",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(value?.sources, [
    { id: "banxin", name: "版心周刊", own: true, fullText: false },
    {
      id: "hewan",
      name: "河湾晚报",
      url: "https://hewan.example/",
      own: false,
      rights: "版权归河湾晚报所有。",
      fullText: true,
    },
  ]);
  assert.deepEqual(value?.places["hewan.url"], [5, 8]);
});

test("an empty register is fine", () => {
  for (const text of ["", "\n", "# 暂无\n"]) {
    assert.deepEqual([sources(text).value?.sources, sources(text).problems], [[], []]);
    assert.deepEqual([words(text).value?.words, words(text).problems], [[], []]);
  }
});

test("faults in sources are reported in place", () => {
  assert.deepEqual(reports(sources("河湾: { name: 河湾晚报 }\n")), ["1:1 source-id-form"]);
  assert.deepEqual(reports(sources("Hewan: { name: 河湾晚报 }\n")), ["1:1 source-id-form"]);
  assert.deepEqual(reports(sources("__proto__: { name: 河湾晚报 }\n")), ["1:1 source-id-form"]);
  assert.deepEqual(reports(sources("constructor: { name: 河湾晚报 }\n")), []);
  assert.deepEqual(reports(sources("hewan:\n")), ["1:1 field-missing hewan"]);
  assert.deepEqual(reports(sources("hewan: 河湾晚报\n")), ["1:8 field-form hewan"]);
  assert.deepEqual(reports(sources("hewan: { url: https://a.example/ }\n")), ["1:8 field-missing hewan.name"]);
  assert.deepEqual(reports(sources("hewan: { nmae: 河湾晚报 }\n")), ["1:10 field-unknown nmae"]);
  assert.deepEqual(reports(sources("hewan: { name: 河湾晚报, own: yes }\n")), ["1:27 field-form hewan.own"]);
  assert.deepEqual(reports(sources('hewan: { name: 河湾晚报, url: "javascript:x" }\n')), ["1:27 url-scheme hewan.url"]);
  assert.deepEqual(reports(sources("a: { name: 甲 }\nb: { name: 甲 }\n")), ["2:12 source-name-twice"]);
  assert.deepEqual(reports(sources("a: { name: b }\nb: { name: 甲 }\n")), ["1:12 source-name-twice"]);
  assert.deepEqual(reports(sources("a: { name: a }\n")), []);
  assert.deepEqual(reports(sources("a: { name: 甲 }\na: { name: 乙 }\n")), ["2:1 yaml-duplicate-key"]);
  assert.deepEqual(reports(sources("- a\n")), ["1:1 yaml-not-fields"]);
});

test("house style is read as wrong and right wordings, with a reason where there is one", () => {
  const { value, problems } = words(
    '帐号: 账号\n"登陆": { use: 登录, why: 登陆是上岸 }\n__proto__: 原型\n1.5: 一点五\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(value?.words, [
    { wrong: "帐号", right: "账号", reason: undefined },
    { wrong: "登陆", right: "登录", reason: "登陆是上岸" },
    { wrong: "__proto__", right: "原型", reason: undefined },
    { wrong: "1.5", right: "一点五", reason: undefined },
  ]);
});

test("faults in house style are reported in place", () => {
  assert.deepEqual(reports(words("帐号:\n")), ["1:1 field-missing 帐号"]);
  assert.deepEqual(reports(words("帐号: [账号]\n")), ["1:5 field-form 帐号"]);
  assert.deepEqual(reports(words("帐号: { why: a }\n")), ["1:5 field-missing 帐号.use"]);
  assert.deepEqual(reports(words("帐号: { use: 账号, reason: a }\n")), ["1:16 field-unknown reason"]);
  assert.deepEqual(reports(words("帐号: 帐号\n")), ["1:1 word-same"]);
  assert.deepEqual(reports(words('" ": 帐号\n')), ["1:1 field-empty words.yaml"]);
});
