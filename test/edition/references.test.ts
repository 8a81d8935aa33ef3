import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { outputFile } from "../../scripts/edition/addresses.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { articleText, contentWith, newsroomFolder, printSite } from "../newsroom.ts";

const column = "---\ntitle: 资讯\n---\n";

/** Rule, line and column of every problem of the desk with `overlay`. */
async function problemsOf(overlay: Readonly<Record<string, string | Uint8Array | null>>) {
  const { problems } = await printSite(contentWith(overlay));
  return problems.map(({ rule, file, line, column: at }) => `${file}:${line}:${at} ${rule}`);
}

async function rulesOf(overlay: Readonly<Record<string, string | Uint8Array | null>>) {
  return [...new Set((await printSite(contentWith(overlay))).problems.map(({ rule }) => rule))];
}

test("a retraction does not break those who link to a heading of the withdrawn text", async () => {
  const files = {
    "theory/news/a.md": articleText(
      { title: "甲", retracted: "{ date: 2026-04-01, reason: 有误 }" },
      "## 第一节\n\n字。",
    ),
    "theory/news/b.md": articleText({}, "见[甲](a.md#第一节)。"),
  };
  assert.deepEqual(await problemsOf(files), []);
});

test("a page of a person or topic that only hidden articles use is not there, and links to it become text", async () => {
  const person = { "people/wang-wu.md": "---\nname: 王五\n---\n一生。\n" };
  const hidden = { "theory/news/h.md": articleText({ title: "禁", author: "王五", date: "2999-01-01" }) };
  const alone = await printSite(contentWith({ ...person, ...hidden, "theory/news/b.md": articleText() }));
  assert.ok(!alone.pages.has("/people/wang-wu/"));
  const linked = await printSite(
    contentWith({ ...person, ...hidden, "theory/news/b.md": articleText({}, "见[他](/people/wang-wu.md)。") }),
  );
  assert.ok(linked.pages.has("/people/wang-wu/"), "a published text that leads there keeps it");
  const reserved = await printSite(contentWith({ ...person, "theory/news/b.md": articleText() }));
  assert.ok(reserved.pages.has("/people/wang-wu/"), "what nobody uses stands by itself");
});

test("lists and old addresses of an expired or retracted article do not die", async () => {
  const site = await printSite(
    contentWith({
      "theory/news/a.md": articleText({
        author: "孤帆",
        topics: "[沙洲]",
        aliases: "[/old/a.html]",
        expires: "2026-04-01",
      }),
      "theory/news/b.md": articleText({
        author: "远影",
        topics: "[碧空]",
        title: "乙",
        retracted: "{ date: 2026-04-01, reason: 有误 }",
      }),
    }),
  );
  assert.match(site.page("/old/a.html"), /url=\/theory\/news\/2026\/03\/a\//u);
  const lists = [...site.pages.keys()].filter((path) => /^\/(?:people|topics)\/[^/]+\/$/u.test(path));
  assert.equal(lists.length, 4);
  for (const path of lists) assert.doesNotMatch(site.page(path), /theory\/news\/2026\/03/u);
});

test("a mistake in a Markdown field of the front matter is placed where it stands", async () => {
  const block = articleText({ note: "|\n  第一行。\n  见[这里](gone.md)。" });
  assert.deepEqual(await problemsOf({ "theory/news/a.md": block }), ["theory/news/a.md:9:4 link-broken"]);
  const quoted = articleText({ editorsNote: '"见[这里](gone.md)。"' });
  assert.deepEqual(await problemsOf({ "theory/news/a.md": quoted }), ["theory/news/a.md:7:16 link-broken"]);
});

test("a note may lead to a heading of its article's body, and anchors of all kinds of page are checked", async () => {
  const good = { "theory/news/a.md": articleText({ note: '"见[第一节](#第一节)。"' }, "## 第一节\n\n字。") };
  assert.deepEqual(await problemsOf(good), []);
  const page = { "pages/about.md": "---\ntitle: 关于\n---\n\n## 缘起\n\n字。\n" };
  const link = (anchor: string) => ({
    ...page,
    "theory/news/a.md": articleText({}, `见[关于](/pages/about.md#${anchor})。`),
  });
  assert.deepEqual(await rulesOf(link("缘起")), []);
  assert.deepEqual(await rulesOf(link("缘灭")), ["anchor-missing"]);
  assert.deepEqual(await rulesOf({ "theory/news/a.md": articleText({}, "见[首页](/#没有)。") }), ["anchor-missing"]);
});

test("an absolute address of our own is checked like any other, under the masthead's address and under --address", async () => {
  const content = contentWith({
    "theory/news/h.md": articleText({ title: "禁", date: "2999-01-01" }),
    "theory/news/a.md": articleText(
      {},
      "见[禁](https://banxin.example/theory/news/2999/01/h/)和[空](https://banxin.example/gone/)。",
    ),
  });
  for (const address of [undefined, "https://mirror.example/paper/"]) {
    const site = await printSite(content, address === undefined ? {} : { address });
    assert.deepEqual(site.problems.map(({ rule }) => rule).sort(), ["link-own-unknown", "link-unpublished"]);
    assert.doesNotMatch(site.page("/theory/news/2026/03/a/"), /2999/u);
  }
});

test("a link may carry a query to one of our pages", async () => {
  const site = await printSite(contentWith({ "theory/news/a.md": articleText({}, "[找](/search/?q=river&n=1)。") }));
  assert.deepEqual(site.problems, []);
  assert.match(site.page("/theory/news/2026/03/a/"), /href="\/search\/\?q=river&amp;n=1"/u);
});

test("an error in one file causes no complaints about files that are right", async () => {
  const article = {
    "theory/news/a.md": articleText(
      { author: "{ name: 王五, person: wang-wu }", topics: "[沙洲夜话]" },
      "见[乙](b.md)。",
    ),
  };
  const wrong: Readonly<Record<string, string>> = {
    "theory/news/column.md": "---\ntitel: 资讯\n---\n",
    "people/wang-wu.md": "---\nnam: 王五\n---\n",
    "topics/sha-zhou.md": "---\ntitel: 沙洲夜谈\n---\n",
    "sources.yaml": "banxin: { nam: 版心周刊 }\n",
  };
  const right: Readonly<Record<string, string>> = {
    "theory/news/column.md": column,
    "people/wang-wu.md": "---\nname: 王五\n---\n",
    "topics/sha-zhou.md": "---\ntitle: 沙洲\n---\n",
  };
  for (const [file, text] of Object.entries(wrong)) {
    const found = await problemsOf({
      ...right,
      ...article,
      "theory/news/b.md": articleText({ title: "乙" }),
      [file]: text,
    });
    assert.ok(found.length > 0);
    assert.deepEqual(
      found.filter((each) => !each.startsWith(`${file}:`)),
      [],
      file,
    );
  }
});

test("an error in the masthead or in an article's front matter hides no mistake elsewhere", async () => {
  const broken = articleText({}, "见[这里](gone.md)。");
  const masthead =
    "---\ntitle: 版心周刊\nlanguage: zh\ntimeZone: Asia/Shanghai\naddress: https://banxin.example/\nowner: 社\n---\n";
  assert.deepEqual(await rulesOf({ "masthead.md": masthead, "theory/news/a.md": broken }), [
    "field-form",
    "link-broken",
  ]);
  const untitled = broken.replace(/title: .*\n/u, "");
  assert.deepEqual((await rulesOf({ "theory/news/a.md": untitled })).sort(), ["field-missing", "link-broken"]);
  assert.deepEqual(await rulesOf({ "masthead.md": null, "theory/news/a.md": broken }), [
    "masthead-missing",
    "link-broken",
  ]);
});

test("what is named twice stands once", async () => {
  const site = await printSite(
    contentWith({
      "theory/news/column.md": "---\ntitle: 资讯\npinned: [a.md, /theory/news/a.md]\n---\n",
      "theory/news/a.md": articleText({ topics: "[sha-zhou, 沙洲]", related: "[b.md, /theory/news/b.md]" }),
      "theory/news/b.md": articleText({ title: "乙" }),
      "topics/sha-zhou.md": "---\ntitle: 沙洲\n---\n",
    }),
  );
  assert.deepEqual(
    site.problems.map(({ rule }) => rule),
    ["reference-twice", "reference-twice"],
  );
  assert.equal(site.page("/theory/news/").match(/<li(?: [^>]*)?>(?:(?!<\/li>).)*\/03\/a\//gu)?.length, 1);
  assert.equal(site.page("/theory/news/2026/03/a/").match(/href="\/topics\/sha-zhou\/"/gu)?.length, 1);
});

test("a closing sentence that merely names the affiliation does not replace the authors' affiliations", async () => {
  const fields = { author: "[{ name: 江若水, affiliation: 南浦大学 }]" };
  const page = async (body: string) =>
    (await printSite(contentWith({ "theory/news/a.md": articleText(fields, body) }))).page("/theory/news/2026/03/a/");
  assert.match(await page("会议由南浦大学主办。"), /class="affiliations/u);
  assert.doesNotMatch(await page("散会。\n\n（作者系南浦大学教授）"), /class="affiliations/u);
});

test("every page the site makes by itself holds its address, however late it appears", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, index) => [`theory/news/n${index}.md`, articleText({ title: `第${index}篇` })]),
  );
  for (const alias of [
    "/theory/news/feed.xml",
    "/theory/feed.json",
    "/search/names.json",
    "/search/grams/7.bin",
    "/theory/news/2026/03/page/2/",
    "/theory/news/page/2/",
    "/sources/banxin/page/2/",
    "/.unfinished.json",
    "/manifest.json.new",
    "/.building.json",
    "/pictures/",
  ]) {
    const files = { ...many, "theory/news/a.md": articleText({ aliases: `[${alias}]` }) };
    assert.deepEqual(await rulesOf(files), ["address-taken"], alias);
  }
});

test("a name from which no address can be made is refused wherever it stands", async () => {
  for (const file of ["！！/column.md", "theory/！！/column.md", "pages/！！.md"]) {
    assert.deepEqual(await rulesOf({ [file]: column }), ["slug-empty"], file);
  }
  assert.deepEqual(await rulesOf({ "theory/news/！.pdf": "%PDF-1.4\n" }), ["slug-empty"]);
});

test("an old address without an ending, or with escapes, is written where servers look for it", () => {
  assert.equal(outputFile(urlPath("/cn/x")), "cn/x/index.html");
  assert.equal(outputFile(urlPath("/old.")), "old./index.html");
  assert.equal(outputFile(urlPath("/cn/%E4%B8%AD.html")), "cn/中.html");
  assert.equal(outputFile(urlPath("/cn/t_1.shtml")), "cn/t_1.shtml");
});

test("archives page by their column's perPage", async () => {
  const many = Object.fromEntries(
    ["a", "b", "c"].map((name) => [`theory/news/${name}.md`, articleText({ title: name })]),
  );
  const site = await printSite(
    contentWith({ ...many, "theory/news/column.md": "---\ntitle: 资讯\nperPage: 2\n---\n" }),
  );
  assert.ok(site.pages.has("/theory/news/2026/03/page/2/"));
  assert.ok(site.pages.has("/theory/news/2026/page/2/"));
});

test("a name is found in either Unicode form: é as one character or as two", async () => {
  const river = readFileSync(join(newsroomFolder, "culture/crafts/2026/lantern-secret/lantern-plan.png"));
  for (const [file, reference] of [
    ["NFD", "NFC"],
    ["NFC", "NFD"],
  ] as const) {
    const named = (name: string, form: string) => name.normalize(form);
    const files = {
      "theory/news/a.md": articleText(
        { image: `{ src: ${named("café.png", reference)}, alt: 河 }` },
        `![河](${named("café.png", reference)})\n\n[乙](${named("bé.md", reference)})、[图](${named("café.png", reference)})`,
      ),
      [`theory/news/${named("bé.md", file)}`]: articleText({ title: "乙" }),
      [`theory/news/${named("café.png", file)}`]: river,
    };
    assert.deepEqual(await problemsOf(files), [], `${file} named in ${reference}`);
  }
});

test("a picture that is only linked to is checked like one that is shown", async () => {
  const files = { "theory/news/a.md": articleText({}, "[大图](river.jpg)"), "theory/news/river.jpg": "no picture" };
  assert.deepEqual(await problemsOf(files), ["theory/news/a.md:9:1 picture-damaged"]);
});

test("one broken link in each of 2,000 articles is reported in reasonable time", { timeout: 60_000 }, async () => {
  const many = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [
      `theory/news/n${index}.md`,
      articleText({}, `见[旧文](gone-${index}.md)。`),
    ]),
  );
  const { problems } = await printSite(contentWith(many));
  assert.equal(problems.length, 2000);
});

test("what is wrong in a topic's or a person's field is told where it stands, as one who checks and as a copy editor", async () => {
  const overlay = {
    "topics/river.md": "---\ntitle: 河边\nintro: |\n  第一段。\n\n  第二段见[这里](gone.md)，“书屋。\n---\n",
    "topics/bridge.md": "---\ntitle: 桥边\n---\n\n第二段见[这里](gone.md)。\n",
    "people/chen.md": '---\nname: 陈砚\ntext: "她见[这里](gone.md)。"\n---\n',
    "people/lin.md": "---\nname: 林川\ntext: >-\n  他说\n  见[这里](gone.md)。\n---\n",
  };
  assert.deepEqual([...(await problemsOf(overlay))].sort(), [
    "people/chen.md:3:10 link-broken",
    "people/lin.md:4:6 link-broken",
    "topics/bridge.md:5:5 link-broken",
    "topics/river.md:6:21 mark-unpaired",
    "topics/river.md:6:7 link-broken",
  ]);
});

test("a comment in a topic's field silences the line below it there, and no other", async () => {
  const intro = [
    "第一段。",
    "",
    "<!-- allow: link-textless -->",
    "第二段[](https://a.example/)。",
    "",
    "第三段[](https://a.example/)。",
  ];
  const topic = `---\ntitle: 河边\nintro: |\n${intro.map((line) => `  ${line}\n`).join("")}---\n`;
  assert.deepEqual(await problemsOf({ "topics/river.md": topic }), ["topics/river.md:9:6 link-textless"]);
});
