import assert from "node:assert/strict";
import { test } from "node:test";
import { type TermSource, termsOf } from "../../../scripts/edition/related/terms.ts";

function source(fields: Partial<TermSource>): TermSource {
  return { title: "", headings: [], keywords: [], text: "", ...fields };
}

/** The weight of the one term that `text` is made of, among the terms of `fields`; 0 when it is not there. */
function weightOf(text: string, fields: Partial<TermSource>): number {
  const [wanted] = termsOf(source({ text })).hashes;
  const { hashes, weights } = termsOf(source(fields));
  return weights[hashes.indexOf(wanted ?? -1)] ?? 0;
}

/** As many Han characters as asked for, hardly two pairs alike. */
function longText(length: number): string {
  const characters = Array.from({ length }, (_, i) => 0x4e00 + ((i * i * 7 + i * 131) % 20_000));
  return characters.map((code) => String.fromCodePoint(code)).join("");
}

test("neighbouring Han characters are terms and stay within their phrase", () => {
  assert.equal(termsOf(source({ text: "稻田水利" })).hashes.length, 3);
  assert.equal(weightOf("田水", { text: "稻田水利" }), 1);
  assert.equal(weightOf("田水", { text: "稻田，水利" }), 0);
  assert.equal(weightOf("稻田", { text: "稻田里的稻田" }), 2);
});

test("a Han character alone is a term of its own", () => {
  assert.equal(weightOf("家", { text: "读《家》之后" }), 1);
});

test("Han characters beyond the basic plane count as one character each", () => {
  assert.equal(termsOf(source({ text: "𠮷𡈽𠀋" })).hashes.length, 2);
});

test("words of other scripts are terms, alone and with the neighbour a single joiner parts them from", () => {
  const fields = { text: "Open Access，Node.js; café" };
  for (const term of ["open", "access", "node", "js", "café"]) assert.equal(weightOf(term, fields), 1, term);
  assert.equal(termsOf(source(fields)).hashes.length, 5 + 2);
});

test("letters that differ in form or case alone are the same", () => {
  for (const [written, meant] of [
    ["ＣＯＤＥＸ", "codex"],
    ["Café", "cafe\u0301"],
    ["МОСТ", "мост"],
    ["C＋＋", "c++"],
  ] as const) {
    assert.deepEqual(termsOf(source({ text: written })), termsOf(source({ text: meant })), written);
  }
  assert.notDeepEqual(termsOf(source({ text: "C++" })), termsOf(source({ text: "C" })));
});

test("a headline weighs most, then kicker, subtitle and keywords, then summary and headings, then the body", () => {
  const weights = [
    { title: "运河" },
    { kicker: "运河" },
    { subtitle: "运河" },
    { keywords: ["运河"] },
    { summary: "运河" },
    { headings: ["运河"] },
    { text: "运河" },
  ].map((fields) => weightOf("运河", fields));
  assert.deepEqual(weights, [16, 4, 4, 4, 2, 2, 1]);
  assert.equal(weightOf("运河", { title: "运河", text: "运河与运河" }), 18);
});

test("two keywords or headings side by side make no term across their border", () => {
  assert.equal(weightOf("河水", { keywords: ["运河", "水利"], headings: ["运河", "水利"] }), 0);
});

test("hashes are ascending and no two are alike", () => {
  const { hashes, weights } = termsOf(source({ title: "运河水利志", text: longText(900) }));
  assert.equal(hashes.length, weights.length);
  for (let i = 1; i < hashes.length; i++) assert.ok((hashes[i - 1] ?? 0) < (hashes[i] ?? 0));
});

test("an article without a letter has no terms", () => {
  for (const text of ["", " \n\n", "……——！？", "🌾🌾"]) assert.equal(termsOf(source({ text })).hashes.length, 0, text);
});

test("however long an article is, its terms are bounded and the heaviest remain", () => {
  const text = longText(60_000);
  const { hashes } = termsOf(source({ title: "运河", text }));
  assert.equal(hashes.length, 1024);
  assert.equal(weightOf("运河", { title: "运河", text }), 16);
  assert.equal(weightOf("运河", { text: "运河。".repeat(70_000) }), 65_535);
});

test("an article's terms do not depend on the articles read before it", () => {
  const fields = source({ title: "稻田里的水利", text: "一条渠养一村人。Water rights." });
  const alone = termsOf(fields);
  termsOf(source({ text: longText(20_000) }));
  termsOf(source({ text: longText(500) }));
  assert.deepEqual(termsOf(fields), alone);
});

test("the hashes of terms never change, since they are remembered between builds", () => {
  const { hashes, weights } = termsOf(source({ title: "版心", text: "版心 C++" }));
  assert.deepEqual(Array.from(hashes), [367_014_626, 3_222_942_482]);
  assert.deepEqual(Array.from(weights), [1, 17]);
});
