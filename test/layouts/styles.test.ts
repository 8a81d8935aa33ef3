import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { bundle } from "lightningcss";

const folder = new URL("../../layouts/styles/", import.meta.url);
const tokens = readFileSync(new URL("tokens.css", folder), "utf8");

test("the style sheet is one file of at most 8 KiB, compressed", () => {
  const { code, warnings } = bundle({ filename: fileURLToPath(new URL("index.css", folder)), minify: true });
  assert.deepEqual(warnings, []);
  const sheet = code.toString();
  assert.doesNotMatch(sheet, /@import|!important/u);
  assert.ok(gzipSync(sheet, { level: 9 }).length <= 8 * 1024);
});

test("every style file is listed in index.css, once", () => {
  const listed = [...readFileSync(new URL("index.css", folder), "utf8").matchAll(/@import "\.\/([^"]+)"/gu)].map(
    ([, file]) => file,
  );
  const there = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".css") && file !== "index.css");
  assert.deepEqual(listed.toSorted(), there.toSorted());
});

test("colours stand in tokens.css alone, print apart", () => {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".css") || file === "tokens.css" || file === "print.css") continue;
    assert.doesNotMatch(readFileSync(new URL(file, folder), "utf8"), /#[0-9a-f]{3,8}\b|(?:rgb|hsl)\(\s*\d/iu, file);
  }
});

/** WCAG 2.2, 1.4.3: 4.5 for text. */
for (const [scheme, place] of [
  ["light", 0],
  ["dark", 1],
] as const) {
  test(`text has enough contrast: ${scheme}`, () => {
    for (const ground of ["paper", "paper-shade"]) {
      for (const text of ["ink", "ink-soft", "accent"]) {
        const found = contrast(colours(ground)[place], colours(text)[place]);
        assert.ok(found >= 4.5, `${text} on ${ground}: ${found.toFixed(2)}`);
      }
    }
  });
}

/** The light and the dark one, red, green and blue from 0 to 1 each. */
function colours(name: string): readonly [readonly number[], readonly number[]] {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)`, "u").exec(tokens) ?? [];
  assert.ok(light && dark, name);
  return [parts(light), parts(dark)];
}

function parts(hex: string): readonly number[] {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
