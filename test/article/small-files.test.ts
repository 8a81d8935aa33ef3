import assert from "node:assert/strict";
import { test } from "node:test";
import { readColumn } from "../../scripts/article/column.ts";
import { readPerson } from "../../scripts/article/person.ts";
import type { Read } from "../../scripts/article/read.ts";
import { readStandingPage } from "../../scripts/article/standing-page.ts";
import { readTopic } from "../../scripts/article/topic.ts";

function reports({ problems }: Read<unknown>): readonly string[] {
  return problems.map(({ line, column, rule, values }) => `${line}:${column} ${rule} ${values["field"] ?? ""}`.trim());
}

function withoutPlaces<T extends object>(value: T | undefined): object | undefined {
  return value && { ...value, places: undefined };
}

test("a column has twenty articles a page and stands after those with an order, unless it says otherwise", () => {
  const column = (fields: string) => readColumn({ file: "theory/column.md", text: `---\n${fields}\n---\n导语。\n` });
  assert.deepEqual(withoutPlaces(column("title: 理论").value), {
    ...{ title: "理论", order: 1_000_000, perPage: 20, pinned: [], listAuthor: false, layout: "list" },
    ...{ file: "theory/column.md", places: undefined, body: "导语。\n", bodyLine: 4 },
  });
  const full = column(
    "title: 理论\ndescription: 长文\nimage: { src: a.jpg, alt: 江 }\norder: -1\nperPage: 200\npinned: [news/a.md]\nlistAuthor: true\nlayout: digest",
  );
  assert.deepEqual(withoutPlaces(full.value), {
    ...{ title: "理论", description: "长文", image: { src: "a.jpg", alt: "江" }, order: -1, perPage: 200 },
    ...{ pinned: ["news/a.md"], listAuthor: true, layout: "digest" },
    ...{ file: "theory/column.md", places: undefined, body: "导语。\n", bodyLine: 11 },
  });
  assert.deepEqual(reports(column("title: 理论\nperPage: 0")), ["3:10 field-form perPage"]);
  assert.deepEqual(reports(column("title: 理论\nperPage: 201")), ["3:10 field-form perPage"]);
  assert.deepEqual(reports(column("title: 理论\norder: 1.5")), ["3:8 field-form order"]);
  assert.deepEqual(reports(column("title: 理论\nlayout: x.njk")), ["3:9 field-form layout"]);
  assert.deepEqual(reports(column("title: 理论\nper_page: 5")), ["3:1 field-unknown per_page"]);
  assert.deepEqual(reports(column("order: 1")), ["1:1 field-missing title"]);
});

test("a topic's introduction is its field intro or its text, not both", () => {
  const topic = (fields: string, body = "") =>
    readTopic({ file: "topics/river.md", text: `---\n${fields}\n---\n${body}` });
  const inText = topic(
    "title: 河与城\nsummary: 一组文章\nsections: [{ title: 上篇, articles: [/theory/a.md] }]",
    "导语。\n",
  );
  assert.deepEqual(withoutPlaces(inText.value), {
    ...{ title: "河与城", summary: "一组文章", sections: [{ title: "上篇", articles: ["/theory/a.md"] }] },
    ...{ file: "topics/river.md", places: undefined, body: "导语。\n", bodyLine: 6 },
  });
  const inField = topic("title: 河与城\nintro: 导语。", "\n").value;
  assert.deepEqual([inField?.body, inField?.bodyField, inField && "intro" in inField], ["导语。", "intro", false]);
  assert.deepEqual(reports(topic("title: 河与城\nintro: 导语。", "导语。\n")), ["3:8 introduction-twice"]);
  assert.deepEqual(reports(topic("title: 河与城\nsections: [{ articles: [a.md] }]")), [
    "3:12 field-missing sections.0.title",
  ]);
  assert.deepEqual(reports(topic("title: 河与城\nsections: { title: a }")), ["3:11 field-form sections"]);
});

test("a person's life is the field text or the text below the fields, not both", () => {
  const person = (fields: string, body = "") =>
    readPerson({ file: "people/lu.md", text: `---\n${fields}\n---\n${body}` });
  assert.deepEqual(withoutPlaces(person("name: 陆明远\naffiliation: 江城大学", "\n研究城市史。\n").value), {
    ...{ name: "陆明远", affiliation: "江城大学", organization: false },
    ...{ file: "people/lu.md", places: undefined, body: "\n研究城市史。\n", bodyLine: 5 },
  });
  assert.equal(person("name: 陆明远\ntext: 研究城市史。").value?.body, "研究城市史。");
  assert.deepEqual(reports(person("name: 陆明远\ntext: 甲", "乙")), ["3:7 life-twice"]);
  assert.deepEqual(reports(person("affiliation: 江城大学")), ["1:1 field-missing name"]);
});

test("a standing page has a title and a text", () => {
  const page = (fields: string) => readStandingPage({ file: "pages/about.md", text: `---\n${fields}\n---\n正文。\n` });
  assert.deepEqual(withoutPlaces(page("title: 关于\ndescription: 本刊\nslug: about-us").value), {
    ...{ title: "关于", description: "本刊", slug: "about-us" },
    ...{ file: "pages/about.md", places: undefined, body: "正文。\n", bodyLine: 6 },
  });
  assert.deepEqual(reports(page("title: 关于\nslug: 关于")), ["3:7 field-form slug"]);
  assert.deepEqual(reports(page("title: 关于\npermalink: /x/")), ["3:1 field-unknown permalink"]);
});
