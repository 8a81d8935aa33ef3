import * as z from "zod";
import { problem } from "../report/problem.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { answer, type Read } from "./read.ts";
import { type FileText, readFileBy } from "./read-file.ts";
import { line, listOf, prose, wants } from "./schema-forms.ts";
import { picture, reference } from "./schema-values.ts";

const section = z.strictObject({ title: line(), articles: listOf(reference(), "list").default([]) }, wants("section"));

const schema = z.strictObject({
  title: line(),
  summary: prose(1000).optional(),
  image: picture().optional(),
  sections: listOf(section, "sections").default([]),
  intro: prose().optional(),
});

/** A topic (专题): what a file of `topics/` says; the body is its introduction, from the field `intro` or from below the fields. */
export interface Topic extends Omit<Readonly<z.output<typeof schema>>, "intro">, FileText {}

/** The topic in `manuscript`; all its problems at once, `introduction-twice` where there are both a text and `intro`. */
export function readTopic(manuscript: ManuscriptText): Read<Topic> {
  const { checked, written, text, problems } = readFileBy(schema, manuscript);
  const { intro: place = [text.bodyLine, 1] } = text.places;
  const { file, body } = text;
  const isTwice = written !== undefined && "intro" in written && body.trim() !== "";
  const twice = isTwice ? [problem("introduction-twice", { file, line: place[0], column: place[1] }, {})] : [];
  if (checked === undefined) return { problems: [...problems, ...twice] };
  const { intro, ...fields } = checked;
  const introduction = intro === undefined ? text : { ...text, body: intro, bodyLine: 1, bodyField: "intro" };
  return answer({ ...fields, ...introduction }, [...problems, ...twice]);
}
