import assert from "node:assert/strict";
import { test } from "node:test";
import { hasErrors } from "../../../scripts/report/render-report.ts";
import { articleText, contentWith, printSite } from "../../newsroom.ts";

const lock =
  "船闸的水位由老师傅看着刻度尺放水，闸门外的船要等两刻钟，运河上下因此有了茶馆、米行和修船的铺子，等船的人在那里听书。";
const paper = "抄纸师傅把竹帘斜着插进纸浆，提起来时手腕要平，水从帘缝里漏下去，留下一层湿纸，压干之后一张张揭起来烘。";

type Fields = Readonly<Record<string, string>>;

/** The related addresses printed at `path`, in order, when the desk holds these articles of one column. */
async function relatedAt(path: string, articles: Readonly<Record<string, readonly [Fields, string]>>) {
  const overlay = Object.entries(articles).map(([name, [fields, body]]) => [
    `theory/news/${name}.md`,
    articleText({ date: "2026-03-01 09:30", ...fields }, body),
  ]);
  const site = await printSite(contentWith(Object.fromEntries(overlay)));
  assert.ok(!hasErrors(site.problems));
  const section =
    /<section class="related">([\s\S]*?)<\/section>/u.exec(site.page(`/theory/news/2026/03/${path}/`))?.[1] ?? "";
  const [alike = ""] = section.split(/<h3>本栏最新/u);
  return [...alike.matchAll(/class="headline"[^>]*href="[^"]*\/([^/"]+)\/"/gu)].map((match) => match[1]);
}

test("the parts beside an article in its series come first, and the section says so", async () => {
  const part = (title: string): readonly [Fields, string] => [{ title }, `${title}。${lock}`];
  const articles = {
    one: part("运河上的等待（一）"),
    two: part("运河上的等待（二）"),
    three: part("运河上的等待（三）"),
    four: part("运河上的等待（四）"),
  };
  const found = await relatedAt("two", articles);
  assert.deepEqual(found.slice(0, 2), ["three", "one"]);
});

test("of two articles with all but the same text one is listed: our own before a reprint", async () => {
  const own = { title: "竹帘抄纸", source: "banxin" };
  const reprint = { title: "抄纸的手势", source: "{ name: 光明书评 }", date: "2026-03-02 09:30" };
  const about = `${paper}${paper.replace("师傅", "艺人")}烘纸的墙要热得均匀。`;
  const articles = {
    reader: [
      { title: "看人抄纸" },
      `看人抄纸，要站在纸槽的左边。竹帘斜着插进纸浆，提起来手腕要平，湿纸压干了再揭。${lock}`,
    ],
    own: [own, about],
    reprint: [reprint, about],
  } as const;
  const found = await relatedAt("reader", articles);
  assert.ok(found.includes("own"));
  assert.ok(!found.includes("reprint"));
});

test("an article's own text under another headline is not worth reading after it, unless an editor pins it", async () => {
  const articles = (more: Fields = {}) =>
    ({ first: [{ title: "等船的人", ...more }, lock + paper], again: [{ title: "等船" }, lock + paper] }) as const;
  assert.deepEqual(await relatedAt("first", articles()), []);
  assert.deepEqual(await relatedAt("first", articles({ related: "[again.md]" })), ["again"]);
});
