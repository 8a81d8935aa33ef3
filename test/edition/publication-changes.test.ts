import assert from "node:assert/strict";
import { test } from "node:test";
import { type ChangedPage, publicationChanges } from "../../scripts/edition/publication-changes.ts";
import { articleText, contentWith, sessionOf, usualInstant } from "../newsroom.ts";

const paper = "抄纸师傅把竹帘斜着插进纸浆，提起来时手腕要平，水从帘缝里漏下去，留下一层湿纸，压干之后一张张揭起来烘。";

const content = contentWith({
  "theory/news/paper.md": articleText(
    { title: "抄纸", draft: "true", topics: "[手艺]", date: "2026-03-05", aliases: "[/old/paper.html]" },
    paper,
  ),
  "theory/news/drying.md": articleText(
    { title: "烘纸", topics: "[手艺]" },
    `湿纸压干之后一张张揭起来烘。${paper.slice(9)}`,
  ),
  "theory/news/walk.md": articleText({ title: "散步", date: "2026-03-06" }, "先读[抄纸](paper.md)，再出门。"),
  "theory/news/soon.md": articleText({ title: "以后", date: "2027-01-02" }, "钟敲了九下。"),
  "theory/news/gone.md": articleText({ title: "过期", draft: "true", expires: "2026-04-01" }, "已经过期。"),
});

async function changesOf(file: string, isWanted = () => true): Promise<readonly ChangedPage[] | undefined> {
  const { matter } = await sessionOf(content).load({ asOf: usualInstant, isPreview: true }, Date.now());
  assert.ok(matter);
  const { maker } = matter;
  const article = maker.edition.articles.find((each) => each.article.file === file);
  assert.ok(article);
  return publicationChanges(maker, article, { ...matter, pictures: maker.pictures, isWanted });
}

const lines = (changes: readonly ChangedPage[] | undefined) =>
  changes?.map(({ group, how, path, title }) => `${group} ${how} ${path} ${title}`.trim());

test("what changes when a draft is published: fronts, lists, archives, names, feeds, and articles beside or linking to it", async () => {
  const told = lines(await changesOf("theory/news/paper.md"));
  for (const line of [
    "front changed / 版心周刊",
    "column changed /theory/ 理论",
    "column changed /theory/news/ 资讯",
    "archive changed /theory/news/2026/03/ 资讯 2026-03",
    "person changed /people/jiang-ruo-shui-29f3/ 江若水",
    "related changed /theory/news/2026/03/drying/ 烘纸",
    "link changed /theory/news/2026/03/walk/ 散步",
    "feed changed /feed.xml",
    "siteMap changed /sitemap.xml",
    "redirect new /old/paper.html",
  ])
    assert.ok(
      told?.some((each) => each.replace(/-[0-9a-f]{4}\//u, "-29f3/") === line),
      `${line}\n${told?.join("\n")}`,
    );
  assert.ok(told?.some((each) => each.startsWith("topic changed /topics/shou-yi-")));
  assert.deepEqual(
    told?.filter((each) => each.includes("/soon/") || each.includes("/paper/")),
    [],
  );
});

test("an article under embargo is compared at its own instant, when its year's archive begins", async () => {
  const told = lines(await changesOf("theory/news/soon.md"));
  assert.ok(told?.includes("archive new /theory/news/2027/ 资讯 2027"), told?.join("\n"));
});

test("of what is out already it is told which pages would be others without it", async () => {
  const told = lines(await changesOf("theory/news/drying.md"));
  assert.ok(told?.includes("front changed / 版心周刊"));
  assert.ok(told?.some((each) => each.startsWith("topic new /topics/shou-yi-")));
});

test("nothing is told of what lists would not show, nor to who does not want to know any more", async () => {
  assert.equal(await changesOf("theory/news/gone.md"), undefined);
  let asked = 0;
  assert.equal(await changesOf("theory/news/paper.md", () => ++asked < 3), undefined);
});
