import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { articleText, contentWith, sessionOf, usualInstant } from "../newsroom.ts";
import { sharedBrowser } from "./browser.ts";

// What `sizes` says beforehand of a picture's place against the place it gets, and that nothing moves when it comes.
const browser = sharedBrowser();
const { skip } = browser;
const origin = "https://banxin.example";
let page: Page;
const requests: string[] = [];

/** A made-up landscape, large enough for every width. */
async function landscape(hue: number): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 48 * 30 * 3 }, (_, at) => (at * hue) % 251));
  const small = sharp(pixels, { raw: { width: 48, height: 30, channels: 3 } });
  return small.resize(1800, 1125, { kernel: "cubic" }).jpeg().toBuffer();
}

before(async () => {
  if (skip) return;
  const image = (name: string) => `{ src: ${name}.jpg, alt: 河岸, caption: 河岸清晨, credit: 方迟 摄 }`;
  const content = contentWith({
    "theory/news/column.md": "---\ntitle: 资讯\nlayout: digest\n---\n",
    "theory/news/a.jpg": await landscape(7),
    "theory/news/b.jpg": await landscape(11),
    "theory/news/a.md": articleText({ title: "河边书屋", image: image("a") }, "开了门。\n\n![桥](b.jpg)\n\n关了门。"),
    "theory/news/b.md": articleText({ title: "河边书店", image: image("b"), date: "2026-03-02 09:30:00" }),
    "theory/news/c.md": articleText({ title: "河边书亭", image: image("b"), date: "2026-03-03 09:30:00" }),
  });
  const masthead = { asOf: usualInstant, isPreview: false };
  const { site, problems } = await sessionOf(content).load(masthead, Date.now());
  assert.ok(site, JSON.stringify(problems));
  const pages = new Map(site.pages.map((each) => [each.path, each]));
  const files = new Map(site.files.map((each) => [each.path, each]));
  page = await browser.newPage();
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path.startsWith("/pictures/")) requests.push(path);
    const found = [...pages.values()].find((each) => each.path === path);
    if (found !== undefined) return route.fulfill({ contentType: "text/html; charset=utf-8", body: found.text() });
    const file = [...files.values()].find((each) => each.path === path);
    if (file === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: typeOf(path), body: Buffer.from(await file.bytes()) });
  });
});

function typeOf(path: string): string {
  const types = { css: "text/css", js: "text/javascript", avif: "image/avif", woff2: "font/woff2" } as const;
  const ending = path.split(".").at(-1);
  return Object.entries(types).find(([each]) => each === ending)?.[1] ?? "application/octet-stream";
}

/** Each picture of the page: its width as it is printed, and as its `sizes` says it without having seen it, in CSS px. */
function widths(): Promise<readonly { readonly name: string; readonly printed: number; readonly said: number }[]> {
  return page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLImageElement>("picture > img")].map(async (image) => {
        const probe = new Image();
        probe.sizes = image.sizes.replace("auto, ", "");
        probe.srcset = image.srcset;
        await probe.decode();
        // With descriptors of width, a picture's own width is what `sizes` says.
        return {
          name: image.closest("figure, li")?.className || (image.closest("section, ol")?.className ?? ""),
          printed: image.getBoundingClientRect().width,
          said: probe.naturalWidth,
        };
      }),
    ),
  );
}

for (const width of [360, 414, 700, 800, 1000, 1100, 1240, 1440, 1900, 2000, 2600, 3600]) {
  test(`sizes say how wide pictures are printed in a window of ${width} px`, { skip }, async () => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/theory/news/2026/03/a/", "/theory/news/", "/"]) {
      await page.goto(origin + path);
      const found = (await widths()).filter(({ printed }) => printed > 0);
      assert.ok(found.length > 0, path);
      for (const { name, printed, said } of found)
        assert.ok(Math.abs(said - printed) <= 0.1 * printed + 4, `${path} ${name}: said ${said}, printed ${printed}`);
    }
  });
}

test("a phone loads no more of a picture than it can show, in the best form", { skip }, async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  requests.length = 0;
  await page.goto(`${origin}/theory/news/2026/03/a/`, { waitUntil: "networkidle" });
  assert.deepEqual(
    requests.filter((path) => path.includes("/a-")).map((path) => path.replace(/[0-9a-f]{12}/u, "…")),
    ["/pictures/a-…-400.avif"],
  );
});

test("a picture has its place and its tone before it is there, and moves nothing when it comes", { skip }, async () => {
  await page.setViewportSize({ width: 1240, height: 900 });
  const heightWithout = await heightOf(true);
  assert.equal(await heightOf(false), heightWithout);
  assert.ok(heightWithout > 1000);
});

/** The height of the article's main part, with or without its pictures. */
async function heightOf(areRefused: boolean): Promise<number> {
  const refuse = (route: Parameters<Parameters<Page["route"]>[1]>[0]) => route.abort();
  if (areRefused) await page.route(/\/pictures\//u, refuse);
  await page.goto(`${origin}/theory/news/2026/03/a/`);
  const colour = await page.locator(".lead-image img").evaluate((image) => getComputedStyle(image).backgroundColor);
  assert.match(colour, /^rgb\((?:\d+, ){2}\d+\)$/u);
  const height = await page.locator("main").evaluate((main) => main.getBoundingClientRect().height);
  await page.unroute(/\/pictures\//u, refuse);
  return height;
}
