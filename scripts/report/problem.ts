import type { RuleName, RuleValues } from "./rules.ts";

/** Whether a problem stops the build (`error`) or is only pointed at (`warning`). */
export type Severity = "error" | "warning";

/** Where a problem lies: `file` below the content folder with `/` between names; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** In code points, so that an editor's column display agrees. */
  readonly column: number;
}

/** A mistake in content. It holds no words: they are chosen when the report is printed, in the masthead's language. */
export interface Problem extends Place {
  readonly rule: RuleName;
  /** What the rule's sentences quote, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** The problem that `rule` names, at `place`. The values are those the rule's sentences need, no more and no fewer. */
export function problem<R extends RuleName>(rule: R, place: Place, values: RuleValues<R>): Problem {
  return { file: place.file, line: place.line, column: place.column, rule, values };
}
