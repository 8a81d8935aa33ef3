import assert from "node:assert/strict";
import { test } from "node:test";
import { frontMatterSchema } from "../../scripts/article/front-matter-schema.ts";
import { articleSchema } from "../../scripts/article/schema.ts";

const schema = JSON.parse(JSON.stringify(frontMatterSchema()));

test("the schema for editing programs has the fields that the reader knows, and no other", () => {
  const fields = Object.keys(articleSchema("Asia/Shanghai").shape);
  assert.deepEqual(Object.keys(schema.properties), fields);
  assert.deepEqual(schema.required, ["title", "author", "source", "date", "editor"]);
  assert.equal(schema.additionalProperties, false);
});

test("every field is named and explained in Chinese, with its form and an example", () => {
  for (const [name, { title, description }] of Object.entries<{ title: string; description: string }>(
    schema.properties,
  )) {
    assert.match(title, /\p{Script=Han}/u, name);
    assert.ok(description.includes(`例：${name}: `), name);
  }
});

test("text that looks like a number, truth values and choices are let through as what they are", () => {
  const { title, draft, ai, related, image } = schema.properties;
  assert.deepEqual(title.type, ["string", "number", "boolean"]);
  assert.equal(draft.type, "boolean");
  assert.deepEqual(ai.enum, ["none", "assisted", "generated"]);
  assert.ok(JSON.stringify(related).includes('"pin"'));
  assert.ok(JSON.stringify(image).includes('"credit"'));
  assert.doesNotMatch(JSON.stringify(schema), /alsoCalled|"\$ref"/u);
});
