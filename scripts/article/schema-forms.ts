import * as z from "zod";
import { type Place, type Problem, problem } from "../report/problem.ts";
import type { FieldForm } from "../report/rules/article-words.ts";
import type { Moment } from "./article.ts";
import { readMoment } from "./moment.ts";
import { quote } from "./quote.ts";

/** What the editors' field table and the form of an editing program say of a field. */
export interface About {
  /** What it is, in Chinese. */
  readonly zh: string;
  /** What it is, in English. */
  readonly en: string;
  readonly form: FieldForm;
  /** A value as an editor would write it, in YAML. */
  readonly example: string;
  /** Names under which editors and other systems know it; a field called so is taken for a slip for this one. */
  readonly alsoCalled?: readonly string[];
}

/** Longest headline and other single line, in code points. */
const lineLimit = 200;
/** Longest text in a field, in code points. */
const proseLimit = 20_000;

/** What a check hands to the reader of issues: how to make the problem, once the place and the field's path are known. */
export type MakeProblem = (place: Place, field: string) => Problem;

/** What zod gives a transformation to complain to. */
export type Complaints = Pick<z.core.$RefinementCtx, "addIssue">;

/** Reports a problem from within a schema; the reader of issues knows the place. */
export function complain(complaints: Complaints, makeProblem: MakeProblem): void {
  complaints.addIssue({ code: "custom", params: { makeProblem } });
}

/** `schema` with what is known of the field; its own message becomes the form it wants. */
export function field<T extends z.ZodType>(schema: T, about: About): T {
  return schema.meta({ ...about });
}

/** A text on one line, not empty, without white space around it. */
export function line(form: FieldForm = "line", limit = lineLimit) {
  return z.string(form).transform((text, complaints) => oneLine(text, limit, complaints));
}

/** A text that may have several lines, not empty, without white space around it. */
export function prose(limit = proseLimit) {
  return z.string(wants("prose")).transform((text, complaints) => checkedText(text, limit, complaints));
}

/** A text that may be empty, on one line: the alternative text of a picture, empty for decoration. */
export function alternative() {
  return z
    .string(wants("line"))
    .transform((text, complaints) => (text.trim() === "" ? "" : oneLine(text, lineLimit, complaints)));
}

/** `true` or `false`, written so. */
export function truth() {
  return z.enum(["true", "false"], wants("truth")).transform((text) => text === "true");
}

/** A whole number between `least` and `most`. */
export function count(form: FieldForm, least: number, most: number) {
  return z.string(form).transform((text, complaints) => {
    const number = /^-?[0-9]{1,6}$/u.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    complain(complaints, (place, path) => problem("field-form", place, { field: path, text: quote(text), form }));
    return z.NEVER;
  });
}

/** A text of the form that `pattern` describes. */
export function patterned(form: FieldForm, pattern: RegExp) {
  return z.string(form).transform((text, complaints) => {
    if (text.length <= 2000 && pattern.test(text)) return text;
    complain(complaints, (place, path) => problem("field-form", place, { field: path, text: quote(text), form }));
    return z.NEVER;
  });
}

/** A date, on the wall clock of `zone` unless it carries an offset. Reports the `date-…` rules. */
export function moment(zone: string) {
  return z.string(wants("date")).transform((text, complaints): Moment => {
    const reading = readMoment(text.trim(), zone);
    if ("moment" in reading) return reading.moment;
    const { fault } = reading;
    const [first = "", second = ""] = reading.meant;
    const written = quote(text);
    complain(complaints, (place, path) => {
      const values = { field: path, text: written };
      if (fault === "form") return problem("date-form", place, { ...values, right: first });
      if (fault === "impossible") return problem("date-impossible", place, { ...values, right: first });
      if (fault === "skipped") return problem("date-skipped", place, { ...values, zone, right: first });
      return problem("date-ambiguous", place, { ...values, zone, first, second });
    });
    return z.NEVER;
  });
}

/** An absolute address of the web, `http` or `https`, without user name; ASCII as written, else in its encoded form. */
export function url() {
  return z.string(wants("url")).transform((text, complaints) => {
    const written = text.trim();
    const isClean = written.length <= 2000 && !/[\s\\<>"`{}|^]/u.test(written);
    const address = isClean && URL.canParse(written) ? new URL(written) : undefined;
    if (address === undefined || address.host === "") {
      const rule = /^(?!https?:)[a-z][a-z0-9+.-]{0,40}:/iu.test(written) ? "url-scheme" : "url-form";
      complain(complaints, (place, path) => problem(rule, place, { field: path, url: quote(text) }));
    } else if (address.protocol !== "http:" && address.protocol !== "https:") {
      complain(complaints, (place, path) => problem("url-scheme", place, { field: path, url: quote(text) }));
    } else if (!/^https?:\/\/[^/]/iu.test(written)) {
      complain(complaints, (place, path) => problem("url-form", place, { field: path, url: quote(text) }));
    } else if (/^https?:\/\/[^/?#]*@/iu.test(written)) {
      complain(complaints, (place, path) => problem("url-credentials", place, { field: path, host: address.host }));
    } else {
      return /^[\x21-\x7e]+$/u.test(written) ? written : address.href;
    }
    return z.NEVER;
  });
}

/** A name, or a list of at least one; always a list afterwards. */
export function names() {
  return z.union([line("name").transform((name) => [name]), listOf(line("name"), "names").nonempty()], wants("names"));
}

/** A list of what `schema` describes. */
export function listOf<T extends z.ZodType>(schema: T, form: FieldForm) {
  return z.array(schema, form);
}

/** A form's name, as the message of an issue: a problem is worded only when it is printed. */
export function wants(form: FieldForm): FieldForm {
  return form;
}

function oneLine(text: string, limit: number, complaints: Complaints): string {
  const trimmed = checkedText(text, limit, complaints);
  if (/[\n\t]/u.test(trimmed)) complain(complaints, (place, path) => problem("field-lines", place, { field: path }));
  return trimmed;
}

function checkedText(text: string, limit: number, complaints: Complaints): string {
  const trimmed = text.trim();
  if (trimmed === "") complain(complaints, (place, path) => problem("field-empty", place, { field: path }));
  if (trimmed.length <= limit) return trimmed;
  const length = [...trimmed].length;
  if (length > limit) {
    const values = { count: String(length), limit: String(limit) };
    complain(complaints, (place, path) => problem("field-long", place, { field: path, ...values }));
  }
  return trimmed;
}
