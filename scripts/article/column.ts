import * as z from "zod";
import type { ManuscriptText } from "./front-matter.ts";
import type { Read } from "./read.ts";
import { type FileText, readFile } from "./read-file.ts";
import { count, line, listOf, prose, truth, wants } from "./schema-forms.ts";
import { picture, reference } from "./schema-values.ts";

const schema = z.strictObject({
  title: line(),
  description: prose(1000).optional(),
  image: picture().optional(),
  order: count("order", -999_999, 999_999).default(1_000_000),
  perPage: count("perPage", 1, 200).default(20),
  pinned: listOf(reference(), "list").default([]),
  listAuthor: truth().default(false),
  layout: z.enum(["list", "digest"], wants("layout")).default("list"),
});

/** A column: what its `column.md` says; the body is its introduction. A column without `order` comes after those with one. */
export interface Column extends Readonly<z.output<typeof schema>>, FileText {}

/** The column in `manuscript`; all its problems at once. */
export function readColumn(manuscript: ManuscriptText): Read<Column> {
  return readFile(schema, manuscript);
}
