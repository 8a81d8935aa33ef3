import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { mendedText } from "../../../scripts/edition/copy-desk/mended-text.ts";
import { articleText, contentWith, printSite, root } from "../../newsroom.ts";

/** The rules that an article with `fields` and `body` breaks, with line and column. */
async function broken(fields: Readonly<Record<string, string>>, body?: string): Promise<readonly string[]> {
  const { problems } = await printSite(contentWith({ "theory/news/a.md": articleText(fields, body) }));
  return problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

test("prose in the front matter is read, each slip at its own place; names, dates and addresses are not", async () => {
  assert.deepEqual(
    await broken({
      title: '"书屋,开门"',
      summary: "旧屋空了十年. 书屋开了门",
      note: "|\n  本文,系旧作。\n  作者(江若水)供图。",
      image: "{ src: 'https://a.example/a,b.jpg', alt: '书屋,灯' }",
      keywords: "[书屋(旧), 灯]",
    }).then((all) => all.filter((each) => each.startsWith("half-width"))),
    [
      "half-width-mark 2:11",
      "half-width-mark 7:16",
      "half-width-mark 9:5",
      "half-width-bracket 10:5",
      "half-width-mark 11:52",
    ],
  );
});

test("a warning of the copy desk is silenced by line, by article and by publication", async () => {
  const body = "书屋开了门,读者来了。";
  assert.deepEqual(await broken({}, body), ["half-width-mark 9:6"]);
  assert.deepEqual(await broken({}, `<!-- allow: half-width-mark -->\n${body}`), []);
  assert.deepEqual(await broken({ silence: "[half-width-mark]" }, body), []);
  const masthead = readFileSync(join(root, "test/fixtures/desk/masthead.md"), "utf8");
  const { problems } = await printSite(
    contentWith({
      "masthead.md": masthead.replace("---\n", "---\nsilence: [half-width-mark]\n"),
      "theory/news/a.md": articleText({}, body),
    }),
  );
  assert.deepEqual(problems, []);
});

test("texts in other languages are not read as Chinese", async () => {
  assert.deepEqual(await broken({ language: "ja" }, "書屋を開けた,読者が来た."), []);
});

test("what an article's own front matter shows is told, and what agrees with it is not", async () => {
  for (const [fields, body, expected] of [
    [{}, "本报南浦2月28日电 书屋开了门。", []],
    [{}, "新华社南浦3月2日电 书屋开了门。", ["dateline-after-date 9:1"]],
    [{ date: "2026-01-02" }, "本报南浦12月31日电 书屋开了门。", []],
    [{}, "（本报讯 3月5日，书屋将开门。）", []],
    [{}, "文／江若水\n\n书屋开了门。", ["byline-in-body 9:1"]],
    [{}, "江若水推开了书屋的门。", []],
    [{}, "## 河边书屋\n\n书屋开了门。", ["title-in-body 9:4"]],
    [{}, "书屋开了门。\n\n作者单位：南浦大学", ["affiliation-in-body 11:1"]],
    [{}, "书屋开了门。\n\n（作者是开门的人，不是修门的人。门后来）", ["affiliation-in-body 11:1"]],
    [{ title: "河边的旧水文站空置十年以后变成书屋并且开了门读者排队进来坐下看书" }, "开门。", ["title-long 2:8"]],
    [{ title: "Linux kernel development and documentation 文档三十篇" }, "开门。", []],
  ] as const) {
    assert.deepEqual(await broken(fields, body), expected, `${JSON.stringify(fields)} ${body}`);
  }
});

const terms = { zone: "Asia/Shanghai", language: "zh-Hans", silence: [] };
const mended = (text: string) => mendedText({ file: "theory/news/a.md", text, isArticle: true }, terms);

test("what is certain is mended, once and for all; what is not stays", () => {
  for (const [before, after] of [
    ["书屋开了门, 读者(老的小的) 来了.", "书屋开了门，读者（老的小的）来了。"],
    ['他说:"进来"...就 -- 坐下了。', "他说：“进来”……就——坐下了。"],
    ["约翰.史密斯的的书在２楼。", "约翰.史密斯的的书在2楼。"],
    ["“门“开着。", "“门“开着。"],
    ["`你好,世界`,然后 a,b。", "`你好,世界`,然后 a,b。"],
    ["开了门.  \n读者来了。", "开了门。  \n读者来了。"],
    [
      "## 开门: ##\n\n| 开门(旧) | 开门, |\n|---|---|\n| 一 | 二 |",
      "## 开门： ##\n\n| 开门（旧） | 开门， |\n|---|---|\n| 一 | 二 |",
    ],
  ] as const) {
    const once = mended(articleText({}, before));
    assert.equal(once, articleText({}, after));
    assert.equal(mended(once), once);
  }
});

test("what is silenced is not mended", () => {
  const body = "<!-- allow: half-width-mark -->\n书屋,开门(旧)。\n\n书屋,开门。";
  assert.equal(
    mended(articleText({}, body)),
    articleText({}, body.replace("(旧)", "（旧）").replace(/书屋,开门。$/u, "书屋，开门。")),
  );
  const silent = articleText({ silence: "[half-width-mark]" }, "书屋,开门。");
  assert.equal(mended(silent), silent);
});

test("what an article that has errors silences is not mended either, and nothing where its front matter cannot be understood", () => {
  const broken = (fields: string) => `---\ntitle: 河边书屋\n${fields}---\n\n书屋,开门。\n`;
  for (const text of [
    broken("silence: [half-width-mark]\n"),
    broken("silence: half-width-mark\n"),
    broken("language: en\n"),
    broken("author: [江若水\n"),
  ])
    assert.equal(mended(text), text);
  assert.equal(mended(broken("silence: [straight-quote]\n")), broken("silence: [straight-quote]\n").replace(",", "，"));
});

test("an affiliation moves to its author where it is plain whose it is", () => {
  const text = (author: string, body: string) => articleText({ author }, body);
  const moved = "书屋开了门。";
  for (const [author, left, became] of [
    ["江若水", "（作者系南浦大学教授）", "[{ name: 江若水, affiliation: 南浦大学教授 }]"],
    ['["江若水"]', "作者单位：南浦大学", '[{ name: "江若水", affiliation: 南浦大学 }]'],
    [
      "[江若水, 周既白]",
      "（作者分别系南浦大学教授、江城大学讲师）",
      "[{ name: 江若水, affiliation: 南浦大学教授 }, { name: 周既白, affiliation: 江城大学讲师 }]",
    ],
    ["\n  - 江若水", "（作者为南浦大学: 退休）", '\n  - { name: 江若水, affiliation: "南浦大学: 退休" }'],
  ] as const) {
    assert.equal(mended(text(author, `${moved}\n\n${left}`)), text(became, moved), author);
  }
  for (const [author, left] of [
    ["[江若水, 周既白]", "（作者系南浦大学教授）"],
    ["[江若水, 周既白]", "（作者分别系甲、乙、丙）"],
    ["[{ name: 江若水, affiliation: 南浦大学 }]", "（作者系南浦大学）"],
    ["江若水, 周既白", "（作者系南浦大学教授）"],
    ["江若水、周既白", "（作者系南浦大学教授）"],
    ["江若水", "（作者系南浦大学**教授**）"],
    ["江若水", "（作者系南浦大学[^1]教授）\\n\\n[^1]: 旧注。"],
    ["江若水", "（作者系南浦&amp;大学教授）"],
    ["江若水", "（作者系南浦大学教授）\\n***\\n\\n后记。"],
    ["江若水", "_（作者系南浦大学教授）\\n\\n后_记。"],
  ] as const) {
    const unclear = text(author, `${moved}\n\n${left}`);
    assert.equal(mended(unclear), unclear, author);
  }
});

test("of what the desk found in 200 real articles, judged by hand, fewer than one alarm in ten articles is false", () => {
  const record = JSON.parse(readFileSync(join(root, "test/fixtures/copy-desk/verdicts.json"), "utf8"));
  const articles = new Set(record.articles);
  assert.equal(articles.size, 200);
  for (const { file, verdict } of record.findings) {
    assert.ok(articles.has(file));
    assert.match(verdict, /^(?:true|false)$/u);
  }
  const falseAlarms = record.findings.filter((each: { verdict: string }) => each.verdict === "false");
  assert.ok(falseAlarms.length < 20, `${falseAlarms.length}`);
});
