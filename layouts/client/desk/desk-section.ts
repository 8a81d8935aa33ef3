import type { PreviewState } from "../preview-state.ts";
import type { DeskWords } from "./desk-words.ts";

/** How much there is to see, beside a button's word. */
export interface DeskBadge {
  readonly text: string;
  readonly isError: boolean;
}

/** One of the things that the desk bar opens. */
export interface DeskSection {
  readonly name: string;
  readonly panel: HTMLElement;
  /** The word on its button. */
  label(words: DeskWords): string;
  /** How much there is to see; nothing where that is not known, or nothing at all. */
  badge(state: PreviewState): DeskBadge | undefined;
  /** Whether the page has it. */
  isOffered(state: PreviewState): boolean;
  /** Brings the panel up to date. Called when it is opened and, as long as it is open, whenever something is told. */
  show(state: PreviewState, words: DeskWords): void;
}
