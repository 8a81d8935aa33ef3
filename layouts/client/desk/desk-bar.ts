import type { PreviewState } from "../preview-state.ts";
import { AnswerSection } from "./answer-section.ts";
import { changesForm } from "./changes-form.ts";
import { DeskMemory } from "./desk-memory.ts";
import type { DeskSection } from "./desk-section.ts";
import { type DeskWords, deskWordsIn } from "./desk-words.ts";
import { button, element, filled, holding } from "./elements.ts";
import { ProblemSection } from "./problem-section.ts";
import { relatedForm } from "./related-form.ts";
import { Standing } from "./standing.ts";
import { wechatForm } from "./wechat-form.ts";

const panelId = "banxin-desk-panel";
const msToTick = 1000;

/** A section with its button and what counts what is in it. */
interface Drawer {
  readonly section: DeskSection;
  readonly button: HTMLElement;
}

/**
 * The bar at the foot of every page of a preview: what is wrong, where the article stands, and what an editor may ask about it.
 *
 * It takes no focus by itself. Errors open what is wrong, until it is put away; warnings only say how many they are. What is open stays
 * so on the next page, and what is folded away on all pages. Whatever comes from content becomes text nodes.
 */
export class DeskBar {
  readonly #bar = element("aside", "desk");
  readonly #said = element("p", "desk-said");
  readonly #panel = element("div", "desk-panel");
  readonly #row = element("div", "desk-row");
  readonly #fold: HTMLElement;
  readonly #standing: Standing;
  readonly #memory = new DeskMemory();
  readonly #drawers: readonly Drawer[];
  #state: PreviewState | undefined;
  /** What the panel holds. */
  #lastOpen: DeskSection | undefined;
  #announced = "";

  /** @param nowMs the clock, in milliseconds since 1970 */
  constructor(nowMs: () => number) {
    const sections: readonly DeskSection[] = [
      new ProblemSection(),
      new AnswerSection(relatedForm),
      new AnswerSection(changesForm),
      new AnswerSection(wechatForm),
    ];
    this.#standing = new Standing(nowMs);
    this.#drawers = sections.map((section) => ({
      section,
      button: button("desk-tool", "", () => this.#press(section)),
    }));
    this.#fold = button("desk-fold", "", () => this.#foldOrUnfold());
    this.#said.setAttribute("role", "status");
    this.#panel.setAttribute("id", panelId);
    this.#panel.setAttribute("role", "region");
    // What scrolls can be reached by the keyboard.
    this.#panel.setAttribute("tabindex", "0");
    this.#row.append(
      this.#standing.line,
      holding("div", "desk-tools", ...this.#drawers.map((each) => each.button)),
      this.#fold,
    );
    this.#bar.append(this.#said, this.#panel, this.#row);
    this.#bar.addEventListener("keydown", (event) => this.#listenToKeys(event));
    setInterval(() => this.#state && this.#standing.tick(deskWordsIn(this.#state.language)), msToTick);
  }

  /** Shows `state` in place of what was shown before. */
  show(state: PreviewState): void {
    const words = deskWordsIn(state.language);
    this.#state = state;
    this.#bar.setAttribute("lang", state.language);
    this.#bar.setAttribute("aria-label", words.desk);
    this.#standing.show(state.desk ?? {}, words);
    // The same mistake made again is another.
    if (state.errors === 0) this.#memory.putAway = undefined;
    this.#arrange();
    if (!this.#bar.isConnected) document.body.append(this.#bar);
    // Last, since what a live region holds when it comes into the page is not announced.
    this.#announce(words);
  }

  #announce(words: DeskWords): void {
    const { errors = 0, warnings = 0 } = this.#state ?? {};
    const text = errors + warnings > 0 ? words.totals(errors, warnings) : this.#announced === "" ? "" : words.mended;
    if (text !== this.#announced) this.#said.textContent = text;
    this.#announced = text;
  }

  /** The section that is to lie open. */
  #wanted(state: PreviewState): DeskSection | undefined {
    const offered = this.#drawers.map(({ section }) => section).filter((section) => section.isOffered(state));
    const isNews = state.errors > 0 && this.#memory.putAway !== errorsOf(state);
    const name = isNews ? "problems" : this.#memory.open;
    return offered.find((section) => section.name === name);
  }

  #arrange(): void {
    const state = this.#state;
    if (state === undefined) return;
    const words = deskWordsIn(state.language);
    const { isFolded } = this.#memory;
    const wanted = isFolded ? undefined : this.#wanted(state);
    for (const { section, button: own } of this.#drawers) {
      const badge = section.badge(state);
      own.replaceChildren(
        filled("span", "", section.label(words)),
        ...(badge === undefined
          ? []
          : [filled("span", badge.isError ? "desk-badge is-error" : "desk-badge", badge.text)]),
      );
      own.toggleAttribute("hidden", !section.isOffered(state));
      own.setAttribute("aria-expanded", String(section === wanted));
      own.setAttribute("aria-controls", panelId);
    }
    this.#bar.toggleAttribute("data-folded", isFolded);
    this.#fold.setAttribute("aria-expanded", String(!isFolded));
    this.#fold.setAttribute("aria-label", isFolded ? words.unfold : words.fold);
    this.#fold.replaceChildren(...(isFolded ? [filled("span", "", words.desk), ...this.#foldedBadge(state)] : []));
    this.#panel.toggleAttribute("hidden", wanted === undefined);
    document.documentElement.setAttribute("data-desk", isFolded ? "folded" : wanted === undefined ? "shut" : "open");
    if (wanted === undefined) return;
    wanted.show(state, words);
    this.#panel.setAttribute("aria-label", wanted.label(words));
    // Putting in again what is there would take the focus out of it.
    if (this.#lastOpen !== wanted) this.#panel.replaceChildren(wanted.panel);
    this.#lastOpen = wanted;
  }

  #foldedBadge(state: PreviewState): readonly HTMLElement[] {
    const badge = this.#drawers[0]?.section.badge(state);
    return badge === undefined
      ? []
      : [filled("span", badge.isError ? "desk-badge is-error" : "desk-badge", badge.text)];
  }

  /** Opens a section, or closes the one that lies open. */
  #press(section: DeskSection): void {
    const state = this.#state;
    if (state === undefined) return;
    const isOpen = this.#wanted(state) === section;
    if (state.errors > 0) this.#memory.putAway = errorsOf(state);
    this.#memory.open = isOpen ? "" : section.name;
    this.#arrange();
  }

  #foldOrUnfold(): void {
    this.#memory.isFolded = !this.#memory.isFolded;
    this.#arrange();
  }

  /** Escape closes what is open and goes back to its button. */
  #listenToKeys(event: Event): void {
    const state = this.#state;
    if (state === undefined || !("key" in event) || event.key !== "Escape" || this.#memory.isFolded) return;
    const open = this.#wanted(state);
    if (open === undefined) return;
    this.#press(open);
    this.#drawers.find(({ section }) => section === open)?.button.focus();
  }
}

/** Tells one set of mistakes from another. */
function errorsOf({ errors, warnings, problems }: PreviewState): string {
  return JSON.stringify([errors, warnings, problems]);
}
