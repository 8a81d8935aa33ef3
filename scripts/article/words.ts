import * as z from "zod";
import { type Problem, problem } from "../report/problem.ts";
import type { Places } from "./article.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { quote } from "./quote.ts";
import { answer, type Read, readFields } from "./read.ts";
import { line, wants } from "./schema-forms.ts";
import { readYaml } from "./yaml-fields.ts";

const schema = z.union(
  [
    line().transform((use) => ({ use, why: undefined })),
    z.strictObject({ use: line(), why: line("line", 1000).optional() }, wants("houseWord")),
  ],
  wants("houseWord"),
);

/** A wording the publication does not use, and the one it does. */
export interface HouseWord {
  readonly wrong: string;
  readonly right: string;
  readonly reason?: string | undefined;
}

/** The house style, in the order of `words.yaml`. */
export interface HouseStyle {
  readonly file: string;
  readonly words: readonly HouseWord[];
  readonly places: Places;
}

/** Longest `words.yaml`, in UTF-16 units. */
const sizeLimit = 1_048_576;

/** The house style in `manuscript`; all problems at once. An empty file asks for nothing. */
export function readWords({ file, text }: ManuscriptText): Read<HouseStyle> {
  const yaml = readYaml({ file, text, firstLine: 1, sizeLimit });
  const { fields, places, keyPlaces } = yaml;
  if (fields === undefined) return { problems: yaml.problems };
  const problems: Problem[] = [...yaml.problems];
  const words: HouseWord[] = [];
  for (const wrong of [...Object.keys(fields), ...yaml.emptyFields]) {
    const read = readFields(schema, { file, fields: fields[wrong], places, keyPlaces, path: wrong });
    problems.push(...read.problems);
    if (read.value === undefined) continue;
    const { use: right, why: reason } = read.value;
    const [placeLine, column] = keyPlaces[wrong] ?? [1, 1];
    const place = { file, line: placeLine, column };
    if (wrong.trim() === "") problems.push(problem("field-empty", place, { field: file }));
    if (wrong.trim() === right) problems.push(problem("word-same", place, { word: quote(wrong) }));
    words.push({ wrong: wrong.trim(), right, reason });
  }
  return answer({ file, words, places }, problems);
}
