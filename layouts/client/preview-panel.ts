import type { ToldProblem, ToldProblems } from "./preview-state.ts";
import { type PreviewWords, previewWordsIn } from "./preview-words.ts";

/** Where it is remembered, for one window, whether the problems shown last were put away. */
const memory = "banxin-preview";

/**
 * What is wrong with the content, in a corner of the page: errors lie open, warnings alone only say how many they are.
 *
 * It is a region like any other: it takes no focus, opens and closes as `details` do, and says in a live region what has changed.
 * What was put away stays so, on other pages too, until something else is wrong. Text becomes text nodes only.
 */
export class ProblemPanel {
  readonly #region = element("aside", "preview");
  readonly #said = element("p", "preview-said");
  readonly #list = element("details", "preview-problems");
  readonly #total = element("summary", "preview-total");
  readonly #lines = element("ol", "preview-lines");
  readonly #more = element("p", "preview-more");
  #shown = "";

  constructor() {
    this.#said.setAttribute("role", "status");
    this.#list.append(this.#total, this.#lines, this.#more);
    this.#region.append(this.#said, this.#list);
    this.#list.addEventListener("toggle", () => this.#remember());
  }

  /** Shows `told` in place of what was shown before; with nothing wrong there is nothing to see. */
  show(told: ToldProblems): void {
    const text = JSON.stringify(told);
    if (text === this.#shown) return;
    this.#shown = text;
    const words = previewWordsIn(told.language);
    if (told.errors + told.warnings > 0) this.#fill(told, words);
    else this.#clear(words);
  }

  #fill({ language, errors, warnings, problems }: ToldProblems, words: PreviewWords): void {
    this.#region.setAttribute("aria-label", words.problems);
    this.#region.setAttribute("lang", language === "en" ? "en" : "zh-Hans");
    const total = words.totals(errors, warnings);
    const more = errors + warnings - problems.length;
    this.#total.textContent = total;
    this.#total.className = errors > 0 ? "preview-total is-error" : "preview-total";
    this.#lines.replaceChildren(...problems.map((each) => lineOf(each, words)));
    this.#more.textContent = more > 0 ? words.more(more) : "";
    this.#list.toggleAttribute("open", this.#isOpen(errors));
    this.#list.toggleAttribute("hidden", false);
    if (!this.#region.isConnected) document.body.append(this.#region);
    // Last, since what a live region holds when it comes into the page is not announced.
    this.#said.textContent = total;
  }

  #clear(words: PreviewWords): void {
    // The same mistake made again is another.
    sessionStorage.removeItem(memory);
    if (!this.#region.isConnected) return;
    this.#list.toggleAttribute("hidden", true);
    this.#said.textContent = words.mended;
  }

  #isOpen(errors: number): boolean {
    const kept = sessionStorage.getItem(memory);
    if (kept === `open ${this.#shown}`) return true;
    return kept !== `shut ${this.#shown}` && errors > 0;
  }

  #remember(): void {
    sessionStorage.setItem(memory, `${this.#list.hasAttribute("open") ? "open" : "shut"} ${this.#shown}`);
  }
}

function lineOf({ severity, place, message, remedy, rule }: ToldProblem, words: PreviewWords): HTMLElement {
  const line = element("li", `preview-line is-${severity}`);
  if (place !== undefined) line.append(filled("code", "preview-place", place));
  const said = filled("p", "preview-message", message);
  said.prepend(filled("strong", "", words.severity[severity]), " ");
  line.append(said);
  if (remedy !== undefined) line.append(filled("p", "preview-remedy", `${words.remedy}${remedy}`));
  if (rule !== undefined) line.append(filled("code", "preview-rule", rule));
  return line;
}

function filled(name: string, className: string, text: string): HTMLElement {
  const made = element(name, className);
  made.textContent = text;
  return made;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  return made;
}
