import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { sharedBrowser } from "./browser.ts";
import { linesOf, showText } from "./set-page.tsx";

// W3C clreq (Requirements for Chinese Text Layout) and GB/T 15834-2011, as a browser prints them: what is not a matter of lines.
const browser = sharedBrowser();
const { skip } = browser;
let page: Page;
before(async () => {
  if (!skip) page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
});

/** Where the first line of each element begins, in characters from the left edge of the text. */
async function indents(selector: string): Promise<readonly number[]> {
  const count = await page.locator(selector).count();
  const found: number[] = [];
  for (let at = 0; at < count; at++) {
    found.push(
      await page
        .locator(selector)
        .nth(at)
        .evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const start = range.getClientRects()[0]?.left ?? 0;
          return Math.round(
            (start - element.getBoundingClientRect().left) / Number.parseFloat(getComputedStyle(element).fontSize),
          );
        }),
    );
  }
  return found;
}

/** The first face of an element that is asked for, and its width in characters of its own size. */
async function faceOf(selector: string): Promise<{ readonly face: string; readonly width: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { fontFamily, fontSize } = getComputedStyle(element);
      return {
        face: fontFamily.split(",")[0]?.replaceAll('"', "") ?? "",
        width: element.getBoundingClientRect().width / Number.parseFloat(fontSize),
      };
    });
}

test("every paragraph of prose begins two characters in, whatever stands before it (clreq 3.1.8)", {
  skip,
}, async () => {
  await showText(page, {
    markdown:
      "首段。\n\n## 标题\n\n标题之后。\n\n> 引文。\n>\n> 又一段。\n\n引文之后。\n\n![图](a.png)\n\n图之后。\n\n- 列\n\n列表之后。".replaceAll(
        "\\\n",
        "\n",
      ),
  });
  assert.deepEqual(await indents(".set > p"), [2, 2, 2, 2, 2]);
  assert.deepEqual(await indents(".set > blockquote > p"), [2, 2]);
});

test("lists, captions, notes and a sentence that goes on after a display are not indented (clreq 3.1.8)", {
  skip,
}, async () => {
  await showText(page, {
    markdown:
      '正文[^1]。\n\n- 列\n\n  列中一段。\n\n![图](a.png "图注 | 某人 摄")\n\n他写道，\n\n> 江水。\n\n便走了。\n\n[^1]: 注。'.replaceAll(
        "\\\n",
        "\n",
      ),
  });
  assert.deepEqual(await indents(".set li > p"), [0, 0, 0]);
  assert.deepEqual(await indents(".set figcaption"), [0]);
  assert.deepEqual(await indents(".set > p"), [2, 2, 0]);
});

test("dots of emphasis stand below the characters, which keep upright (GB/T 15834, 4.11; clreq 3.4.3)", {
  skip,
}, async () => {
  await showText(page, { markdown: "一*一*" });
  const [plain, dotted] = [await inkBelow(0), await inkBelow(1)];
  assert.ok(plain === 0 && dotted >= 1, `${plain} ${dotted}`);
  assert.equal(await page.locator("em").evaluate((em) => getComputedStyle(em).fontStyle), "normal");
});

/** How many dark pixels lie in the lower third of the line box, below the first paragraph's character at `at`. */
async function inkBelow(at: number): Promise<number> {
  const box = await page.locator(".set > p").boundingBox();
  assert.ok(box);
  const clip = { x: box.x + 40 + at * 20, y: box.y + box.height * 0.7, width: 20, height: box.height * 0.3 };
  const { data } = await sharp(await page.screenshot({ clip }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((shade) => shade < 200).length;
}

test("readings stand above their characters, at half their size (clreq 3.3.2)", { skip }, async () => {
  await showText(page, { markdown: "{漢字|hàn zì}" });
  const { base, reading, sizes } = await page.evaluate(() => {
    const ruby = document.querySelector("ruby");
    const rt = document.querySelector("rt");
    const range = document.createRange();
    range.selectNode(ruby?.firstChild ?? document);
    return {
      base: range.getBoundingClientRect(),
      reading: rt?.getBoundingClientRect() ?? new DOMRect(),
      sizes: [ruby, rt].map((each) => (each ? Number.parseFloat(getComputedStyle(each).fontSize) : 0)),
    };
  });
  assert.ok(reading.y + reading.height <= base.y + base.height / 4);
  assert.ok(Math.abs(reading.x + reading.width / 2 - (base.x + base.width / 2)) < base.width);
  assert.equal((sizes[1] ?? 0) * 2, sizes[0]);
});

test("headings break between words, and a word too long for its line breaks all the same", { skip }, async () => {
  const words = ["坚持", "人民", "中心", "发展", "思想", "长江", "经济"];
  await showText(page, { markdown: "## 坚持以人民为中心的发展思想与长江经济带的建设\n\n文" });
  for (let width = 8; width < 24; width++) {
    const lines = (await linesOf(page, "h2", width)).map(({ text }) => text).join("|");
    for (const word of words) assert.ok(lines.includes(word), `${width}: ${lines}`);
    assert.doesNotMatch(lines, /\|[的，]|\|.$/u, `${width}: ${lines}`);
  }
  await showText(page, { markdown: `## ${"Donaudampfschifffahrt".repeat(4)}\n\n文`, width: 12 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  for (const { right } of await linesOf(page, "h2", 12)) assert.ok(right <= 12.01);
});

test("quotations and 编者按 are set in 楷体", { skip }, async () => {
  await showText(page, {
    markdown: "> 引文。",
    html: '<aside class="editors-note"><div class="set"><p>编者按</p></div></aside>',
  });
  assert.equal((await faceOf("blockquote p")).face, "Kaiti SC");
  assert.equal((await faceOf(".editors-note p")).face, "Kaiti SC");
});

test("notes are numbered ①②③, lead to the note and back, and their numbers begin no line", { skip }, async () => {
  await showText(page, {
    markdown: `${"一二三四五六七八九十，".repeat(3).replaceAll("，", "，[^a]")}。\n\n[^a]: 注。`,
  });
  for (let width = 8; width < 20; width++) {
    for (const { text } of await linesOf(page, ".set > p", width)) assert.doesNotMatch(text, /^[\u2060①]/u);
  }
  await page.locator(".footnote-ref a").first().click();
  assert.equal(new URL(page.url()).hash, "#fn-1");
  await page.locator(".footnote-back").first().click();
  assert.equal(new URL(page.url()).hash, "#fnref-1");
});

test("quotation marks, dashes and ellipses are as wide as the characters, and of their face (GB/T 15834, 5.1)", {
  skip,
}, async () => {
  await showText(page, { markdown: "江“江”江‘江’江……江" });
  const [line] = await linesOf(page, ".set > p", 30);
  assert.equal(Math.round(((line?.right ?? 0) - (line?.left ?? 0)) * 10) / 10, 12);
});

test("an apostrophe in a Latin word and runs in Latin languages have a Latin face", { skip }, async () => {
  await showText(page, { markdown: 'don’t和<q lang="en">quoted</q>与<cite lang="fr">mot</cite>' });
  assert.ok((await faceOf(".apostrophe")).width < 0.5);
  for (const run of ["q", "cite", ".apostrophe"]) assert.equal((await faceOf(run)).face, "Charter", run);
  const quotes = await page.locator("q").evaluate((q) => getComputedStyle(q).quotes);
  assert.match(quotes, /“" "”/u);
});

test("in zh-Hant the faces are those of Taiwan, quotations take 「」, and points in mid-square are not trimmed", {
  skip,
}, async () => {
  await showText(page, { markdown: "<q>江水</q>。」", language: "zh-Hant" });
  assert.equal((await faceOf(".set > p")).face, "PingFang TC");
  assert.match(await page.locator("q").evaluate((q) => getComputedStyle(q).quotes), /^"「" "」" "『" "』"/u);
  assert.equal(await page.locator(".half.point").evaluate((mark) => getComputedStyle(mark).letterSpacing), "normal");
});
