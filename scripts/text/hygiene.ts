import { type Problem, problem } from "../report/problem.ts";
import { maskMarkdown } from "./mask-markdown.ts";
import { strayCharacters } from "./mixed-script.ts";
import { garbledPassages, garbleSign, garbleSigns } from "./mojibake.ts";
import { placeCounter } from "./place-counter.ts";
import { scriptTable, simplifiedOnly, traditionalOnly } from "./script-table.ts";

/** Where a text comes from and what it is written in. */
export interface HygieneContext {
  readonly file: string;
  /** BCP 47. */
  readonly language: string;
  /** The number of the text's first line in its file. */
  readonly firstLine: number;
}

const mostOfOneKind = 10;

/**
 * What is wrong with a Markdown text's characters, whatever it says: `mojibake` and, in Chinese, `mixed-script`.
 *
 * Both are warnings. Of each the first 10 are reported, at most one `mojibake` a line. Takes linear time.
 */
export function hygieneProblems(text: string, context: HygieneContext): readonly Problem[] {
  const script = scriptOf(context.language);
  const marks = marksIn(text, script === undefined ? garbleSigns : scriptTable());
  const other = script === "simplified" ? traditionalOnly : simplifiedOnly;
  return [
    ...((marks & garbleSign) === 0 ? [] : mojibakeProblems(text, context)),
    ...(script === undefined || (marks & other) === 0 ? [] : mixedScriptProblems(text, script, context)),
  ];
}

/** The marks of all characters of `text` in `garbleSigns` and `table`, by one pass: most texts have none that calls for a closer look. */
function marksIn(text: string, table: Uint8Array): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    marks |= (garbleSigns[unit] ?? 0) | (table[unit] ?? 0);
  }
  return marks;
}

function mojibakeProblems(text: string, { file, firstLine }: HygieneContext): readonly Problem[] {
  const found = garbledPassages(text);
  if (found.length === 0) return [];
  const masked = maskMarkdown(text);
  const placeOf = placeCounter(text, firstLine);
  const problems: Problem[] = [];
  for (const { index, text: passage } of found) {
    if (problems.length >= mostOfOneKind) break;
    const place = placeOf(index);
    if (masked[index] === " " || problems.at(-1)?.line === place.line) continue;
    problems.push(problem("mojibake", { file, ...place }, { text: shortened(passage) }));
  }
  return problems;
}

type Script = "simplified" | "traditional";

function mixedScriptProblems(text: string, script: Script, { file, firstLine }: HygieneContext): readonly Problem[] {
  const placeOf = placeCounter(text, firstLine);
  return strayCharacters(text, script)
    .slice(0, mostOfOneKind)
    .map(({ index, characters, usual }) =>
      problem(
        "mixed-script",
        { file, ...placeOf(index) },
        {
          character: characters,
          usual,
          around: around(text, index, characters.length),
          script: script === "simplified" ? "traditional" : "simplified",
        },
      ),
    );
}

/** The script a language tag calls for; `undefined` for languages other than Chinese. */
function scriptOf(language: string): Script | undefined {
  if (!/^(?:zh|cmn)(?:-|$)/iu.test(language)) return undefined;
  if (/-hans(?:-|$)/iu.test(language)) return "simplified";
  return /-(?:hant|tw|hk|mo)(?:-|$)/iu.test(language) ? "traditional" : "simplified";
}

/** The stray characters with up to 5 characters of their line on either side. */
function around(text: string, index: number, length: number): string {
  const before =
    text
      .slice(Math.max(0, index - 10), index)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(index + length, index + length + 10).split("\n")[0] ?? "";
  return whole([...before].slice(-5)) + text.slice(index, index + length) + whole([...after].slice(0, 5));
}

function shortened(passage: string): string {
  const characters = [...passage];
  return characters.length > 12 ? `${whole(characters.slice(0, 12))}……` : whole(characters);
}

/** Without halves of a surrogate pair that a slice has cut in two. */
function whole(characters: readonly string[]): string {
  return characters
    .filter((character) => character.length > 1 || character < "\ud800" || character > "\udfff")
    .join("");
}
