import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { copyFindings } from "../../../scripts/text/copy/copy-findings.ts";
import { readRunningText } from "../../../scripts/text/copy/running-text.ts";
import { root } from "../../newsroom.ts";

// Every slip that the copy desk looks for is planted, one at a time and wherever it can stand, in a text that has none.

const clean = readFileSync(join(root, "test/fixtures/copy-desk/clean.md"), "utf8");
const published = { year: 2026, month: 3, day: 1 };

const findingsIn = (text: string) => copyFindings(readRunningText(text), published);

/** A slip: which rule finds it, where it can be planted, and what it makes of that place. */
interface Slip {
  readonly rule: string;
  readonly where: RegExp;
  readonly planted: (match: RegExpMatchArray) => string;
}

const half: Readonly<Record<string, string>> = { "，": ",", "。": ".", "：": ":", "；": ";", "？": "?", "！": "!" };
const sentence = /(?<=[。\n])[\u4e00-\u9fff，]{10,40}。/gu;

const slips: readonly Slip[] = [
  {
    rule: "half-width-mark",
    where: /(?<=[\u4e00-\u9fff])[，；：？！](?=[\u4e00-\u9fff\n])/gu,
    planted: ([mark]) => half[mark] ?? mark,
  },
  {
    rule: "half-width-mark",
    where: /(?<=[\u4e00-\u9fff])[，。；？！](?=[\u4e00-\u9fff])/gu,
    planted: ([mark]) => `${half[mark] ?? mark} `,
  },
  { rule: "half-width-mark", where: /(?<=[\u4e00-\u9fff”》）])。(?=\n)/gu, planted: () => "." },
  { rule: "half-width-mark", where: /(?<=[”》）])，/gu, planted: () => ", " },
  { rule: "half-width-bracket", where: /（([^）]+)）/gu, planted: ([, inside]) => `(${inside})` },
  { rule: "half-width-bracket", where: /（([^）]+)）/gu, planted: ([, inside]) => ` (${inside}) ` },
  { rule: "half-width-bracket", where: /（([^）]+)）/gu, planted: ([, inside]) => `（${inside})` },
  { rule: "mark-unpaired", where: /[《》“”（）]/gu, planted: () => "" },
  { rule: "straight-quote", where: /“([^”]+)”/gu, planted: ([, inside]) => `"${inside}"` },
  { rule: "straight-quote", where: /“([^”]+)”/gu, planted: ([, inside]) => `'${inside}'` },
  { rule: "dots-for-ellipsis", where: /(?<=[\u4e00-\u9fff])[。，](?=[\u4e00-\u9fff\n])/gu, planted: () => "..." },
  { rule: "dots-for-ellipsis", where: /(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff\n])/gu, planted: () => "。。。" },
  { rule: "hyphens-for-dash", where: /(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/gu, planted: () => "--" },
  { rule: "hyphens-for-dash", where: /(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/gu, planted: () => " -- " },
  {
    rule: "quote-nesting",
    where: /“([^”]{6,})”/gu,
    planted: ([, inside = ""]) => `“${inside.slice(0, 2)}“${inside.slice(2, 4)}”${inside.slice(4)}”`,
  },
  {
    rule: "quote-nesting",
    where: /《([^》]+)》/gu,
    planted: ([, inside = ""]) => `《${inside.slice(0, 2)}《${inside.slice(2)}》考》`,
  },
  { rule: "full-width-letter", where: /(?<=[\u4e00-\u9fff])，/gu, planted: () => "２０２６年，" },
  { rule: "full-width-letter", where: /(?<=[\u4e00-\u9fff])，/gu, planted: () => "，Ａ区" },
  { rule: "particle-twice", where: /(?<![目是为除知])[的了](?=[^了解的])/gu, planted: ([mark]) => mark + mark },
  { rule: "sentence-twice", where: sentence, planted: ([each]) => each + each },
  {
    rule: "paragraph-twice",
    where: /(?<=\n\n)[^\n#]{50,}(?=\n)/gu,
    planted: ([each]) => `${each}\n\n书屋照旧开门。\n\n${each}`,
  },
  { rule: "weekday-wrong", where: /(?<=。)(?=[\u4e00-\u9fff])/gu, planted: () => "3月9日（星期三）照常开门。" },
  { rule: "weekday-wrong", where: /(?<=。)(?=[\u4e00-\u9fff])/gu, planted: () => "2025年12月7日周六闭馆。" },
];

const letters = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/** `text` with all mends of its findings. */
function mended(text: string): string {
  const mends = findingsIn(text)
    .flatMap((each) => each.mends)
    .sort((a, b) => b.from - a.from);
  return mends.reduce((whole, { from, to, text: fresh }) => whole.slice(0, from) + fresh + whole.slice(to), text);
}

test("no mend of a planted slip changes a letter, and half-width marks and brackets come back as they were", () => {
  for (const { rule, where, planted } of slips) {
    for (const match of clean.matchAll(where)) {
      const text = clean.slice(0, match.index) + planted(match) + clean.slice(match.index + match[0].length);
      const whole = mended(text);
      assert.equal(letters(whole), letters(text));
      if (rule.startsWith("half-width") && whole !== text) assert.equal(whole, clean);
    }
  }
});

test("a clean text has no findings", () => {
  assert.deepEqual(findingsIn(clean), []);
});

for (const [number, { rule, where, planted }] of slips.entries()) {
  test(`of planted slips of ${rule} (${number + 1}) at least 95 % are found, each in its line`, () => {
    const places = [...clean.matchAll(where)];
    assert.ok(places.length >= 2, `only ${places.length} places`);
    const missed = places.filter((match) => {
      const text = clean.slice(0, match.index) + planted(match) + clean.slice(match.index + match[0].length);
      const from = clean.lastIndexOf("\n", match.index - 1);
      return !findingsIn(text).some((each) => each.rule === rule && each.index > from);
    });
    const shown = missed.map(({ index }) => clean.slice(index - 8, index + 12));
    assert.ok(
      missed.length <= 0.05 * places.length,
      `${missed.length} of ${places.length} missed: ${shown.join(" | ")}`,
    );
  });
}
