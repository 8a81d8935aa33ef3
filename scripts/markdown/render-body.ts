import { type Problem, problem } from "../report/problem.ts";
import { rules } from "../report/rules.ts";
import type { Body } from "./body.ts";
import { BodyDraft, type BodyOptions } from "./body-draft.ts";
import { arrangeFootnotes } from "./footnote-list.ts";
import { markdown } from "./markdown.ts";
import { checkMergeMarks } from "./merge-marks.ts";
import { allowComments, silencedLines } from "./silenced-lines.ts";
import { surveyBody } from "./survey-body.ts";
import { checkTableCells } from "./table-cells.ts";

export type { BodyOptions } from "./body-draft.ts";

/** Longest text, in bytes of UTF-8. */
const longest = 1024 * 1024;

/**
 * Sets the Markdown `text` as HTML, and records its links, pictures, headings and problems.
 *
 * The result depends on the arguments alone, and takes time in proportion to the text's length, whoever wrote it.
 * Reports the rules in `report/rules/body.ts` and `report/rules/markup.ts`, without those that a comment in the text silences.
 */
export function renderBody(text: string, options: BodyOptions): Body {
  if (text.length * 3 > longest && new TextEncoder().encode(text).length > longest) return tooLong(options.file);
  const source = normalised(text);
  const draft = new BodyDraft(source, options);
  const env = draft.env();
  const parsed = markdown.parse(source, env);
  const surveyed = surveyBody(draft, parsed);
  const tokens = arrangeFootnotes(parsed, draft, surveyed.references);
  checkMergeMarks(draft, source, surveyed.fences);
  checkTableCells(draft, parsed);
  checkAllowComments(draft, source);
  return {
    html: markdown.renderer.render([...tokens], markdown.options, env),
    links: draft.links,
    pictures: draft.pictures,
    headings: draft.headings,
    anchors: draft.anchors,
    text: surveyed.text,
    paragraphs: surveyed.paragraphs,
    problems: unsilenced(draft.problems, source),
  };
}

/** `text` with LF at its line ends and without NUL, which marks slots. */
function normalised(text: string): string {
  const lines = text.includes("\r") ? text.replaceAll(/\r\n?/gu, "\n") : text;
  return lines.includes("\0") ? lines.replaceAll("\0", "\u{fffd}") : lines;
}

function checkAllowComments(draft: BodyDraft, source: string): void {
  for (const { line, column, rules: names } of allowComments(source)) {
    const name = names.find((wanted) => !Object.hasOwn(rules, wanted));
    if (name !== undefined) draft.reportAt("allow-unknown", [line, column], { name });
  }
}

/** `problems` in the order of their places, without the warnings that a comment on the line before silences. */
function unsilenced(problems: readonly Problem[], source: string): readonly Problem[] {
  if (problems.length === 0) return problems;
  const silenced = silencedLines(source);
  const isHeard = ({ line, rule }: Problem): boolean =>
    rules[rule].severity === "error" || !silenced.get(line)?.has(rule);
  return problems.filter(isHeard).sort((a, b) => a.line - b.line || a.column - b.column);
}

function tooLong(file: string): Body {
  const problems = [problem("body-too-long", { file, line: 1, column: 1 }, { limit: "1 MiB" })];
  return { html: "", links: [], pictures: [], headings: [], anchors: [], text: "", paragraphs: "", problems };
}
