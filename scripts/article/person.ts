import * as z from "zod";
import { problem } from "../report/problem.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { answer, type Read } from "./read.ts";
import { type FileText, readFileBy } from "./read-file.ts";
import { line, prose, truth } from "./schema-forms.ts";

const schema = z.strictObject({
  name: line("name"),
  affiliation: line().optional(),
  organization: truth().default(false),
  text: prose().optional(),
});

/** An author with a life: what a file of `people/` says; the body is the life, from the field `text` or from below the fields. */
export interface Person extends Omit<Readonly<z.output<typeof schema>>, "text">, FileText {}

/** The person in `manuscript`; all problems at once, `life-twice` where there are both a text and the field `text`. */
export function readPerson(manuscript: ManuscriptText): Read<Person> {
  const { checked, written, text, problems } = readFileBy(schema, manuscript);
  const { text: place = [text.bodyLine, 1] } = text.places;
  const { file, body } = text;
  const isTwice = written !== undefined && "text" in written && body.trim() !== "";
  const twice = isTwice ? [problem("life-twice", { file, line: place[0], column: place[1] }, {})] : [];
  if (checked === undefined) return { problems: [...problems, ...twice] };
  const { text: life, ...fields } = checked;
  const own = life === undefined ? text : { ...text, body: life, bodyLine: 1, bodyField: "text" };
  return answer({ ...fields, ...own }, [...problems, ...twice]);
}
