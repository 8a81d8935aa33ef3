import assert from "node:assert/strict";
import { test } from "node:test";
import { rangesOf } from "../../scripts/site/face-rules.ts";
import { faceSlices } from "../../scripts/site/face-slices.ts";
import { hanByFrequency } from "../../scripts/text/han-by-frequency.ts";

const none = new Set("");

test("every character of a headline that the font has is in one slice and no other", () => {
  const used = new Set(hanByFrequency.slice(0, 3000));
  const slices = faceSlices(used, new Set("版心"));
  const all = slices.join("");
  assert.equal(new Set(all).size, all.length);
  for (const character of used) assert.ok(all.includes(character), character);
});

test("what stands on every page has a slice of its own", () => {
  const [own, ...rest] = faceSlices(new Set("版心的文章"), new Set("版心"));
  assert.equal([...(own ?? "")].sort().join(""), [..."版心"].sort().join(""));
  assert.ok(rest.every((slice) => !/[版心]/u.test(slice)));
});

test("a new headline changes the slices of its new characters alone", () => {
  const before = faceSlices(new Set(hanByFrequency.slice(0, 2000)), none);
  const after = faceSlices(new Set(`${hanByFrequency.slice(0, 2000)}${hanByFrequency[3000]}`), none);
  assert.equal(after.filter((slice) => !before.includes(slice)).length, 1);
  assert.deepEqual(
    before.filter((slice) => !after.includes(slice)),
    [],
  );
});

test("letters and marks are there whole or not at all", () => {
  assert.equal(faceSlices(new Set("的"), none).length, 1);
  const slices = faceSlices(new Set("的A，"), none);
  assert.ok(slices.some((slice) => slice.includes("Aa") || (slice.includes("A") && slice.includes("z"))));
  assert.ok(slices.some((slice) => slice.includes("，") && slice.includes("》")));
});

test("no slice holds a space or what the font lacks", () => {
  assert.deepEqual(faceSlices(new Set([" ", "\u00a0", "𠮷", "🎂"]), none), []);
});

test("the same characters in any order give the same slices", () => {
  const forward = [...hanByFrequency.slice(0, 500)];
  assert.deepEqual(faceSlices(new Set(forward), none), faceSlices(new Set(forward.toReversed()), none));
});

test("neighbouring code points are one range", () => {
  assert.equal(rangesOf("cab一"), "U+61-63,U+4e00");
});
