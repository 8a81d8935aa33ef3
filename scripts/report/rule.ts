import type { Severity } from "./problem.ts";

/** What a report prints of one problem: what is wrong, and the one act that mends it. */
export interface Sentences {
  readonly message: string;
  readonly remedy: string;
}

/** One kind of mistake. Its name is permanent: editors silence it and tools match it. */
export interface Rule<V extends Readonly<Record<string, string>>> {
  readonly severity: Severity;
  /** True where only `check --all-rules` looks for it. */
  readonly isOptional?: true;
  /** Why the rule exists, for developers. */
  readonly reason: string;
  readonly zh: (values: V) => Sentences;
  readonly en: (values: V) => Sentences;
}

/** Declares a rule; it exists so that the types of the values its sentences quote are inferred and checked. */
export function rule<V extends Readonly<Record<string, string>> = Record<never, string>>(declared: Rule<V>): Rule<V> {
  return declared;
}
