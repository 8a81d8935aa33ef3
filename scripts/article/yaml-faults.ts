import type { YAMLError } from "yaml";
import { type Place, type Problem, problem } from "../report/problem.ts";
import type { Spot } from "./article.ts";
import { quote } from "./quote.ts";
import { deepest, type Finding } from "./yaml-guard.ts";

/** What the library or the guard object to in a YAML text. */
export interface YamlFaults {
  readonly file: string;
  readonly text: string;
  readonly spot: (offset: number) => Spot;
  readonly findings: readonly Finding[];
  readonly errors: readonly YAMLError[];
}

/** A parser that has lost its way complains about every further line; beyond these nothing is to be learnt. */
const mostProblems = 20;

/** The problems that `faults` amount to, in the order of the text: each in an editor's words, one a line. */
export function syntaxProblems(faults: YamlFaults): readonly Problem[] {
  const { findings, errors } = faults;
  if (findings.length === 0 && errors.length === 0) return [];
  const found = [...findings].sort((a, b) => a.offset - b.offset).slice(0, mostProblems);
  const problems = found.map((finding) => {
    const line = lineAt(faults.text, finding.offset);
    const rest = line.text.slice(finding.offset - line.start);
    return problemOf({ ...finding, rest }, placeOf(faults, finding.offset));
  });
  const sorted = [...errors].sort((a, b) => a.pos[0] - b.pos[0]).slice(0, mostProblems);
  const translated = sorted.map((error, index) => translate(error, faults, index === 0));
  const colons = errors.length === 0 ? [] : colonProblems(faults);
  return onePerLine([...problems, ...translated.flatMap((each) => (each === undefined ? [] : [each])), ...colons]);
}

/**
 * The colons of fields that are none to YAML, in lines at the left margin. The parser takes them and the lines around them for
 * one text and objects to the first alone; who types Chinese has mistyped them all.
 */
function colonProblems(faults: YamlFaults): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { index } of faults.text.matchAll(/^[A-Za-z][\w-]{0,39} ?(?:：|:[^ \t\r\n/])/gmu)) {
    if (problems.length === mostProblems) break;
    const found = colonProblem(lineAt(faults.text, index).text, placeOf(faults, index));
    if (found !== undefined) problems.push(found);
  }
  return problems;
}

/** A field's name in `line` whose colon is in the width of Chinese, or has no space of YAML's behind it. */
function colonProblem(line: string, start: Place): Problem | undefined {
  const wide = /^[ \t]*(?:- +)?([\p{L}\p{N}_-]{1,40}) ?：/u.exec(line)?.[1];
  if (wide !== undefined) return problem("yaml-colon-wide", start, { key: wide });
  const narrow = /^[ \t]*(?:- +)?([\p{L}\p{N}_-]{1,40}):(?![ \t\r/]|$)/u.exec(line)?.[1];
  return narrow === undefined ? undefined : problem("yaml-colon-space", start, { key: narrow });
}

function problemOf({ kind, text, rest }: Finding & { readonly rest: string }, place: Place): Problem {
  switch (kind) {
    case "alias":
      return problem("yaml-alias", place, { text: quote(text) });
    case "tag":
      return problem("yaml-tag", place, { tag: quote(rest) });
    case "merge":
      return problem("yaml-merge", place, {});
    case "depth":
      return problem("yaml-depth", place, { limit: String(deepest) });
    case "document":
      return problem("yaml-document", place, { text: quote(text) });
    case "key":
      return problem("yaml-key", place, { text: quote(rest) });
    case "quote":
      return problem("yaml-quote", place, { mark: text.slice(0, 1) });
    case "bracket":
      return problem("yaml-bracket", place, { mark: text, closing: text === "{" ? "}" : "]" });
    case "indent":
      return problem("yaml-indent", place, { text: quote(rest) });
    case "dash":
      return problem("yaml-dash", place, { text: quote(rest), name: quote(text) });
    case "comment":
      return problem("yaml-comment", place, { text: quote(text) });
    default:
      return kind satisfies never;
  }
}

/**
 * What `error` comes down to. The line itself is looked at first: a colon typed in the wrong width explains more than the parser's
 * view of its consequences. What cannot be explained is said for the first error alone; later ones mostly follow from it.
 */
function translate(error: YAMLError, faults: YamlFaults, isFirst: boolean): Problem | undefined {
  const offset = error.pos[0];
  const line = lineAt(faults.text, offset);
  const place = placeOf(faults, offset);
  const start = placeOf(faults, line.start + indentOf(line.text));
  if (error.code === "TAB_AS_INDENT" || /^ *\t/u.test(line.text))
    return problem("yaml-tab", { ...place, column: 1 }, {});
  const colon = colonProblem(line.text, start);
  if (colon !== undefined) return colon;
  const name = /^[ \t]*(?:-[^\S ]*(?=[^\s\d-])|－[^\S\n]*(?=[^\s－]))(.+)$/u.exec(line.text)?.[1];
  if (name !== undefined) return problem("yaml-dash", start, { text: quote(line.text), name: quote(name) });
  if (error.code === "BAD_SCALAR_START")
    return problem("yaml-start", place, { mark: characterAt(faults.text, offset) });
  if (error.code === "BAD_DQ_ESCAPE")
    return problem("yaml-escape", place, { text: faults.text.slice(offset, offset + 2) });
  if (/^[ \t]*["']|: ["']/u.test(line.text) && /["']\s*$/u.test(faults.text.slice(line.start, offset))) {
    return problem("yaml-quote-rest", place, { text: quote(line.text) });
  }
  if (/^[^:]+: [^:]+:(?: |$)/u.test(line.text)) return problem("yaml-colon-twice", start, { text: quote(line.text) });
  const before = lineAt(faults.text, Math.max(line.start - 1, 0));
  const after = lineAt(faults.text, Math.min(line.start + line.text.length + 1, faults.text.length));
  const shifted = isShifted(line, before.text, faults.text)
    ? line
    : isShifted(after, line.text, faults.text)
      ? after
      : undefined;
  if (shifted !== undefined) {
    const first = placeOf(faults, shifted.start + indentOf(shifted.text));
    return problem("yaml-indent", first, { text: quote(shifted.text) });
  }
  if (error.code === "BAD_INDENT") return problem("yaml-indent", start, { text: quote(line.text) });
  return isFirst ? problem("yaml-syntax", start, { text: quote(line.text) }) : undefined;
}

/** True where `line`, a field or a list line, begins neither with the ones above it nor inside of the last. */
function isShifted(line: Line, before: string, text: string): boolean {
  const form = /^ *(?:- |[A-Za-z][\w-]*:(?: |$))/u;
  const indent = indentOf(line.text);
  if (!form.test(line.text) || !form.test(before) || indent === indentOf(before)) return false;
  if (indent > indentOf(before)) return !/: *$/u.test(before);
  const above = text.slice(0, line.start).split("\n");
  return !above.some((other) => indentOf(other) === indent && form.test(other));
}

function onePerLine(problems: readonly Problem[]): readonly Problem[] {
  const lines = new Map<number, Problem>();
  for (const each of problems) if (!lines.has(each.line)) lines.set(each.line, each);
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The line around `offset`, at most its first 1,000 characters. */
function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  return { start, text: text.slice(start, Math.min(end < 0 ? text.length : end, start + 1000)) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
}

function placeOf({ file, spot }: YamlFaults, offset: number): Place {
  const [line, column] = spot(offset);
  return { file, line, column };
}
