import * as z from "zod";
import { formZh } from "../report/rules/article-words.ts";
import { articleSchema } from "./schema.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The front matter of an article as a JSON Schema (draft 2020-12), for editing programs that complete and check while somebody types:
 * field names, which are needed, their forms, and what they mean, in Chinese.
 *
 * It is made from the schema that the reader uses. What only the reader knows is not in it: whether a source is registered, whether
 * a date exists. Text may look like a number or a truth value to such programs (`1984`), so these are let through as text.
 */
export function frontMatterSchema(): JsonSchema {
  const schema = articleSchema("Asia/Shanghai");
  const whole = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", cycles: "ref", reused: "inline" });
  const properties = Object.entries(schema.shape).map(([name, field]) => {
    const { zh, form, example } = z.globalRegistry.get(field) ?? {};
    const own = loosened(whole.properties?.[name] ?? {});
    const description = `${String(zh)}。${formZh(String(form)).trim()}\n例：${name}: ${String(example)}`;
    return [name, { ...(isSchema(own) ? own : {}), title: String(zh), description }] as const;
  });
  const required = Object.entries(schema.shape).flatMap(([name, field]) =>
    field.safeParse(undefined).success ? [] : [name],
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "版心稿件的前置信息",
    type: "object",
    properties: Object.fromEntries(properties),
    required,
    additionalProperties: false,
  };
}

/** What the reader says of itself and of other programs has no meaning in a schema. */
const ownWords = new Set(["zh", "en", "form", "example", "alsoCalled", "default", "id"]);

/** `part` without what is the reader's own, in which text may be any plain value. */
function loosened(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(loosened);
  if (!isSchema(part)) return part;
  if (isTruth(part)) return { type: "boolean" };
  const kept = Object.entries(part).filter(([key]) => !ownWords.has(key));
  const inner = Object.fromEntries(
    kept.map(([key, value]) => [key, key === "properties" && isSchema(value) ? eachLoosened(value) : loosened(value)]),
  );
  const isText = part["type"] === "string" && part["enum"] === undefined;
  return isText ? { ...inner, type: ["string", "number", "boolean"] } : inner;
}

/** The values of `properties`, whose keys are names of fields. */
function eachLoosened(properties: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, loosened(value)]));
}

/** The reader sees `true` and `false` as they are written; to other programs they are no text. */
function isTruth(part: JsonSchema): boolean {
  return Array.isArray(part["enum"]) && part["enum"].join() === "true,false";
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}
