import type { Problem } from "../report/problem.ts";
import { severityOf } from "../report/render-report.ts";

/** Warnings that an editor has said do not apply to one file. */
export interface Silence {
  /** Rule names that are silent in the whole file. */
  readonly rules: readonly string[];
  /** Rule names that are silent on one line of the file, by line from 1. */
  readonly lines: ReadonlyMap<number, ReadonlySet<string>>;
}

/** `problems` without the warnings that the masthead (`everywhere`) or their own file silences. Errors cannot be silenced. */
export function withoutSilenced(
  problems: readonly Problem[],
  everywhere: readonly string[],
  files: ReadonlyMap<string, Silence>,
): readonly Problem[] {
  return problems.filter((each) => {
    if (severityOf(each) === "error") return true;
    if (everywhere.includes(each.rule)) return false;
    const silence = files.get(each.file);
    return (
      silence === undefined || !(silence.rules.includes(each.rule) || silence.lines.get(each.line)?.has(each.rule))
    );
  });
}
