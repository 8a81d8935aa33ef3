import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { ContentKind } from "../../edition/content-kinds.ts";
import { anyOf, type Edit, withField } from "./edit.ts";

/** Edits that a build refuses. */
export const mistakes: readonly Edit[] = [
  ...["titel: 渡口", "source: 无此来源", "date: 2026-02-30", "image: none.png"].map(
    (field): Edit => inArticle(withLine(field)),
  ),
  inArticle((text) => `${text}\n[不在](/theory/none.md)\n`),
  inArticle((text) => text.replace("---\n", "---\ntitle: [\n")),
  inArticle((text) => withField(text, "aliases", "[/search/]")),
  inFile("picture", (bytes) => bytes.subarray(0, bytes.length / 2)),
  inFile("article", (bytes) => Buffer.concat([bytes, Buffer.from([0xff, 0xfe, 0x80])])),
  inFile("masthead", (bytes) => Buffer.from(withField(bytes.toString(), "title", undefined))),
  inFile("masthead", (bytes) => Buffer.from(withField(bytes.toString(), "timeZone", "Asia/Beiping"))),
  inFile("sources", () => Buffer.from("banxin: {\n")),
  inFile("words", () => Buffer.from("帐号: [\n")),
  inFile("redirects", (bytes) => Buffer.concat([bytes, Buffer.from('"/old,/\n')])),
  inFile("attachment", () => Buffer.from("no such kind")),
  (newsroom) => {
    newsroom.write("notes.docx", "notes");
    return "notes.docx: written";
  },
  (newsroom) => {
    if (newsroom.has("link.md")) return undefined;
    symlinkSync("masthead.md", join(newsroom.folder, "link.md"));
    return "link.md: a link";
  },
];

function withLine(field: string): (text: string) => string {
  const [name = "", value] = field.split(": ");
  return (text) => withField(text, name, value);
}

function inArticle(change: (text: string) => string): Edit {
  return inFile("article", (bytes) => Buffer.from(change(bytes.toString())));
}

function inFile(kind: ContentKind, change: (bytes: Buffer) => Buffer): Edit {
  return (newsroom, random) => {
    const file = anyOf(newsroom.of(kind), random);
    const bytes = file === undefined ? undefined : newsroom.state.get(file);
    if (file === undefined || bytes === undefined) return undefined;
    newsroom.write(file, change(bytes));
    return `${file}: spoilt`;
  };
}
