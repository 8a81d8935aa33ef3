import type { Language } from "../../scripts/text/language.ts";
import type { DeskPage } from "./desk/desk-state.ts";

/** What the preview's server tells an open page. */
export interface PreviewState extends ToldProblems {
  /** The page as it is served now: another for any other text, and the same for all addresses where there is none. */
  readonly page: string;
  /** What the desk bar says of that page. */
  readonly desk?: DeskPage | undefined;
}

/** What is wrong with the content that was read last. */
export interface ToldProblems {
  /** In which it is told: the masthead's. */
  readonly language: Language;
  readonly errors: number;
  readonly warnings: number;
  /** Errors first; of many alike only the first. */
  readonly problems: readonly ToldProblem[];
}

/** A problem in words. */
export interface ToldProblem {
  readonly severity: "error" | "warning";
  /** `file:line:column`; absent where the fault lies in no file. */
  readonly place?: string;
  readonly message: string;
  readonly remedy?: string;
  readonly rule?: string;
}
