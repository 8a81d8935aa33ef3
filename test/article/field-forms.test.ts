import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./sample-manuscript.ts";

/** Field, YAML, what it is read as. */
const good: readonly (readonly [string, string, unknown])[] = [
  ["title", "1984", "1984"],
  ["title", "no", "no"],
  ["title", "是", "是"],
  ["title", '"  河与城\u3000"', "河与城"],
  ["title", "字".repeat(200), "字".repeat(200)],
  ["title", "<b>{{ x }}</b> & \u0024{y}", "<b>{{ x }}</b> & \u0024{y}"],
  ["author", "[]", []],
  ["author", "[许慎言, 陆明远]", [{ name: "许慎言" }, { name: "陆明远" }]],
  [
    "author",
    "[{ name: 许慎言, affiliation: 江城大学, role: 译, person: xu-shenyan }]",
    [{ name: "许慎言", affiliation: "江城大学", role: "译", person: "xu-shenyan" }],
  ],
  ["author", "[{ name: 编辑部, organization: true }]", [{ name: "编辑部", organization: true }]],
  ["author", "阿卜杜拉·买买提", [{ name: "阿卜杜拉·买买提" }]],
  ["source", "光明书评", [{ name: "光明书评", mustBeRegistered: true }]],
  ["source", "{ name: 河湾晚报 }", [{ name: "河湾晚报", mustBeRegistered: false }]],
  [
    "source",
    '[banxin, { name: 河湾晚报, url: "https://hewan.example/1?a=b#c", title: 旧题, date: 2020年3月1日, page: 第 3 版 }]',
    [
      { name: "banxin", mustBeRegistered: true },
      {
        name: "河湾晚报",
        url: "https://hewan.example/1?a=b#c",
        title: "旧题",
        date: { instant: Date.UTC(2020, 1, 29, 16), precision: "day" },
        page: "第 3 版",
        mustBeRegistered: false,
      },
    ],
  ],
  [
    "source",
    '{ name: 河湾晚报, url: "https://例子.example/文章" }',
    [{ name: "河湾晚报", url: "https://xn--fsqu00a.example/%E6%96%87%E7%AB%A0", mustBeRegistered: false }],
  ],
  ["editor", "[林知远, 沈秋]", ["林知远", "沈秋"]],
  ["kicker", "新知", "新知"],
  ["subtitle", "——读《河流与城市》", "——读《河流与城市》"],
  ["listTitle", "河与城", "河与城"],
  ["summary", '"第一行\\n第二行"', "第一行\n第二行"],
  ["editorsNote", "|\n  **本刊**今起连载。\n", "**本刊**今起连载。"],
  ["note", "本文系江城市社科项目成果。", "本文系江城市社科项目成果。"],
  ["topics", "[urban-renewal, 公共空间]", ["urban-renewal", "公共空间"]],
  ["keywords", "[2020, 城市更新]", ["2020", "城市更新"]],
  ["image", "river.jpg", { src: "river.jpg", alt: undefined }],
  [
    "image",
    '{ src: /pictures/river.jpg, alt: "", caption: 江边, credit: 沈秋摄 }',
    { src: "/pictures/river.jpg", alt: "", caption: "江边", credit: "沈秋摄" },
  ],
  ["slug", "four-balances-2", "four-balances-2"],
  ["related", "none", { pin: [], block: [], none: true }],
  ["related", "[../news/a.md, /theory/b.md]", { pin: ["../news/a.md", "/theory/b.md"], block: [], none: false }],
  ["related", "{ block: [a.md] }", { pin: [], block: ["a.md"], none: false }],
  ["updated", "2020-03-27T09:00:00+08:00", { instant: Date.UTC(2020, 2, 27, 1), precision: "second" }],
  [
    "corrections",
    "[{ date: 2020-03-27, text: 初稿误作“三”。 }]",
    [{ date: { instant: Date.UTC(2020, 2, 26, 16), precision: "day" }, text: "初稿误作“三”。" }],
  ],
  [
    "retracted",
    "{ date: 2020-04-01 10:00, reason: 数据有误。, keepBody: true }",
    { date: { instant: Date.UTC(2020, 3, 1, 2), precision: "minute" }, reason: "数据有误。", keepBody: true },
  ],
  [
    "retracted",
    "{ date: 2020-04-01 10:00, reason: 数据有误。 }",
    { date: { instant: Date.UTC(2020, 3, 1, 2), precision: "minute" }, reason: "数据有误。", keepBody: false },
  ],
  [
    "aliases",
    "[/cn/theory/t20200327_1.html, /a/%E6%97%A7/, /a~b_c.d/]",
    ["/cn/theory/t20200327_1.html", "/a/%E6%97%A7/", "/a~b_c.d/"],
  ],
  ["draft", "true", true],
  ["draft", "false", false],
  ["expires", "2030-01-01", { instant: Date.UTC(2029, 11, 31, 16), precision: "day" }],
  ["language", "zh-hant-tw", "zh-Hant-TW"],
  ["ai", "assisted", "assisted"],
  ["silence", "[name-twice]", ["name-twice"]],
];

test("every form of every field is read as what it says", () => {
  for (const [field, yaml, expected] of good) {
    const { value, problems } = read({ [field]: yaml });
    assert.deepEqual(problems, [], `${field}: ${yaml}`);
    const found = Object.entries(value ?? {}).find(([name]) => name === field)?.[1];
    assert.deepEqual(found, expected, `${field}: ${yaml}`);
  }
});
