import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { glyphsOf } from "../../scripts/images/card-glyphs.ts";
import { openFace } from "../../scripts/images/cut-face.ts";
import { packWoff2 } from "../../scripts/images/woff2.ts";
import { faceLetters, faceMarks } from "../../scripts/text/face-characters.ts";
import { hanByFrequency } from "../../scripts/text/han-by-frequency.ts";

const font = readFileSync(
  fileURLToPath(
    import.meta.resolve("@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-600-normal.woff2"),
  ),
);
const usual = { targetFormat: "truetype", noHinting: true, keepFeatures: [], dropTables: [] } as const;

const common = `${hanByFrequency.slice(0, 400)}${hanByFrequency.slice(-100)}${faceLetters}${faceMarks}`;

for (const [text, kind] of [
  [common, "simple outlines"],
  ["版心Éß", "outlines made of others"],
] as const)
  test(`a font with ${kind}, packed as WOFF2, is the same when Google's decoder unpacks it`, async () => {
    const plain = await subsetFont(font, text, usual);
    const packed = packWoff2(plain);
    assert.ok(packed.length < plain.length);
    assert.equal(packed.length % 4, 0);
    const unpacked = await subsetFont(packed, undefined, { ...usual, keepAllGlyphs: true });
    const [before, after] = [glyphsOf(plain), glyphsOf(unpacked)];
    for (const character of text) assert.deepEqual(after(character), before(character), character);
  });

test("common characters take less than 200 bytes each", async () => {
  const cut = await openFace(font, common);
  assert.ok((await cut(common)).length < 200 * common.length);
});

test("a slice has the same bytes whatever else is cut", async () => {
  const all = hanByFrequency + faceLetters + faceMarks;
  const [fromMuch, fromLittle] = [await openFace(font, all), await openFace(font, common)];
  for (let start = 0; start < common.length; start += 48) {
    const slice = common.slice(start, start + 48);
    assert.deepEqual(Buffer.from(await fromLittle(slice)), Buffer.from(await fromMuch(slice)), slice);
  }
});
