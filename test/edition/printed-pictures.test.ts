import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { articleText, contentWith, type PrintedSite, printSite, sessionOf, usualInstant } from "../newsroom.ts";

/** A gradient: a picture of which every form is worth having. */
async function gradient(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from({ length: 24 * 16 * 3 }, (_, at) => (at % 3 === 0 ? (at * 5) % 256 : 40 + (at % 90))),
  );
  const small = sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } });
  return small.resize(width, height, { fit: "fill", kernel: "cubic" }).jpeg().toBuffer();
}

const river = await gradient(1800, 1200);
const boat = await gradient(700, 500);

const page = "/theory/news/2026/03/a/";

const content = contentWith({
  "theory/news/river.jpg": river,
  "theory/news/boat.jpg": boat,
  "theory/news/hidden.jpg": boat,
  "theory/news/unused.jpg": boat,
  "theory/news/a.md": articleText(
    { image: "{ src: river.jpg, alt: 清晨的河, caption: 河面, credit: 方迟 摄 }" },
    '河边的书屋开了门。\n\n![渡船](boat.jpg "老渡口 | 周行 摄")\n\n![](boat.jpg)',
  ),
  "theory/news/draft.md": articleText({ draft: "true", image: "{ src: hidden.jpg, alt: 暗, credit: 密探 摄 }" }),
  "theory/news/other.md": articleText({ draft: "true", image: "{ src: boat.jpg, alt: 暗, credit: 密探 摄 }" }),
});
const site = await printSite(content);

function tags(html: string, name: string): readonly string[] {
  return html.match(new RegExp(`<${name} [^>]*>`, "gu")) ?? [];
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(/ ([a-z]+)="([^"]*)"/gu)].map(([, name = "", value = ""]) => [name, value]));
}

/** The part of the page where the lead picture is, and the part where the body is. */
function halves(html: string): readonly [lead: string, body: string] {
  const [, lead = ""] = /<figure class="lead-image[^"]*">(.*?)<\/figure>/su.exec(html) ?? [];
  const [, body = ""] = /<div class="prose[^>]*>(.*?)<\/div>/su.exec(html) ?? [];
  return [lead, body];
}

function candidates(tag: string): readonly (readonly [path: string, width: number])[] {
  const set = attributesOf(tag).get("srcset") ?? "";
  return set.split(", ").map((each) => {
    const [path = "", width = ""] = each.split(" ");
    return [path, Number.parseInt(width, 10)];
  });
}

test("the lead picture is wanted at once; those of the body wait until they are near", () => {
  const [lead, body] = halves(site.page(page));
  const [first = ""] = tags(lead, "img");
  assert.equal(attributesOf(first).get("fetchpriority"), "high");
  assert.equal(attributesOf(first).get("loading"), undefined);
  assert.equal(tags(body, "img").length, 2);
  for (const tag of tags(body, "img")) {
    assert.equal(attributesOf(tag).get("loading"), "lazy");
    assert.equal(attributesOf(tag).get("fetchpriority"), undefined);
  }
});

test("every picture has width and height, a placeholder in its tone, and no style of its own", () => {
  const html = site.page(page);
  for (const tag of tags(html, "img")) {
    const attributes = attributesOf(tag);
    assert.ok(Number(attributes.get("width")) > 0 && Number(attributes.get("height")) > 0, tag);
    assert.match(attributes.get("class") ?? "", /^tone red-\d+ green-\d+ blue-\d+$/u);
  }
  assert.doesNotMatch(html, / style=/u);
});

test("forms are offered best first with their widths, all of which are published and none wider than the original", () => {
  const published = new Set(site.files);
  const widest = { lead: 1600, body: 700 };
  const [lead, body] = halves(site.page(page));
  for (const [html, most] of [
    [lead, widest.lead],
    [body, widest.body],
  ] as const) {
    const sources = tags(html, "source");
    assert.deepEqual([...new Set(sources.map((tag) => attributesOf(tag).get("type")))], ["image/avif", "image/webp"]);
    for (const tag of [...sources, ...tags(html, "img")]) {
      assert.ok(attributesOf(tag).get("sizes"), "sizes stand beside every srcset");
      for (const [path, width] of candidates(tag)) {
        assert.ok(published.has(path), path);
        assert.ok(width <= most, tag);
      }
    }
  }
});

test("captions and credits are printed, and told to machines with the pictures' sizes", () => {
  const html = site.page(page);
  for (const words of ["河面", "方迟 摄", "老渡口", "周行 摄"]) assert.match(html, new RegExp(`>${words}</span>`, "u"));
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? "";
  const told: readonly Record<string, unknown>[] = JSON.parse(block).image;
  assert.deepEqual(
    told.map(({ caption, creditText, width, height }) => [caption, creditText, width, height]),
    [
      ["河面", "方迟 摄", 1600, 1067],
      ["老渡口", "周行 摄", 700, 500],
    ],
  );
  for (const { url } of told)
    assert.ok(
      site.files.some((path) => String(url).endsWith(path)),
      String(url),
    );
});

test("feeds carry one plain picture with its whole address", () => {
  const feed = site.page("/feed.xml").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
  assert.doesNotMatch(feed, /srcset|<picture|<source/u);
  const [tag = ""] = tags(feed, "img");
  assert.match(attributesOf(tag).get("src") ?? "", /^https:\/\/[^/]+\/pictures\/boat-[0-9a-f]{12}-700\.jpg$/u);
  assert.deepEqual([attributesOf(tag).get("width"), attributesOf(tag).get("height")], ["700", "500"]);
});

test("neither pictures of hidden articles nor unused ones are published, nor what hidden articles credit", async () => {
  const names = new Set(site.files.flatMap((path) => /^\/pictures\/([a-z]+)-/u.exec(path)?.[1] ?? []));
  assert.deepEqual([...names].sort(), ["boat", "river"]);
  const preview = await printSite(content, { isPreview: true });
  assert.notDeepEqual(boatsOf(preview), boatsOf(site), "with another credit they are other files");
});

function boatsOf({ files }: PrintedSite): readonly string[] {
  return files.filter((path) => path.startsWith("/pictures/boat-"));
}

test("the files name whom the published pages name: both where two pages name two, none of a hidden one", async () => {
  const credited = (name: string, more = {}) =>
    articleText({ title: name, ...more }, `![船](boat.jpg "船 | ${name} 摄")`);
  const folder = contentWith({
    "theory/news/boat.jpg": boat,
    "theory/news/a.md": credited("周行"),
    "theory/news/b.md": credited("方迟"),
    "theory/news/c.md": credited("密探", { draft: "true" }),
  });
  const { site: loaded } = await sessionOf(folder).load({ asOf: usualInstant, isPreview: false }, Date.now());
  const files = loaded?.files.filter(({ path }) => path.startsWith("/pictures/")) ?? [];
  assert.ok(files.length > 3);
  for (const { bytes } of files) {
    const xmp = (await sharp(await bytes()).metadata()).xmp?.toString() ?? "";
    assert.match(xmp, />周行 摄 \/ 方迟 摄<|>方迟 摄 \/ 周行 摄</u);
    assert.doesNotMatch(xmp, /密探/u);
  }
});
