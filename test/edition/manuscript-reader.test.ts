import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { contentKind } from "../../scripts/edition/content-kinds.ts";
import type { ManuscriptName } from "../../scripts/edition/load-readings.ts";
import { manuscriptReader } from "../../scripts/edition/manuscript-reader.ts";
import { root } from "../newsroom.ts";

const fixtures = join(root, "test/fixtures");

/** Every manuscript of the fixtures, good and bad; single bad examples are read as articles. */
const names = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:md|yaml)$/u.test(file) && !file.endsWith("README.md"))
  .sort()
  .flatMap((file): readonly ManuscriptName[] => {
    const kind = contentKind(file.replace(/^(?:newsroom|desk|problems\/[^/]+(?=\/))\//u, ""));
    return kind === "misplaced" || kind === "unlisted" ? [] : [{ file, kind }];
  });

/** What reading every one gives, by file, when they are read in the order of `all`. */
function readingsOf(all: readonly ManuscriptName[]): ReadonlyMap<string, unknown> {
  const terms = { code: "code", zone: "Asia/Shanghai", language: "zh-Hans", words: [], isProofread: false } as const;
  const read = manuscriptReader(fixtures, terms);
  return new Map(
    all.map((name) => {
      const { reading, htmls, terms: found } = read(name);
      const texts = htmls.map(([key, html]) => [key, Buffer.from(html).toString()]);
      return [name.file, [Buffer.from(reading).toString(), texts, found && Buffer.from(found[1]).toString("hex")]];
    }),
  );
}

test("what a manuscript gives does not depend on what was read before it, or how much", () => {
  assert.ok(names.length > 150);
  const first = readingsOf(names);
  // As many as a large newsroom has, so that whatever is made ready for many is in use.
  for (let turn = 0; turn < 4; turn++) readingsOf(names);
  const last = readingsOf([...names].reverse());
  for (const { file } of names) assert.deepEqual(last.get(file), first.get(file), file);
});
