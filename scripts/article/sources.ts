import * as z from "zod";
import { type Place, type Problem, problem } from "../report/problem.ts";
import type { Places, Spot } from "./article.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { quote } from "./quote.ts";
import { answer, type Read, readFields } from "./read.ts";
import { slugPattern } from "./schema.ts";
import { line, prose, truth, url, wants } from "./schema-forms.ts";
import { readYaml } from "./yaml-fields.ts";

const schema = z.strictObject(
  {
    name: line("name"),
    url: url().optional(),
    own: truth().default(false),
    rights: prose(1000).optional(),
    fullText: truth().default(false),
  },
  wants("registered"),
);

/** A publication texts are taken from, as `sources.yaml` has it. */
export interface RegisteredSource extends z.output<typeof schema> {
  /** The key in `sources.yaml`, a slug. */
  readonly id: string;
}

/** The register of sources, in the order of the file. */
export interface SourceRegister {
  readonly file: string;
  readonly sources: readonly RegisteredSource[];
  /** Where each value stands: `guangming`, `guangming.url`. */
  readonly places: Places;
}

/** Longest `sources.yaml`, in UTF-16 units. */
const sizeLimit = 1_048_576;

/** The sources of `manuscript`; all problems at once. An empty file registers none. */
export function readSources({ file, text }: ManuscriptText): Read<SourceRegister> {
  const yaml = readYaml({ file, text, firstLine: 1, sizeLimit });
  const { fields, places, keyPlaces } = yaml;
  if (fields === undefined) return { problems: yaml.problems };
  const problems: Problem[] = [...yaml.problems];
  const sources: RegisteredSource[] = [];
  const idsByName = new Map(Object.keys(fields).map((id) => [id, id]));
  for (const id of [...Object.keys(fields), ...yaml.emptyFields]) {
    if (!slugPattern.test(id))
      problems.push(problem("source-id-form", placeOf(file, keyPlaces[id]), { id: quote(id) }));

    const read = readFields(schema, { file, fields: fields[id], places, keyPlaces, path: id });
    problems.push(...read.problems);
    if (read.value === undefined) continue;
    const { name } = read.value;
    const bearer = idsByName.get(name);
    if (bearer !== undefined && bearer !== id) {
      const place = placeOf(file, places[`${id}.name`]);
      problems.push(problem("source-name-twice", place, { name: quote(name), id: quote(bearer) }));
    }
    idsByName.set(name, id);
    sources.push({ id, ...read.value });
  }
  return answer({ file, sources, places }, problems);
}

const firstSpot: Spot = [1, 1];

function placeOf(file: string, [line, column]: Spot = firstSpot): Place {
  return { file, line, column };
}
