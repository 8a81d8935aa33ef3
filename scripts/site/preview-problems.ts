import type { ToldProblem, ToldProblems } from "../../layouts/client/preview-state.ts";
import type { Problem } from "../report/problem.ts";
import { inReportOrder, sentencesOf, severityOf } from "../report/render-report.ts";
import type { Language } from "../text/language.ts";

/** More than these are read in the terminal. */
const toldPerRule = 20;
const toldInAll = 100;

/** `problems` as a browser shows them. */
export function tellProblems(problems: readonly Problem[], language: Language): ToldProblems {
  const ordered = inReportOrder(problems);
  const [errors, warnings] = (["error", "warning"] as const).map((severity) =>
    ordered.filter((each) => severityOf(each) === severity),
  );
  const told = [...firstOfEachRule(errors ?? []), ...firstOfEachRule(warnings ?? [])].slice(0, toldInAll);
  return {
    language,
    errors: errors?.length ?? 0,
    warnings: warnings?.length ?? 0,
    problems: told.map((each) => inWords(each, language)),
  };
}

/** A failure that lies in no file of the content, as a browser shows it. */
export function tellFailure(error: unknown, language: Language): ToldProblems {
  const message = error instanceof Error ? error.message : String(error);
  return { language, errors: 1, warnings: 0, problems: [{ severity: "error", message }] };
}

function firstOfEachRule(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return problems.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= toldPerRule;
  });
}

function inWords(problem: Problem, language: Language): ToldProblem {
  const { file, line, column, rule } = problem;
  return { severity: severityOf(problem), place: `${file}:${line}:${column}`, rule, ...sentencesOf(problem, language) };
}
