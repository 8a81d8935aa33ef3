import type * as z from "zod";
import { type Place, type Problem, problem } from "../report/problem.ts";
import { hasErrors } from "../report/render-report.ts";
import { nearest } from "../text/nearest.ts";
import type { Places, Spot } from "./article.ts";
import { quote } from "./quote.ts";
import type { MakeProblem } from "./schema-forms.ts";
import { knownFields } from "./schema-walk.ts";
import type { YamlFields } from "./yaml-fields.ts";

/** What a reader makes of a file: the value, unless an error stands in its way, and every problem found. */
export interface Read<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** What is to be read by a schema, and where it stands. */
export interface Written extends Pick<YamlFields, "places" | "keyPlaces"> {
  readonly file: string;
  readonly fields: unknown;
  /** The path of `fields` in its file; empty for the whole file. */
  readonly path?: string;
}

/** `value` and `problems` as one answer: no value where one of the problems is an error. */
export function answer<T>(value: T | undefined, problems: readonly Problem[]): Read<T> {
  return value === undefined || hasErrors(problems) ? { problems } : { value, problems };
}

/**
 * The fields of `written` checked by `schema`. Every issue becomes a problem at the very value: `field-unknown` at the key,
 * `field-missing` at what lacks it, `field-form` and the fields' own rules at the value.
 */
export function readFields<S extends z.ZodType>(schema: S, written: Written): Read<z.output<S>> {
  const result = schema.safeParse(written.fields);
  if (result.success) return { value: result.data, problems: [] };
  const start = written.path === undefined || written.path === "" ? [] : [written.path];
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, start, { written, schema }));
  return { problems: withoutMisspelt(problems) };
}

/** `problems` without the missing fields that are there, misspelt: two reports of one slip. */
function withoutMisspelt(problems: readonly Problem[]): readonly Problem[] {
  const unknown = problems.filter(({ rule }) => rule === "field-unknown");
  const meant = new Set(unknown.map(({ values: { group = "", nearest: name = "" } }) => `${group}${name}`));
  return problems.filter(({ rule, values: { field = "" } }) => rule !== "field-missing" || !meant.has(field));
}

interface Reading {
  readonly written: Written;
  readonly schema: z.ZodType;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function problemsOf(issue: Issue, above: Path, reading: Reading): readonly Problem[] {
  const path = [...above, ...issue.path];
  const field = path.map(String).join(".");
  const place = placeOf(path, reading.written);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(key, path, reading));
    case "invalid_union":
      return unionProblems(issue, path, reading);
    case "custom":
      return [customProblem(issue, place, field)];
    case "too_small":
      return [problem("field-empty", place, { field })];
    default: {
      const value = valueAt(path, reading.written);
      if (value === undefined) return [problem("field-missing", place, { field, form: issue.message })];
      const text = typeof value === "string" ? quote(value) : "";
      if (typeof value === "string" && value.trim() === "") return [problem("field-empty", place, { field })];
      return [problem("field-form", place, { field, text, form: issue.message })];
    }
  }
}

/** Of the forms a value may have, the one it was meant to have is the one whose kind (text, list, mapping) it is. */
function unionProblems(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: Path,
  reading: Reading,
): readonly Problem[] {
  const isOther = (each: Issue) => each.code === "invalid_type" && each.path.length === 0;
  const meant = issue.errors.find((issues) => !issues.some(isOther));
  if (meant !== undefined) return meant.flatMap((each) => problemsOf(each, path, reading));
  const place = placeOf(path, reading.written);
  const field = path.map(String).join(".");
  const value = valueAt(path, reading.written);
  if (value === undefined) return [problem("field-missing", place, { field, form: issue.message })];
  return [
    problem("field-form", place, { field, text: typeof value === "string" ? quote(value) : "", form: issue.message }),
  ];
}

function customProblem(issue: Extract<Issue, { code: "custom" }>, place: Place, field: string): Problem {
  const { makeProblem }: { makeProblem?: MakeProblem } = issue.params ?? {};
  if (makeProblem === undefined) throw new Error(`a check of ${field} does not say which problem it found`);
  return makeProblem(place, field);
}

function unknownField(key: string, path: Path, { written, schema }: Reading): Problem {
  const steps = written.path === undefined || written.path === "" ? path : path.slice(1);
  const known = knownFields(schema, steps);
  const called = known.find(({ alsoCalled }) => alsoCalled.some((name) => name.toLowerCase() === key.toLowerCase()));
  const names = known.map(({ name }) => name);
  const [line, column] = written.keyPlaces[[...path, key].map(String).join(".")] ?? spotOf(path, written);
  const group = path.map((step) => `${String(step)}.`).join("");
  const suggestion = nearest(key, names) ?? called?.name ?? "";
  const values = { group, field: quote(key), nearest: suggestion, known: names.join("、") };
  return problem("field-unknown", { file: written.file, line, column }, values);
}

function valueAt(path: Path, written: Written): unknown {
  const steps = written.path === undefined || written.path === "" ? path : path.slice(1);
  let value: unknown = written.fields;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function placeOf(path: Path, written: Written): Place {
  const [line, column] = spotOf(path, written);
  return { file: written.file, line, column };
}

/** The place of the value at `path`, of its key where it was left empty, or of the nearest thing around it; else the file's first character. */
function spotOf(path: Path, { places, keyPlaces }: Written): Spot {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length).map(String).join(".");
    const spot = spotAt(places, here) ?? spotAt(keyPlaces, here);
    if (spot !== undefined) return spot;
  }
  return [1, 1];
}

function spotAt(places: Places, path: string): Spot | undefined {
  return Object.hasOwn(places, path) ? places[path] : undefined;
}
