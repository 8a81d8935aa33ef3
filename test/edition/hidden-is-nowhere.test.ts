import assert from "node:assert/strict";
import { test } from "node:test";
import { contentWith, instantOf, newsroomFolder, type PrintedSite, printSite } from "../newsroom.ts";

/** Words that stand only in what readers may not see at the usual instant (test/fixtures/newsroom/README.md). */
const hiddenWords = [
  "这篇草稿不该出现",
  "这篇稿件尚在禁发期",
  "严守灯",
  "秘密灯会",
  "禁发关键词",
  "lantern-plan",
  "这篇稿件已经下线",
  "这段正文已经撤回",
  "这条提要也要撤下",
  "这条更正还没有到日子",
];

function whereIs(word: string, site: PrintedSite): readonly string[] {
  const pages = [...site.pages]
    .filter(([path, text]) => path.includes(word) || text.includes(word))
    .map(([path]) => path);
  return [...pages, ...site.files.filter((path) => path.includes(word))];
}

test("nothing of drafts, embargoed, expired and retracted texts is in any page, feed, map, index or file name", async () => {
  const site = await printSite(newsroomFolder);
  assert.ok(site.pages.size > 50);
  for (const word of hiddenWords) assert.deepEqual(whereIs(word, site), [], word);
});

test("every hidden word would be found if it were there", async () => {
  const later = instantOf("2026-07-02T00:00:00+08:00");
  const site = await printSite(newsroomFolder, { asOf: later });
  for (const word of [
    "这篇稿件尚在禁发期",
    "严守灯",
    "秘密灯会",
    "禁发关键词",
    "lantern-plan",
    "这条更正还没有到日子",
  ]) {
    assert.notDeepEqual(whereIs(word, site), [], word);
  }
});

test("an embargoed article appears at the very instant of its date, not a millisecond before", async () => {
  const instant = Date.parse("2026-06-01T08:00:00+08:00");
  const dated = { "culture/crafts/2026/lantern-secret/index.md": null };
  const content = contentWith(
    {
      ...dated,
      "theory/news/2026/embargo.md":
        "---\ntitle: 到点才发\nauthor: 江若水\nsource: banxin\ndate: 2026-06-01 08:00:00\neditor: 林知远\n---\n\n灯会的消息。\n",
    },
    newsroomFolder,
  );
  const before = await printSite(content, { asOf: instantOf(new Date(instant - 1).toISOString()) });
  const at = await printSite(content, { asOf: instantOf(new Date(instant).toISOString()) });
  assert.deepEqual(whereIs("到点才发", before), []);
  assert.ok(whereIs("到点才发", at).includes("/theory/news/2026/06/embargo/"));
});

test("pictures of hidden articles are not published, and those of an article without its body go with it", async () => {
  const site = await printSite(newsroomFolder);
  const pictures = site.files.filter((path) => path.startsWith("/pictures/"));
  assert.ok(pictures.length > 0);
  for (const path of pictures) assert.match(path, /^\/pictures\/map-[0-9a-f]{12}-\d+\.[a-z]+$/u);
});

test("an expired article leaves a notice at its address and nothing else anywhere", async () => {
  const site = await printSite(newsroomFolder);
  const left = [...site.pages].filter(([path]) => path.includes("lantern-fair"));
  assert.equal(left.length, 1);
  assert.match(left[0]?.[1] ?? "", /已下线/u);
  assert.match(left[0]?.[1] ?? "", /noindex/u);
});

test("a retracted article keeps headline, byline, date and notice at its address, and stands in no list", async () => {
  const site = await printSite(newsroomFolder);
  const [path, page] = [...site.pages].find(([each]) => each.includes("withdrawn-survey")) ?? ["", ""];
  assert.match(page, /class="retraction/u);
  assert.match(page, /class="headline/u);
  const mentions = [...site.pages].filter(([each, text]) => each !== path && text.includes(path)).map(([each]) => each);
  assert.deepEqual(mentions, ["/corrections/", "/corrections/feed.xml", "/corrections/feed.json"]);
});

test("a preview shows drafts and embargoed articles, and marks them", async () => {
  const site = await printSite(newsroomFolder, { isPreview: true });
  for (const [slug, word] of [
    ["draft-market", "这篇草稿不该出现"],
    ["lantern-secret", "这篇稿件尚在禁发期"],
  ] as const) {
    const path = whereIs(word, site).find((each) => each.endsWith(`/${slug}/`)) ?? "";
    assert.ok(/class="[^"]*ribbon/u.test(site.page(path)), slug);
  }
});
