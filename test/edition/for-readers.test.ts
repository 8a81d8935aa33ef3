import assert from "node:assert/strict";
import { test } from "node:test";
import { articleText, contentWith, printSite } from "../newsroom.ts";

const dated = (title: string, date: string) => articleText({ title, date });

test("a new article becomes its neighbours' neighbour, and nobody else's", async () => {
  const old = {
    "theory/news/a.md": dated("甲", "2026-03-01"),
    "theory/news/b.md": dated("乙", "2026-03-03"),
    "theory/news/c.md": dated("丙", "2026-03-05"),
  };
  const neighboursIn = async (more: Readonly<Record<string, string>>, slug: string) => {
    const site = await printSite(contentWith({ ...old, ...more }));
    const nav = /<nav class="neighbours".*?<\/nav>/su.exec(site.page(`/theory/news/2026/03/${slug}/`))?.[0] ?? "";
    return [...nav.matchAll(/rel="(prev|next)" href="[^"]*\/([a-z]+)\/"/gu)].map(([, rel, to]) => `${rel} ${to}`);
  };
  assert.deepEqual(await neighboursIn({}, "a"), ["next b"]);
  assert.deepEqual(await neighboursIn({}, "b"), ["prev a", "next c"]);
  const added = { "theory/news/d.md": dated("丁", "2026-03-04") };
  assert.deepEqual(await neighboursIn(added, "a"), ["next b"]);
  assert.deepEqual(await neighboursIn(added, "b"), ["prev a", "next d"]);
  assert.deepEqual(await neighboursIn(added, "c"), ["prev d"]);
});

test("corrections in force are a feed of their own, newest first", async () => {
  const corrections = "[{ date: 2026-03-02, text: 应为甲。 }, { date: 2026-03-03, text: 应为乙。 }]";
  const site = await printSite(contentWith({ "theory/news/a.md": articleText({ date: "2026-03-01", corrections }) }));
  const feed = site.page("/corrections/feed.xml");
  assert.deepEqual(
    [...feed.matchAll(/<summary type="text">(.*?)<\/summary>/gu)].map(([, text]) => text),
    ["应为乙。", "应为甲。"],
  );
  assert.match(site.page("/corrections/"), /<link rel="alternate"[^>]*href="\/corrections\/feed\.xml"/u);
});

test("the feed's id of a correction stays with its text, whatever the order of several of one day", async () => {
  const [first, second] = ["{ date: 2026-03-02, text: 应为甲。 }", "{ date: 2026-03-02, text: 应为乙。 }"];
  const third = "{ date: 2026-03-02 09:00, text: 应为丙。 }";
  const idsOf = async (corrections: readonly string[]) => {
    const fields = { date: "2026-03-01", corrections: `[${corrections.join(", ")}]` };
    const feed = (await printSite(contentWith({ "theory/news/a.md": articleText(fields) }))).page(
      "/corrections/feed.xml",
    );
    const found = feed.matchAll(/<entry>\n<id>([^<]*)<\/id>.*?<summary type="text">([^<]*)<\/summary>/gsu);
    return Object.fromEntries([...found].map(([, id, text]) => [text, id]));
  };
  const alone = "https://banxin.example/theory/news/2026/03/a/#correction-2026-03-02T";
  assert.deepEqual(await idsOf([first]), { "应为甲。": `${alone}00:00:00+08:00` });
  const ids = await idsOf([first, second, third]);
  assert.deepEqual(await idsOf([third, second, first]), ids);
  assert.equal(ids["应为丙。"], `${alone}09:00:00+08:00`, "what has its hour is alone");
  assert.equal(new Set(Object.values(ids)).size, 3);
  assert.ok(!Object.values(ids).includes(`${alone}00:00:00+08:00`), "no notice takes the id of another");
  const twice = await idsOf([first, first]);
  assert.equal(Object.keys(twice).length, 1, "the very same words");
});
