import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readFrontMatter } from "../../scripts/article/front-matter.ts";
import { readFields } from "../../scripts/article/read.ts";
import { type ArticleSchema, articleSchema } from "../../scripts/article/schema.ts";

const fixtures = new URL("../fixtures/", import.meta.url);

function outcomes(schema: ArticleSchema): readonly unknown[] {
  const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return files.flatMap((file) => {
    const { fields, places, keyPlaces } = readFrontMatter({
      file,
      text: readFileSync(new URL(file, fixtures), "utf8"),
    });
    return fields === undefined ? [] : [readFields(schema, { file, fields, places, keyPlaces })];
  });
}

test("the schema is compiled once many articles have asked for it, and reads good and bad ones as before", () => {
  const declared = articleSchema("Asia/Tokyo");
  for (let calls = 0; calls < 500; calls += 1) articleSchema("Asia/Tokyo");
  const compiled = articleSchema("Asia/Tokyo");
  assert.notEqual(compiled, declared);
  assert.equal(articleSchema("Asia/Tokyo"), compiled);
  const [before, after] = [outcomes(declared), outcomes(compiled)];
  assert.ok(before.length > 100);
  assert.deepEqual(after, before);
  // The order of fields too: articles are remembered as they are written out.
  assert.equal(JSON.stringify(after), JSON.stringify(before));
});
