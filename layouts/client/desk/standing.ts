import type { DeskArticle, DeskPage } from "./desk-state.ts";
import type { DeskWords, TimeLeft } from "./desk-words.ts";
import { element, filled } from "./elements.ts";

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** Where an article stands on its way to readers, how long it is, and under embargo the time that is left; of every page its file. */
export class Standing {
  readonly line = element("p", "desk-standing");
  readonly #left = element("span", "desk-left");
  readonly #nowMs: () => number;
  #article: DeskArticle | undefined;

  /** @param nowMs the clock, in milliseconds since 1970 */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Shows what is known of a page. */
  show({ article, file }: Partial<DeskPage>, words: DeskWords): void {
    this.#article = article;
    const state = article && filled("span", `desk-state is-${article.state}`, stateOf(article, words));
    const length =
      article === undefined || article.length === "" ? [] : [filled("span", "desk-length", article.length)];
    const source = file === undefined ? [] : [filled("code", "desk-source", file)];
    this.line.replaceChildren(...(state === undefined ? [] : [state]), this.#left, ...length, ...source);
    this.tick(words);
  }

  /** Brings the time that is left up to date. */
  tick(words: DeskWords): void {
    const { state, publishedMs } = this.#article ?? {};
    const leftMs = state === "embargoed" && publishedMs !== undefined ? publishedMs - this.#nowMs() : undefined;
    const text = leftMs === undefined ? "" : leftMs <= 0 ? words.due : words.left(timeLeft(leftMs));
    if (this.#left.textContent !== text) this.#left.textContent = text;
  }
}

/** `ms`, more than 0, as its two largest units; less than a second counts as one. */
export function timeLeft(ms: number): TimeLeft {
  const largest = units.findIndex(([, length]) => ms >= length);
  let rest = Math.max(ms, 1000);
  return units.slice(largest === -1 ? -1 : largest).flatMap(([unit, length], index) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return index > 1 || (index > 0 && count === 0) ? [] : [[count, unit] as const];
  });
}

function stateOf({ state, published }: DeskArticle, words: DeskWords): string {
  switch (state) {
    case "draft":
      return words.draft;
    case "embargoed":
      return words.embargoed(published);
    case "published":
      return words.published(published);
    case "retracted":
      return words.retracted;
    default:
      return state satisfies never;
  }
}
