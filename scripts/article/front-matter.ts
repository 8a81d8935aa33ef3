import { type Problem, problem } from "../report/problem.ts";
import type { Places } from "./article.ts";
import { quote } from "./quote.ts";
import { type Fields, readYaml } from "./yaml-fields.ts";

/** A file of `content/`, decoded: no byte order mark, lines end in LF. */
export interface ManuscriptText {
  /** Below the content folder, `/` between names. */
  readonly file: string;
  readonly text: string;
}

/** The front matter of a file as written, and the text below it. */
export interface FrontMatter {
  /** By name, as written; nothing where there is no front matter or it could not be understood. */
  readonly fields: Fields | undefined;
  /** Where each value stands, by dotted path. */
  readonly places: Places;
  /** Where each key stands, by the dotted path of its value. */
  readonly keyPlaces: Places;
  /** The Markdown after the front matter. */
  readonly body: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const fence = /^---[ \t]*$/u;
/** Longest front matter, in UTF-16 units. */
const sizeLimit = 65_536;

/**
 * Front matter and body of `manuscript`: its first line is `---`, and so is the line that ends the front matter.
 *
 * Reports `front-matter-…`, `manuscript-empty` and `yaml-…`. Under the field `x` values follow YAML's core schema; everywhere else
 * they are the characters that were written.
 */
export function readFrontMatter({ file, text }: ManuscriptText): FrontMatter {
  const opening = lineFrom(text, 0);
  if (!fence.test(opening)) return withoutFields(unfenced({ file, text }, opening), text);
  const start = opening.length + 1;
  const closing = closingFence(text, start);
  if (closing === undefined)
    return withoutFields(problem("front-matter-unclosed", { file, line: 1, column: 1 }, {}), text);
  const yaml = text.slice(start, closing);
  const body = text.slice(closing + lineFrom(text, closing).length + 1);
  const read = readYaml({ file, text: yaml, firstLine: 2, sizeLimit, freeField: "x" });
  return { ...read, body, bodyLine: 3 + lineBreaks(yaml) };
}

function unfenced({ file, text }: ManuscriptText, opening: string): Problem {
  const place = { file, line: 1, column: 1 };
  if (text.trim() === "") return problem("manuscript-empty", place, {});
  if (/^---\s*[a-z]{1,20}\s*$|^(?:\+\+\+|;;;|\.\.\.|—+|－+|-{2,}) *$/u.test(opening)) {
    return problem("front-matter-fence", place, { line: quote(opening) });
  }
  return problem("front-matter-missing", place, { line: quote(opening) });
}

/** The offset of the line that ends the front matter. */
function closingFence(text: string, from: number): number | undefined {
  for (let at = from; at <= text.length; ) {
    if (text.startsWith("---", at) && fence.test(lineFrom(text, at))) return at;
    const end = text.indexOf("\n", at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return undefined;
}

function lineFrom(text: string, from: number): string {
  const end = text.indexOf("\n", from);
  return text.slice(from, end < 0 ? text.length : end);
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function withoutFields(fault: Problem, text: string): FrontMatter {
  return {
    ...{ fields: undefined, places: Object.create(null), keyPlaces: Object.create(null) },
    ...{ body: text, bodyLine: 1, problems: [fault] },
  };
}
