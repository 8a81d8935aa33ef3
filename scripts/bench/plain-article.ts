import { parse } from "yaml";

/** Front matter as written: texts, lists of these, and maps of these. */
export type Field = string | readonly Field[] | { readonly [name: string]: Field };

/** An article taken apart at its front matter. */
export interface PlainArticle {
  readonly file: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly body: string;
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** Reads `bytes` of `file`; absent when it is not UTF-8, or has no front matter that is a map. */
export function readPlainArticle(file: string, bytes: Uint8Array): PlainArticle | undefined {
  const text = Buffer.from(bytes).toString("utf8");
  const found = frontMatter.exec(text);
  if (found === null || text.includes("\uFFFD")) return undefined;
  // The failsafe schema keeps every scalar's own characters (YAML 1.2.2, section 10.1).
  const fields: unknown = parse(found[1] ?? "", { schema: "failsafe", logLevel: "silent" });
  return isMap(fields) ? { file, fields, body: text.slice(found[0].length) } : undefined;
}

/** The text of an article, one line a field: the plainest YAML, which other generators' converters can read too. */
export function printPlainArticle({ fields, body }: Omit<PlainArticle, "file">): string {
  const lines = Object.entries(fields).map(([name, field]) => `${name}: ${printField(field)}\n`);
  return `---\n${lines.join("")}---\n\n${body.trim()}\n`;
}

/** The texts of a field that is one text or a list; empty for anything else. */
export function textsOf(field: Field | undefined): readonly string[] {
  if (typeof field === "string") return [field];
  return Array.isArray(field) ? field.filter((each) => typeof each === "string") : [];
}

/** True for a field that holds fields. */
export function isMap(field: unknown): field is { readonly [name: string]: Field } {
  return typeof field === "object" && field !== null && !Array.isArray(field);
}

function printField(field: Field): string {
  if (isMap(field)) {
    const parts = Object.entries(field).map(([name, each]) => `${name}: ${printField(each)}`);
    return `{ ${parts.join(", ")} }`;
  }
  if (typeof field !== "string") return `[${field.map(printField).join(", ")}]`;
  return /^(?:true|false|\d{4}-\d\d-\d\d[\d :]*)$/u.test(field) ? field : JSON.stringify(field);
}
