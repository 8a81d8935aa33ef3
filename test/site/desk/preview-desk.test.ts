import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PreviewDesk } from "../../../scripts/site/desk/preview-desk.ts";
import type { Session } from "../../../scripts/site/session.ts";
import { Shelves } from "../../../scripts/store/shelves.ts";
import { articleText, contentWith, printSite, sessionOf, testCache, usualInstant } from "../../newsroom.ts";

const paper = "抄纸师傅把竹帘斜着插进纸浆，提起来时手腕要平，水从帘缝里漏下去，留下一层湿纸，压干之后一张张揭起来烘。";
const overlay = {
  "theory/news/a/index.md": articleText({ title: "竹帘抄纸", topics: "[手艺, craft]" }, `竹帘,挂在门后。${paper}`),
  "theory/news/b.md": articleText({ title: "看人烘纸" }, `湿纸压干之后一张张揭起来，贴在墙上烘。竹帘,挂好。`),
  "theory/news/draft.md": articleText({ title: "草稿", draft: "true" }, `见[抄纸](a/index.md)。${paper}`),
  "theory/news/later.md": articleText({ title: "以后", date: "2027-01-02 08:00" }, paper),
  "theory/news/gone.md": articleText({ title: "撤稿", retracted: "{ date: 2026-04-01, reason: 重复发表。 }" }, paper),
  "theory/news/kept.md": articleText(
    { title: "留文", retracted: "{ date: 2026-04-01, reason: 重复发表。, keepBody: true }" },
    `见[抄纸](a/index.md)。${paper}`,
  ),
  "topics/craft.md": "---\ntitle: 工艺\n---\n\n手上的活,不急。\n",
  "people/jiang.md": "---\nname: 江若水\n---\n\n编辑。\n",
  "pages/about.md": "---\ntitle: 关于\n---\n\n说明,一页。\n",
};

async function read(session: Session, desk: PreviewDesk): Promise<void> {
  desk.take(await session.load({ asOf: usualInstant, isPreview: true }, Date.now()));
}

async function deskOf(content: string): Promise<PreviewDesk> {
  const desk = new PreviewDesk(new Shelves(testCache), "tests", Date.now());
  await read(sessionOf(content), desk);
  return desk;
}

test("each page has the problems of the file it is made from, with line and column, and no others", async () => {
  const desk = await deskOf(contentWith(overlay));
  const at = (address: string) => {
    const { file, told } = desk.pageAt(address);
    return [file, told.errors, told.warnings, told.problems.map(({ place }) => place).join(" ")];
  };
  assert.deepEqual(at("/theory/news/2026/03/a/"), ["theory/news/a/index.md", 0, 1, "theory/news/a/index.md:10:3"]);
  assert.deepEqual(at("/theory/news/2026/03/b/"), ["theory/news/b.md", 0, 1, "theory/news/b.md:9:22"]);
  assert.deepEqual(at("/theory/news/2026/03/a/index.html").slice(0, 3), ["theory/news/a/index.md", 0, 1]);
  assert.deepEqual(at("/topics/craft/").slice(0, 3), ["topics/craft.md", 0, 1]);
  assert.deepEqual(at("/people/jiang/").slice(0, 3), ["people/jiang.md", 0, 0]);
  assert.deepEqual(at("/sources/banxin/").slice(0, 3), ["sources.yaml", 0, 0]);
  assert.deepEqual(at("/about/").slice(0, 3), ["pages/about.md", 0, 1]);
  assert.deepEqual(at("/theory/news/2026/").slice(0, 3), ["theory/news/column.md", 0, 0]);
  assert.deepEqual(at("/").slice(0, 3), ["masthead.md", 0, 0]);
  assert.deepEqual(at("/theory/news/2026/03/page/2/").slice(0, 3), ["theory/news/column.md", 0, 0]);
  for (const address of [
    "/search/",
    "/nowhere/",
    "/theory/news/2026/03/nowhere/",
    "/theory/nowhere/",
    "/404.html",
    "/%E4%B8%AD/",
    "/a'b",
  ])
    assert.deepEqual(at(address), [undefined, 0, 0, ""], address);
});

test("where an article stands is told with its length; a list stands nowhere", async () => {
  const desk = await deskOf(contentWith(overlay));
  const stateAt = (address: string) => {
    const { state, length } = desk.pageAt(address).article ?? {};
    return [state, length];
  };
  assert.deepEqual(stateAt("/theory/news/2026/03/draft/"), ["draft", "49字，约1分钟"]);
  assert.equal(stateAt("/theory/news/2027/01/later/")[0], "embargoed");
  assert.equal(
    desk.pageAt("/theory/news/2027/01/later/").article?.publishedMs,
    Date.parse("2027-01-02T08:00:00+08:00"),
  );
  assert.equal(stateAt("/theory/news/2026/03/a/")[0], "published");
  assert.deepEqual(stateAt("/theory/news/2026/03/gone/"), ["retracted", ""]);
  assert.deepEqual(stateAt("/theory/news/2026/03/kept/"), ["retracted", "49字，约1分钟"]);
  assert.deepEqual(stateAt("/theory/news/"), [undefined, undefined]);
});

test("a preview that was started anew answers anew, though nothing has changed and it has read as often", async () => {
  const content = contentWith(overlay);
  const revisionOf = async (startedMs: number) => {
    const desk = new PreviewDesk(new Shelves(testCache), "tests", startedMs);
    await read(sessionOf(content), desk);
    return desk.pageAt("/").revision;
  };
  const startedMs = Date.now();
  assert.notEqual(await revisionOf(startedMs), await revisionOf(startedMs + 1000));
});

test("errors are told of the page as it was last; when they are mended the problems go, and what was answered is asked anew", async () => {
  const content = contentWith(overlay);
  const session = sessionOf(content);
  const desk = new PreviewDesk(new Shelves(testCache), "tests", Date.now());
  await read(session, desk);
  const first = desk.pageAt("/theory/news/2026/03/b/");
  const changes = desk.changes("/theory/news/2026/03/b/");
  assert.equal(desk.changes("/theory/news/2026/03/b/"), changes);
  writeFileSync(join(content, "theory/news/b.md"), articleText({ title: "看人烘纸", source: "光明书坪" }));
  await read(session, desk);
  const wrong = desk.pageAt("/theory/news/2026/03/b/");
  assert.deepEqual([wrong.told.errors, wrong.told.problems[0]?.rule], [1, "source-unknown"]);
  assert.ok(wrong.revision > first.revision);
  writeFileSync(join(content, "theory/news/b.md"), articleText({ title: "看人烘纸" }));
  await read(session, desk);
  assert.equal(desk.pageAt("/theory/news/2026/03/b/").told.problems.length, 0);
  assert.notEqual(desk.changes("/theory/news/2026/03/b/"), changes);
  // What nobody waits for any more is given up.
  assert.equal(await changes, undefined);
});

test("related lists, changes and the copy for WeChat are answered for listed articles and for nothing else", async () => {
  const desk = await deskOf(contentWith(overlay));
  const related = await desk.related("/theory/news/2026/03/a/");
  assert.ok(
    related?.some(({ rule, terms }) => rule === "alike" && terms.includes("竹帘")),
    JSON.stringify(related),
  );
  const changes = await desk.changes("/theory/news/2026/03/draft/");
  assert.deepEqual(changes?.[0], {
    group: "front",
    count: 1,
    pages: [{ path: "/", title: "版心周刊", how: "changed" }],
  });
  const wechat = desk.wechat("/theory/news/2026/03/draft/");
  assert.match(wechat?.text ?? "", /\[1\] 抄纸 https:\/\/banxin\.example\/theory\/news\/2026\/03\/a\//u);
  for (const address of ["/", "/theory/news/2026/03/gone/", "/nowhere/"]) {
    assert.equal(await desk.related(address), undefined);
    assert.equal(await desk.changes(address), undefined);
    assert.equal(desk.wechat(address), undefined);
  }
});

test("of a group with many pages the first are told, and all are counted", async () => {
  const years = Array.from({ length: 20 }, (_, index) => 2001 + index);
  const many = years.map((year) => [
    `theory/news/n${year}.md`,
    articleText({ title: `纪事${year}`, date: `${year}-01-01` }, `见[草稿](draft.md)。纪事${year}。`),
  ]);
  const desk = await deskOf(contentWith({ ...overlay, ...Object.fromEntries(many) }));
  const links = (await desk.changes("/theory/news/2026/03/draft/"))?.find(({ group }) => group === "link");
  assert.deepEqual([links?.count, links?.pages.length], [20, 12]);
});

test("nothing of the desk is in any page, neither a build's nor a preview's, but for the script's address in a preview's", async () => {
  const content = contentWith(overlay);
  const built = await printSite(content);
  const preview = await printSite(content, { isPreview: true });
  const script = '<script type="module" src="/.banxin/preview.js"></script>';
  for (const [path, text] of built.pages) assert.doesNotMatch(text, /\.banxin\/|desk-|data-desk|编辑台/u, path);
  for (const [path, text] of preview.pages) {
    assert.doesNotMatch(text.replace(script, ""), /\.banxin\/|desk-|data-desk|编辑台/u, path);
    // No page of a preview can be taken for one of a build: it is another text.
    if (path.endsWith("/")) assert.ok(text.includes(script), path);
  }
});
