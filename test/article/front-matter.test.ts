import assert from "node:assert/strict";
import { test } from "node:test";
import { readFrontMatter } from "../../scripts/article/front-matter.ts";

function read(text: string) {
  return readFrontMatter({ file: "theory/news/river.md", text });
}

function reports(text: string): readonly string[] {
  return read(text).problems.map(({ rule, line, column }) => `${line}:${column} ${rule}`);
}

test("front matter and body are told apart, and the body's first line is counted in the file", () => {
  const { fields, body, bodyLine, problems } = read(
    "---\ntitle: 河与城\nauthor: 许慎言\n---\n\n正文。\n---\n还是正文。\n",
  );
  assert.deepEqual({ ...fields }, { title: "河与城", author: "许慎言" });
  assert.equal(body, "\n正文。\n---\n还是正文。\n");
  assert.equal(bodyLine, 5);
  assert.deepEqual(problems, []);
});

test("a file that ends at its second fence has an empty body", () => {
  assert.deepEqual([read("---\ntitle: 河与城\n---").body, read("---\ntitle: 河与城\n---").bodyLine], ["", 4]);
  assert.deepEqual({ ...read("---\n---\n正文").fields }, {});
  assert.equal(read("---\n---\n正文").bodyLine, 3);
});

test("blanks after a fence do no harm, since nobody can see them", () => {
  assert.deepEqual({ ...read("--- \ntitle: 河与城\n---\t\n正文").fields }, { title: "河与城" });
});

test("a file without front matter, with another fence or with an open one is named for what it lacks", () => {
  assert.deepEqual(reports("河与城\n"), ["1:1 front-matter-missing"]);
  assert.deepEqual(reports("\n---\ntitle: 河与城\n---\n"), ["1:1 front-matter-missing"]);
  assert.deepEqual(reports("---js\nmodule.exports = {}\n---\n"), ["1:1 front-matter-fence"]);
  assert.deepEqual(reports("---json\n{}\n---\n"), ["1:1 front-matter-fence"]);
  assert.deepEqual(reports("+++\ntitle = 1\n+++\n"), ["1:1 front-matter-fence"]);
  assert.deepEqual(reports("----\ntitle: 1\n----\n"), ["1:1 front-matter-fence"]);
  assert.deepEqual(reports("---\ntitle: 河与城\n"), ["1:1 front-matter-unclosed"]);
  assert.deepEqual(reports("---\ntitle: 河与城\n --- \n"), ["1:1 front-matter-unclosed"]);
  assert.deepEqual(reports(""), ["1:1 manuscript-empty"]);
  assert.deepEqual(reports(" \n\n"), ["1:1 manuscript-empty"]);
});

test("a value on several lines joins Han without a space and Latin words with one; a space that was typed stays", () => {
  const { fields, problems } = read(
    "---\ntitle: 河 与城\nsummary: >\n  第一行，\n  第二行 A\n  word。\nsubtitle: 河边\n  的书屋\nnote: |\n  甲\n  乙\n---\n",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    { ...fields },
    { title: "河 与城", summary: "第一行，第二行 A word。\n", subtitle: "河边的书屋", note: "甲\n乙\n" },
  );
});

test("text stays text, whatever YAML would make of it", () => {
  const texts = [
    "1984",
    "no",
    "007",
    "是",
    "2020-03-27",
    "0x1F",
    "1_000",
    ".5",
    "~",
    "null",
    "true",
    "1e3",
    "12:30:00",
    "+1",
  ];
  for (const text of texts) assert.equal(read(`---\ntitle: ${text}\n---\n`).fields?.["title"], text, text);
  assert.equal(read('---\ntitle: "1984"\n---\n').fields?.["title"], "1984");
  assert.equal(read("---\ntitle: 'it''s'\n---\n").fields?.["title"], "it's");
  assert.equal(read('---\ntitle: "一\\u4e8c"\n---\n').fields?.["title"], "一二");
  assert.equal(read("---\nsummary: |\n  第一行\n  第二行\n---\n").fields?.["summary"], "第一行\n第二行\n");
  assert.equal(read("---\nsummary: >-\n  one\n  two\n---\n").fields?.["summary"], "one two");
  assert.deepEqual(read("---\nkeywords: [1984, no, 是]\n---\n").fields?.["keywords"], ["1984", "no", "是"]);
  assert.equal(read("---\n1984: no\n---\n").fields?.["1984"], "no");
});

test("template signs in fields are characters like any other", () => {
  const { fields } = read("---\ntitle: 用 {{ title }} 与 {% raw %}\u0024{x}<%= y %>\n---\n");
  assert.equal(fields?.["title"], "用 {{ title }} 与 {% raw %}\u0024{x}<%= y %>");
});

test("a field without a value is absent, an empty text is there", () => {
  const { fields, places, keyPlaces } = read('---\nkicker:\nsubtitle: ""\n---\n');
  assert.deepEqual({ ...fields }, { subtitle: "" });
  assert.equal(places["kicker"], undefined);
  assert.deepEqual(keyPlaces["kicker"], [2, 1]);
});

test("only under x do values follow YAML's core schema", () => {
  const { fields } = read('---\nx: { a: 1, b: [no, 007, true, ~, 1.5, "1"], c: { d: 0x10 } }\nnote: 1\n---\n');
  assert.equal(JSON.stringify(fields?.["x"]), '{"a":1,"b":["no",7,true,null,1.5,"1"],"c":{"d":16}}');
  assert.equal(fields?.["note"], "1");
});

test("values and keys are placed by line and by column in code points", () => {
  const text =
    "---\ntitle:   河与城\nsource: { name: 𠮷野书店, url: x }\nauthor:\n  - 许慎言\n  - name: 陆明远\n    role: 译\n---\n";
  const { places, keyPlaces } = read(text);
  assert.deepEqual(
    { ...places },
    {
      title: [2, 10],
      source: [3, 9],
      "source.name": [3, 17],
      "source.url": [3, 28],
      author: [5, 3],
      "author.0": [5, 5],
      "author.1": [6, 5],
      "author.1.name": [6, 11],
      "author.1.role": [7, 11],
    },
  );
  assert.deepEqual(keyPlaces["source.url"], [3, 23]);
  assert.deepEqual(keyPlaces["author.1.role"], [7, 5]);
});

test("names that are special to JavaScript are names like any other", () => {
  const { fields, places } = read(
    "---\n__proto__: 一\nconstructor: 二\ntoString: { __proto__: 三 }\nx: { __proto__: { polluted: 1 } }\n---\n",
  );
  assert.equal(Object.getPrototypeOf(fields), null);
  assert.deepEqual(Object.entries(fields ?? {})[0], ["__proto__", "一"]);
  assert.equal(fields?.["constructor"], "二");
  assert.deepEqual(places["toString.__proto__"], [4, 24]);
  assert.equal("polluted" in {}, false);
  assert.equal(JSON.stringify(fields?.["x"]), '{"__proto__":{"polluted":1}}');
});

test("a field given twice is reported at the second, with the line of the first", () => {
  const { fields, problems } = read("---\ntitle: 一\nkicker:\ntitle: 二\nkicker: 三\nx: { a: 1, a: 2 }\n---\n");
  assert.equal(fields?.["title"], "一");
  assert.deepEqual(
    problems.map(({ rule, line, column, values }) => [rule, line, column, values["key"], values["line"]]),
    [
      ["yaml-duplicate-key", 4, 1, "title", "2"],
      ["yaml-duplicate-key", 5, 1, "kicker", "3"],
      ["yaml-duplicate-key", 6, 12, "a", "6"],
    ],
  );
});

/** Fields, and what is reported of them; line 1 is the fence. */
const slips: readonly (readonly [string, ...string[]])[] = [
  ["title：河与城\nauthor: 许慎言", "2:1 yaml-colon-wide"],
  ["title: 河与城\nauthor：许慎言", "3:1 yaml-colon-wide"],
  ["title:河与城\nauthor: 许慎言", "2:1 yaml-colon-space"],
  ["title:\u3000河与城\nauthor: 许慎言", "2:1 yaml-colon-space"],
  ["title: 河与城\nauthor:\u00a0许慎言", "3:1 yaml-colon-space"],
  ["author:\n-许慎言\n-陆明远", "3:1 yaml-dash"],
  ["author:\n  -许慎言\n  -陆明远", "3:3 yaml-dash", "4:3 yaml-dash"],
  ["author:\n  －许慎言\n  － 陆明远", "3:3 yaml-dash", "4:3 yaml-dash"],
  ["author:\n  -许慎言\n  - 陆明远", "3:3 yaml-dash"],
  ["subtitle:\n  ——读《河与城》\nx: { depth:\n  -5 }"],
  ["author:\n  - 许慎言\n  -陆明远\n  - 周行", "4:3 yaml-dash"],
  ["title: 河: 与城", "2:1 yaml-colon-twice"],
  ['title: "河"与城', "2:11 yaml-quote-rest"],
  ["title: '河'与城", "2:11 yaml-quote-rest"],
  ['title: "河与城\nauthor: 许慎言', "2:8 yaml-quote"],
  ["title: '河与城\nauthor: 许慎言", "2:8 yaml-quote"],
  ["title: 河与城\n\tauthor: 许慎言", "3:1 yaml-tab"],
  ["author:\n\t- 许慎言", "3:1 yaml-tab"],
  ["keywords: [河, 城\ntitle: 河与城", "2:11 yaml-bracket"],
  ["source: { name: 河\ntitle: 河与城", "2:9 yaml-bracket"],
  ["title: @河与城", "2:8 yaml-start"],
  ["title: `河与城`", "2:8 yaml-start"],
  ["title: %河与城", "2:8 yaml-start"],
  ['title: "河\\与城"', "2:10 yaml-escape"],
  ["title: 河与城\n  author: 许慎言", "3:3 yaml-indent"],
  ["source:\n    name: 河\n  url: x", "4:3 yaml-indent"],
  ["author:\n    - 许慎言\n  - 陆明远", "4:3 yaml-indent"],
  ["author:\n- 许慎言\n  - 陆明远", "4:3 yaml-indent"],
  ["title: 河与城\n随手一行", "3:1 yaml-syntax"],
  ["随手一行", "2:1 yaml-not-fields"],
  ["- 河\n- 城", "2:1 yaml-not-fields"],
  ["title: *河与城", "2:8 yaml-alias"],
  ["title: &a 河与城", "2:8 yaml-alias"],
  ["title: !河与城", "2:8 yaml-tag"],
  ["title: !!js/function 'x'", "2:8 yaml-tag"],
  ["title: !!binary aGk=", "2:8 yaml-tag"],
  ["<<: { title: 河与城 }", "2:1 yaml-merge"],
  ["x: { <<: { a: 1 } }", "2:6 yaml-merge"],
  ["? title\n: 河与城", "2:1 yaml-key"],
  ["[title]: 河与城", "2:1 yaml-key"],
  ["title: {{ title }}", "2:9 yaml-key"],
  ["title: 河与城\n...\nauthor: 许慎言", "3:1 yaml-document", "4:1 yaml-document"],
  ["%YAML 1.1", "2:1 yaml-document"],
  ["title: 第 #3 号", "2:10 yaml-comment"],
  ["title: # 河与城", "2:8 yaml-comment"],
  ["# 说明\ntitle: 河与城\n# 完"],
  ['title: "河与城" # 说明'],
  ["title: C# 入门"],
  ["url：x\ntitle:河\nauthor: 许慎言", "2:1 yaml-colon-wide", "3:1 yaml-colon-space"],
  ["title：河与城\nauthor: 许慎言\neditor：林知远", "2:1 yaml-colon-wide", "4:1 yaml-colon-wide"],
];

test("slips in YAML are named in place by what the editor did", () => {
  for (const [fields, ...expected] of slips) assert.deepEqual(reports(`---\n${fields}\n---\n`), expected, fields);
});

test("invisible characters written as escapes are refused in every field", () => {
  for (const sign of ["\\0", "\\x07", "\\e", "\\u202e", "\\u2066", "\\ufffe", "\\ud800", "\\u2028"]) {
    assert.deepEqual(reports(`---\ntitle: "河${sign}城"\n---\n`), ["2:8 yaml-control"], sign);
    assert.deepEqual(reports(`---\nx: { a: ["${sign}"] }\n---\n`), ["2:10 yaml-control"], sign);
  }
  assert.deepEqual(reports("---\ntitle: 河\u0002城\n---\n"), ["2:9 yaml-control"]);
  assert.deepEqual(reports('---\ntitle: "河\\n城\\t"\n---\n'), []);
});

test("what git could not merge is told as such, and not as the faults of YAML that follow from it", () => {
  const conflict =
    "---\n<<<<<<< HEAD\ntitle: 河与城\n=======\ntitle: 河与岸\n>>>>>>> other\neditor: 林川\n---\n正文。\n";
  assert.deepEqual(reports(conflict), ["2:1 merge-marks", "6:1 merge-marks"]);
  assert.equal(read(conflict).fields, undefined);
  // Text that only looks like it.
  assert.deepEqual(reports("---\ntitle: <<<<<<<\nsummary: |\n  >>>>>>> 甲\n---\n"), []);
});
