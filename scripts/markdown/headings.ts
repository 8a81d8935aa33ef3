import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";

/** How many levels to move headings so that the highest of the body is `h2`, below the page's `h1`. */
export function headingShift(tokens: readonly Token[]): number {
  let highest = 7;
  for (const { type, tag } of tokens) if (type === "heading_open") highest = Math.min(highest, Number(tag.slice(1)));
  return highest === 7 ? 0 : 2 - highest;
}

/** Gives headings their level and anchor, in order. */
export class Headings {
  readonly #draft: BodyDraft;
  readonly #shift: number;
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(draft: BodyDraft, shift: number) {
    this.#draft = draft;
    this.#shift = shift;
  }

  /** Sets the heading between `open` and `close`, whose text without marks is `text`. */
  add(open: Token, close: Token | undefined, text: string): void {
    const level = Math.min(6, Number(open.tag.slice(1)) + this.#shift);
    const anchor = this.#freeAnchor(`${this.#draft.options.idPrefix ?? ""}${anchorOf(text)}`);
    open.tag = `h${level}`;
    open.attrSet("id", anchor);
    if (close) close.tag = open.tag;
    this.#draft.headings.push({ level, text, anchor });
    this.#draft.anchors.push(anchor);
  }

  #freeAnchor(wanted: string): string {
    let anchor = wanted;
    for (let turn = this.#next.get(wanted) ?? 2; this.#taken.has(anchor); turn++) {
      anchor = `${wanted}-${turn}`;
      this.#next.set(wanted, turn + 1);
    }
    this.#taken.add(anchor);
    return anchor;
  }
}

/** The anchor of a heading that reads `text`: lower case, spaces as hyphens, marks dropped; `section` when nothing is left. */
function anchorOf(text: string): string {
  if (/^[\u4e00-\u9fff]+$/u.test(text)) return text;
  const anchor = text
    .normalize("NFC")
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]+/gu, "")
    .trim()
    .replace(/\s+/gu, "-");
  // Footnotes have anchors of their own: `fn-1`, `fnref-1`.
  if (/^fn(?:ref)?-\d/u.test(anchor)) return `section-${anchor}`;
  return anchor === "" ? "section" : anchor;
}
