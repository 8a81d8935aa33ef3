import assert from "node:assert/strict";
import { test } from "node:test";
import { type Card, cardSize, charactersOfCard } from "../../scripts/images/card.ts";
import { glyphsOf } from "../../scripts/images/card-glyphs.ts";
import { drawCard } from "../../scripts/images/draw-card.ts";
import { readPicture } from "../../scripts/images/read-picture.ts";
import { loadFont } from "../../scripts/site/face-cutter.ts";
import { faceLetters, faceMarks, isInFace } from "../../scripts/text/face-characters.ts";
import { hanByFrequency } from "../../scripts/text/han-by-frequency.ts";

const glyphOf = glyphsOf(loadFont());

function draw(card: Card): Promise<Uint8Array> {
  const characters = [...charactersOfCard(card)];
  return drawCard(card, new Map(characters.flatMap((each) => [[each, glyphOf(each) ?? assert.fail(each)] as const])));
}

const card: Card = {
  publication: "版心周刊",
  column: "理论",
  headline: "用 PHP 重读《实践论》：调查、研究与“从群众中来”——Café",
};

test("a card is a picture of the size that is promised", async () => {
  const reading = await readPicture(await draw(card), "jpg");
  const { width, height } = reading.picture ?? assert.fail(JSON.stringify(reading));
  assert.deepEqual({ width, height }, cardSize);
});

test("the same card is drawn the same", async () => {
  assert.deepEqual(await draw(card), await draw({ ...card }));
});

test("a headline too long for any size is cut off and drawn all the same", async () => {
  assert.ok((await draw({ ...card, headline: "河边的书屋开了门，".repeat(30) })).length > 0);
});

test("a card without the glyph of one of its characters is a bug", async () => {
  await assert.rejects(drawCard(card, new Map()), /no glyph for/u);
});

test("the font has every character that the face promises", () => {
  const promised = `${hanByFrequency}${faceLetters}${faceMarks} ÀÖØöøÿé`;
  assert.deepEqual(
    [...promised].filter((character) => !isInFace(character) || glyphOf(character) === undefined),
    [],
  );
  assert.equal(new Set(hanByFrequency).size, hanByFrequency.length);
});

test("the face promises no emoji and no rare characters", () => {
  for (const character of ["🎂", "𠮷", "鼯", "Ж", "\u00ad"]) assert.equal(isInFace(character), false, character);
});
