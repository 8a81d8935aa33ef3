import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { isoMoment } from "../../scripts/article/moment.ts";
import type { NextChange } from "../../scripts/edition/next-change.ts";
import { instant } from "../../scripts/text/brands.ts";
import { articleText, contentWith, instantOf, newsroomFolder, printSite, sessionOf } from "../newsroom.ts";

/** The text of every page by address, and what changes next. */
async function siteAt(content: string, asOf: number) {
  const { site, next } = await sessionOf(content).load({ asOf: instant(asOf), isPreview: false }, Date.now());
  return { pages: new Map<string, string>(site?.pages.map(({ path, text }) => [path, text()])), next };
}

type Pages = Awaited<ReturnType<typeof siteAt>>["pages"];

/** Every change that `content` makes by itself: what it was, and all pages before and after. */
async function changesOf(content: string) {
  const changes: { readonly change: NextChange; readonly before: Pages; readonly after: Pages }[] = [];
  let { pages, next } = await siteAt(content, instantOf("2000-01-01T00:00:00Z"));
  while (next !== undefined) {
    const after = await siteAt(content, next.at);
    changes.push({ change: next, before: pages, after: after.pages });
    ({ pages, next } = after);
  }
  return changes;
}

const site = "https://tingzhou.example";

/** When the site map says that each page has last changed. */
function lastmodsIn(pages: Pages): ReadonlyMap<string, string> {
  const urls = (pages.get("/sitemap.xml") ?? "").matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/gu);
  return new Map([...urls].map(([, loc = "", lastmod = ""]) => [loc.slice(site.length), lastmod]));
}

const changes = await changesOf(newsroomFolder);
const iso = ({ at }: NextChange) => isoMoment(at, "Asia/Shanghai");

test("the small newsroom has every kind of change", () => {
  const kinds = new Set(changes.map(({ change }) => change.kind));
  for (const kind of ["published", "updated", "corrected", "retracted", "expired", "news"] as const)
    assert.ok(kinds.has(kind), kind);
});

test("whenever a list comes to look otherwise the site map says so, and says nothing while it looks the same", () => {
  for (const { change, before, after } of changes) {
    const [was, is] = [lastmodsIn(before), lastmodsIn(after)];
    for (const [path, lastmod] of is) {
      const told = `${path} when ${change.file} is ${change.kind}`;
      if (/\/\d{4}\/\d\d\/[^/]+\/$/u.test(path)) continue;
      const isSame = before.get(path) === after.get(path);
      if (lastmod !== "" && !isSame && change.kind !== "news") assert.equal(lastmod, iso(change), told);
      if (isSame && change.kind !== "updated") assert.equal(lastmod, was.get(path), told);
      assert.ok(lastmod >= (was.get(path) ?? ""), `${told}: back in time`);
    }
  }
});

test("whenever a feed holds other articles or an article otherwise, its own update is that instant", () => {
  for (const { change, before, after } of changes) {
    for (const [path, text] of after) {
      if (!path.endsWith("/feed.xml")) continue;
      const told = `${path} when ${change.file} is ${change.kind}`;
      const feed = parseAtomFeed(text);
      const was = before.has(path) ? parseAtomFeed(before.get(path) ?? "") : undefined;
      const isSame = JSON.stringify(feed.entries) === JSON.stringify(was?.entries);
      if (!isSame) assert.equal(feed.updated, iso(change), told);
      else assert.equal(feed.updated, was?.updated, told);
    }
  }
});

/** Everything that says when the article at `path` last changed. */
function toldOf(pages: Pages, path: string) {
  const page = pages.get(path) ?? "";
  const entry = (parseAtomFeed(pages.get("/feed.xml") ?? "").entries ?? []).find(({ id }) => id === site + path);
  const fed = (parseJsonFeed(pages.get("/feed.json") ?? "").items ?? []).find(({ id }) => id === site + path);
  const fedAt: unknown = fed?.date_modified;
  return {
    page: /<time class="updated"[^>]*datetime="([^"]*)"/u.exec(page)?.[1],
    jsonLd: /"dateModified":\s*"([^"]*)"/u.exec(page)?.[1],
    openGraph: /property="article:modified_time" content="([^"]*)"/u.exec(page)?.[1],
    atom: entry?.updated,
    json: fedAt instanceof Date ? isoMoment(instant(fedAt.getTime()), "Asia/Shanghai") : fedAt,
    siteMap: lastmodsIn(pages).get(path),
  };
}

const bridges = "/theory/news/2025/10/bridge-count/";
const survey = "/theory/news/2025/11/withdrawn-survey/";

function everywhere(at: string | undefined) {
  return { page: at, jsonLd: at, openGraph: at, atom: at, json: at, siteMap: at };
}

test("a correction moves everything that says when its article changed, at its own date and not before", async () => {
  const at = async (asOf: string) => toldOf((await siteAt(newsroomFolder, instantOf(asOf))).pages, bridges);
  const published = "2025-10-08T07:45:00+08:00";
  assert.deepEqual(await at("2025-10-11T08:59:59+08:00"), {
    ...everywhere(published),
    ...{ page: undefined, jsonLd: undefined, openGraph: undefined },
  });
  const corrected = "2025-10-11T09:00:00+08:00";
  assert.deepEqual(await at(corrected), everywhere(corrected));
  assert.deepEqual(await at("2026-06-30T23:59:59+08:00"), everywhere(corrected));
  const again = "2026-07-01T00:00:00+08:00";
  assert.deepEqual(await at(again), everywhere(again));
});

test("a retraction moves what its page says, takes the article out of feeds and site map, and moves those", async () => {
  const retracted = "2025-11-20T18:00:00+08:00";
  const { pages } = await siteAt(newsroomFolder, instantOf(retracted));
  const gone = { atom: undefined, json: undefined, siteMap: undefined };
  assert.deepEqual(toldOf(pages, survey), { ...everywhere(retracted), ...gone });
  for (const feed of ["/feed.xml", "/theory/feed.xml", "/theory/news/feed.xml", "/corrections/feed.xml"])
    assert.equal(parseAtomFeed(pages.get(feed) ?? "").updated, retracted, feed);
  const lists = lastmodsIn(pages);
  for (const list of ["/", "/theory/", "/theory/news/", "/topics/cha-shi-4357/", "/people/lu-xiao-man-75b4/"])
    assert.equal(lists.get(list), retracted, list);
  assert.equal(lists.get("/culture/"), "2025-06-21T09:10:00+08:00");
});

test("a correction or a retraction of the same day, given by the day alone, still comes after publication", async () => {
  const day = "2026-03-01";
  for (const fields of [
    { corrections: `[{ date: ${day}, text: 座位应为六十个。 }]` },
    { retracted: `{ date: ${day}, reason: 数据有误。 }` },
  ]) {
    const printed = await printSite(contentWith({ "theory/news/a.md": articleText(fields) }));
    const page = printed.page("/theory/news/2026/03/a/");
    assert.match(page, /<time class="updated"[^>]*datetime="2026-03-01T09:30:01\+08:00"[^>]*>\s*2026年3月1日\s*</u);
    assert.match(page, /"dateModified":\s*"2026-03-01T09:30:01\+08:00"/u);
    assert.match(printed.page("/feed.xml"), /<updated>2026-03-01T09:30:01\+08:00<\/updated>/u);
  }
});
