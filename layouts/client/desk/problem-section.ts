import type { PreviewState, ToldProblem } from "../preview-state.ts";
import type { DeskSection } from "./desk-section.ts";
import type { DeskWords } from "./desk-words.ts";
import { element, filled, holding } from "./elements.ts";

/** What is wrong: first on this page, then in the rest of the content. */
export class ProblemSection implements DeskSection {
  readonly name = "problems";
  readonly panel = element("div", "desk-problems");

  label(words: DeskWords): string {
    return words.problems;
  }

  /** The warnings of the page, or, as long as there are any, the errors of all content: these keep every page as it was. */
  badge({ desk, errors, warnings }: PreviewState) {
    if (errors > 0) return { text: String(errors), isError: true };
    const count = desk === undefined ? warnings : desk.told.warnings;
    return count === 0 ? undefined : { text: String(count), isError: false };
  }

  isOffered(): boolean {
    return true;
  }

  show(state: PreviewState, words: DeskWords): void {
    const { desk, errors, warnings, problems } = state;
    const own = desk?.told.problems ?? [];
    const told = desk === undefined ? 0 : desk.told.errors + desk.told.warnings;
    const keys = new Set(own.map(keyOf));
    const others = problems.filter((problem) => !keys.has(keyOf(problem)));
    const more = errors + warnings - told - others.length;
    // With errors about, a page of no known file may be one that they keep from being made.
    const isClean = told === 0 && desk !== undefined && (desk.file !== undefined || errors === 0);
    const here = { heading: words.here, file: desk?.file, problems: own, more: told - own.length };
    this.panel.replaceChildren(
      ...(told > 0 || isClean ? listOf(here, words) : []),
      ...(isClean ? [filled("p", "desk-none", words.noneHere)] : []),
      ...(others.length + more > 0 ? listOf({ heading: words.elsewhere, problems: others, more }, words) : []),
    );
  }
}

interface Told {
  readonly heading: string;
  /** The file that most of them are in. */
  readonly file?: string | undefined;
  readonly problems: readonly ToldProblem[];
  /** How many more there are. */
  readonly more: number;
}

function listOf({ heading, file, problems, more }: Told, words: DeskWords): readonly HTMLElement[] {
  const title = filled("h2", "desk-heading", heading);
  if (file !== undefined) title.append(filled("code", "desk-file", file));
  const list = element("ol", "desk-lines");
  list.append(...problems.map((problem) => lineOf(problem, file, words)));
  return [
    title,
    ...(problems.length > 0 ? [list] : []),
    ...(more > 0 ? [filled("p", "desk-more", words.moreProblems(more))] : []),
  ];
}

function lineOf(problem: ToldProblem, file: string | undefined, words: DeskWords): HTMLElement {
  const { severity, place = "", message, remedy, rule = "" } = problem;
  // What stands over the list need not stand in every line of it.
  const near = file !== undefined && place.startsWith(`${file}:`) ? place.slice(file.length + 1) : place;
  return holding(
    "li",
    `desk-line is-${severity}`,
    holding("p", "desk-at", filled("code", "desk-place", near), filled("code", "desk-rule", rule)),
    holding("p", "desk-message", filled("strong", "", words.severity[severity]), ` ${message}`),
    ...(remedy === undefined ? [] : [filled("p", "desk-remedy", `${words.remedy}${remedy}`)]),
  );
}

function keyOf({ place = "", rule = "", message }: ToldProblem): string {
  return `${place} ${rule} ${message}`;
}
