import type * as z from "zod";
import type { Problem } from "../report/problem.ts";
import type { Places } from "./article.ts";
import { type ManuscriptText, readFrontMatter } from "./front-matter.ts";
import { answer, type Read, readFields } from "./read.ts";
import type { Fields } from "./yaml-fields.ts";

/** What every file with front matter has besides its fields. */
export interface FileText {
  /** Below the content folder, `/` between names. */
  readonly file: string;
  /** Where each value stands, by dotted path. */
  readonly places: Places;
  /** The Markdown after the front matter. */
  readonly body: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
  /** The field that holds `body`, where that does not stand below the fields; it has its places in the file then, and begins on line 1. */
  readonly bodyField?: string;
}

/** Fields and text of a file, and the fields as written. */
export interface FileRead<T> {
  /** Nothing where the fields have errors. */
  readonly checked?: T;
  /** Nothing where the front matter could not be understood. */
  readonly written: Fields | undefined;
  readonly text: FileText;
  readonly problems: readonly Problem[];
}

/** The front matter of `manuscript` by `schema`, and its text, for readers that have more to ask of them. */
export function readFileBy<S extends z.ZodType>(schema: S, manuscript: ManuscriptText): FileRead<z.output<S>> {
  const { fields: written, body, bodyLine, places, keyPlaces, problems: first } = readFrontMatter(manuscript);
  const { file } = manuscript;
  const text = { file, places, body, bodyLine };
  if (written === undefined) return { written, text, problems: first };
  const { value, problems } = readFields(schema, { file, fields: written, places, keyPlaces });
  const all = problems.length === 0 ? first : [...first, ...problems];
  return value === undefined ? { written, text, problems: all } : { checked: value, written, text, problems: all };
}

/** The front matter of `manuscript` by `schema`, with its text. */
export function readFile<S extends z.ZodObject>(schema: S, manuscript: ManuscriptText): Read<z.output<S> & FileText> {
  const { checked, text, problems } = readFileBy(schema, manuscript);
  return answer(checked && { ...checked, ...text }, problems);
}
