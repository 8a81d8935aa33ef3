import type { Language } from "../text/language.ts";
import type { Problem, Severity } from "./problem.ts";
import type { Rule, Sentences } from "./rule.ts";
import { rules } from "./rules.ts";

/** The forms a report can take: for people, for tools, for annotations on a pull request. */
export const reportFormats = ["text", "json", "github"] as const;

/** One of `reportFormats`. */
export type ReportFormat = (typeof reportFormats)[number];

/** How a report is to be printed. */
export interface ReportOptions {
  readonly format: ReportFormat;
  readonly language: Language;
  /** What stands before each file's path, so that a terminal can open it: `content/`. */
  readonly prefix: string;
  /** Show every problem; otherwise the first 20 of a rule and how many more there are. */
  readonly all: boolean;
}

const shownPerRule = 20;

/** How grave `problem` is: its rule says so. */
export function severityOf(problem: Problem): Severity {
  return rules[problem.rule].severity;
}

/** True when `problems` hold one that stops the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => severityOf(each) === "error");
}

/** `problems` by file, line, column and rule, each once, in an order that no machine's language changes. */
export function inReportOrder(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((each) => [JSON.stringify(each), each]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

/** The whole report, ending in a line break; empty when there are no problems, save for JSON's `[]`. */
export function renderReport(problems: readonly Problem[], options: ReportOptions): string {
  const ordered = inReportOrder(problems);
  switch (options.format) {
    case "json":
      return `${JSON.stringify(
        ordered.map((each) => asJson(each, options)),
        null,
        2,
      )}\n`;
    case "github":
      return ordered.map((each) => asAnnotation(each, options)).join("");
    case "text":
      return asText(ordered, options);
    default:
      return options.format satisfies never;
  }
}

/** The sentences of a problem in `language`, with control characters made visible. */
export function sentencesOf(problem: Problem, language: Language): Sentences {
  // The values were checked against the rule when the problem was made; here the rule is one of many.
  const rule: Rule<never> = rules[problem.rule];
  const say = (language === "en" ? rule.en : rule.zh) as Rule<Problem["values"]>["en"];
  const { message, remedy } = say(problem.values);
  return { message: visible(message), remedy: visible(remedy) };
}

function asText(problems: readonly Problem[], options: ReportOptions): string {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const each of problems) {
    const count = (seen.get(each.rule) ?? 0) + 1;
    seen.set(each.rule, count);
    if (options.all || count <= shownPerRule) lines.push(textOf(each, options));
  }
  if (problems.length === 0) return "";
  return [
    ...lines,
    ...(options.all ? [] : untold(seen, options.language)),
    totals(problems, options.language),
    "",
  ].join("\n");
}

function textOf(problem: Problem, options: ReportOptions): string {
  const { message, remedy } = sentencesOf(problem, options.language);
  const [severity, mend] =
    options.language === "en"
      ? [severityOf(problem), "Remedy: "]
      : [severityOf(problem) === "error" ? "错误" : "警告", "改法："];
  return `${placeOf(problem, options)}  ${severity}  ${message}          ${problem.rule}\n    ${mend}${remedy}`;
}

function untold(seen: ReadonlyMap<string, number>, language: Language): readonly string[] {
  return [...seen]
    .filter(([, count]) => count > shownPerRule)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, count]) =>
      language === "en"
        ? `${name}: ${count - shownPerRule} more like these (${count} in all; --all shows them)`
        : `${name}：还有 ${count - shownPerRule} 处同类问题（共 ${count} 处；加 --all 全部列出）`,
    );
}

function totals(problems: readonly Problem[], language: Language): string {
  const errors = problems.filter((each) => severityOf(each) === "error").length;
  const warnings = problems.length - errors;
  return language === "en" ? `Errors: ${errors}, warnings: ${warnings}` : `错误 ${errors} 个，警告 ${warnings} 个`;
}

function asJson(problem: Problem, options: ReportOptions) {
  const { message, remedy } = sentencesOf(problem, options.language);
  const { line, column, rule } = problem;
  return {
    file: visible(options.prefix + problem.file),
    line,
    column,
    rule,
    severity: severityOf(problem),
    message,
    remedy,
  };
}

/** Source of the form and its escapes: GitHub Actions, "Workflow commands". */
function asAnnotation(problem: Problem, options: ReportOptions): string {
  const { message, remedy } = sentencesOf(problem, options.language);
  const text = (value: string) => value.replace(/%/gu, "%25").replace(/\r/gu, "%0D").replace(/\n/gu, "%0A");
  const field = (value: string) => text(value).replace(/:/gu, "%3A").replace(/,/gu, "%2C");
  const where = `file=${field(visible(options.prefix + problem.file))},line=${problem.line},col=${problem.column}`;
  return `::${severityOf(problem)} ${where},title=${field(problem.rule)}::${text(`${message}\n${remedy}`)}\n`;
}

function placeOf(problem: Problem, options: ReportOptions): string {
  return `${visible(options.prefix + problem.file)}:${problem.line}:${problem.column}`;
}

/** Characters that would move a terminal's cursor, turn its text round or end the line are shown as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
