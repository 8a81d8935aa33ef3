import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { sharedBrowser } from "./browser.ts";
import { linesOf, showText, styleSheet } from "./set-page.tsx";

// W3C clreq (Requirements for Chinese Text Layout) and GB/T 15834-2011 (General rules for punctuation), as a browser prints them.
const browser = sharedBrowser();
const { skip } = browser;
let page: Page;
before(async () => {
  if (!skip) page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
});

const han = "江水东流城市依岸而起人们在桥上看船来船往春天的雨落在青石板路面";
const marked =
  "列奥纳多·达·芬奇到过“北京—上海”沿线，从5～8月（有人说是6—9月）走了120公里；他写道：“河／海／湖，都是水！”《水》〈上〉、「下」『中』【左】〔右〕……真的？——是的：水、土、木。";

/** `check` on the lines of `markdown`'s first paragraph at every width from 8 to 24 characters. */
async function atEveryWidth(markdown: string, check: (lines: readonly string[], width: number) => void): Promise<void> {
  await showText(page, { markdown });
  for (let width = 8; width <= 24; width++) {
    const lines = await linesOf(page, ".set > p", width);
    check(
      lines.map(({ text }) => text),
      width,
    );
  }
}

test("marks that may not begin a line never do (clreq 3.1.3; GB/T 15834, 5.1.1 to 5.1.9)", { skip }, async () => {
  await atEveryWidth(marked, (lines, width) => {
    for (const line of lines)
      assert.doesNotMatch(line, /^(?:[，。、；：？！”’》〉）】〕」』·～／…]|—(?!—))/u, `${width}: ${lines}`);
  });
});

test("opening marks and slashes never end a line (clreq 3.1.3; GB/T 15834, 5.1.3 and 5.1.9)", { skip }, async () => {
  await atEveryWidth(marked, (lines, width) => {
    for (const line of lines) assert.doesNotMatch(line, /[“‘《〈（【〔「『／]$/u, `${width}: ${lines}`);
  });
});

test("—— and …… are never parted, and —— may begin a line (GB/T 15834, 5.1.4 and 5.1.5)", { skip }, async () => {
  let begins = 0;
  await atEveryWidth(`${han.slice(0, 9)}——${han.slice(0, 8)}……${han.slice(0, 12)}`, (lines) => {
    for (const line of lines) {
      assert.doesNotMatch(line, /^—(?!—)|(?<!—)—$|^…|(?<!…)…$/u);
      if (line.startsWith("——")) begins++;
    }
  });
  assert.ok(begins > 0);
});

test("a number stays with its unit (clreq 3.1.3)", { skip }, async () => {
  const units = ["120公里", "2020年", "3.5万亿元", "5 kg", "25℃", "30%", "3,000多万人"];
  await atEveryWidth(units.map((unit, at) => han.slice(at, at + 4) + unit).join(""), (lines, width) => {
    if (width < 8) return;
    const printed = lines.join("|");
    for (const unit of units) assert.ok(printed.includes(unit), `${width}: ${printed}`);
  });
});

test("no single character stands on the last line (clreq 3.1.9; GB/T 15834, 5.1.11)", { skip }, async () => {
  for (let length = 20; length <= 30; length++) {
    await atEveryWidth(`${han.slice(0, length)}。`, (lines, width) => {
      assert.match(lines.at(-1) ?? "", /\p{L}{2}。$/u, `${length} at ${width}: ${lines}`);
    });
  }
});

test("a line holds a whole number of characters, and both edges are even (clreq 3.1.4)", { skip }, async () => {
  await showText(page, { markdown: `${han.repeat(4)}桥下水流` });
  for (const [width, whole] of [
    [12.3, 12],
    [20, 20],
    [25.9, 25],
    [60, 34],
  ] as const) {
    const lines = await linesOf(page, ".set > p", width);
    for (const [at, { text, left, right }] of lines.slice(0, -1).entries()) {
      assert.equal(text.length, at === 0 ? whole - 2 : whole, `${width}`);
      assert.ok(Math.abs(left - (at === 0 ? 2 : 0)) < 0.02 && Math.abs(right - whole) < 0.02, `${left} ${right}`);
    }
  }
});

test("lines of unequal text reach the same edge (clreq 3.1.4)", { skip }, async () => {
  await showText(page, { markdown: `${han}Latin words${han}2,048${han}` });
  for (const { right } of (await linesOf(page, ".set > p", 15)).slice(0, -1)) assert.ok(Math.abs(right - 15) < 0.05);
});

test("a web address, a long name or code without spaces stretches no line before it, and is copied as written", {
  skip,
}, async () => {
  const words = [
    "https://banxin.example/a1b2c3d4e5f60718293a4b5c6d7e8f90?year=2025",
    "https://www.banxin.example/theory/news/2026/03/index.html",
    "Very_Long_File_Name_Of_A_Report.tar.gz",
    "readers.letters.office@banxin.example",
    "`aFunctionWithAVeryLongName(anArgument)`",
  ];
  for (const word of words) {
    const markdown = `${han.slice(0, 9)}${word}${han.slice(0, 20)}`;
    await showText(page, { markdown });
    for (let width = 8; width <= 24; width++) {
      for (const { text, left, right } of (await linesOf(page, ".set > p", width)).slice(0, -1)) {
        const hanCount = text.match(/\p{Script=Han}/gu)?.length ?? 0;
        assert.ok(right - left < hanCount + 0.75 * (text.length - hanCount) + 1.5, `${width}: ${text}`);
      }
    }
    assert.equal(
      await page.evaluate(() => document.querySelector(".set > p")?.textContent),
      markdown.replaceAll("`", ""),
    );
  }
});

test("a gap is drawn between Han and Latin, and no space is typed (clreq 3.2.2)", { skip }, async () => {
  await showText(page, { markdown: "用Linux写" });
  const [line] = await linesOf(page, ".set > p", 30);
  await showText(page, { markdown: "用Linux写", styles: `${styleSheet} body { text-autospace: no-autospace }` });
  const [tight] = await linesOf(page, ".set > p", 30);
  assert.equal(line?.text, "用Linux写");
  const gaps = (line?.right ?? 0) - (tight?.right ?? 0);
  assert.ok(gaps > 0.2 && gaps < 0.6, `${gaps}`);
});

const pairs = ["》、", "。”", "，“", "：“", "”，", "）《", "（《", "》）", "」。"];
for (const [by, styles] of [
  ["the browser", styleSheet],
  [
    "marks of the build where the browser cannot",
    `${styleSheet.replaceAll(/@supports not ?\(text-spacing-trim:[^)]*\)/gu, "@supports (color: red)")} body { text-spacing-trim: space-all }`,
  ],
] as const) {
  test(`two adjacent marks take one and a half characters, by ${by} (clreq 3.1.6.1)`, { skip }, async () => {
    await showText(page, { markdown: pairs.map((pair) => `江${pair}水`).join("\n\n"), styles });
    for (const [at, pair] of pairs.entries()) {
      const [line] = await linesOf(page, `.set > p:nth-child(${at + 1})`);
      const width = (line?.right ?? 0) - (line?.left ?? 0);
      assert.ok(Math.abs(width - 3.5) < 0.02, `${pair}: ${width}`);
    }
  });
}

test("an opening mark that begins a line loses its empty half, but a paragraph's first does not (clreq 3.1.6.2)", {
  skip,
}, async () => {
  await showText(page, { markdown: `《${han.slice(0, 9)}《${han}` });
  const lines = await linesOf(page, ".set > p", 12);
  assert.equal(lines[0]?.text, `《${han.slice(0, 9)}`);
  // A line that begins with half a mark has room for as many characters, and half a one is spread among them.
  assert.equal(lines[1]?.text.slice(0, 2), `《${han.charAt(0)}`);
  assert.ok((lines[0]?.right ?? 0) - (lines[0]?.left ?? 0) > 9.98);
});

test("a closing mark that would not fit at a line's end loses half its width (clreq 3.1.6.2)", { skip }, async () => {
  const line = `${han.slice(0, 4)}》（${han.slice(4, 8)}）`;
  await showText(page, { markdown: `${line}${han}` });
  // Two of indent, 4, 1.5, 4 and half of the last: 12.
  assert.equal((await linesOf(page, ".set > p", 12))[0]?.text, line);
});

test("what is copied is what was written", { skip }, async () => {
  const markdown = `${marked}他说don’t。\n\n走了2020年的120公里。`;
  await showText(page, { markdown });
  const copied = await page.evaluate(() => {
    const selection = getSelection();
    selection?.selectAllChildren(document.querySelector(".set") ?? document.body);
    return selection?.toString() ?? "";
  });
  assert.equal(copied.trim(), markdown);
});
