import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { excerpt } from "./excerpt.ts";

/** Words in square brackets, then others in round ones, of either width, with or without a space between. */
const linkForm =
  /\](?<=(?<bang>[!！]?)\[(?<words>[^[\]\n]{0,100})\])(?<gap> ?)(?<open>[(（])(?<inner>[^()（）<>\n]{1,300})(?<close>[)）])/gu;
/** What an address begins or ends with, so that words in brackets are not taken for one. */
const addressForm = /^(?:https?:\/\/|\.{0,2}\/\S)|\.(?:jpe?g|png|webp|avif|gif|md|pdf)(?:#\S*)?$/iu;
/** A heading without the space behind its marks, or with marks in the width of Chinese. `#1` is words, and so is `#书#`. */
const headingForm = /^(#{2,6}(?! )|＃{1,6}|#(?=\p{Script=Han}))[ \u3000]*([^#＃\s].{0,60})$/u;
/** Texts that are not found in the source as they read, after which no more are looked for. */
const mostMissing = 20;

/** Reports as `markup-literal` what in one paragraph was meant as a heading, link or picture and has been read as plain words. */
export class UnreadMarks {
  readonly #draft: BodyDraft;
  readonly #owner: Token;
  /** How far the source has been searched, so that all searches together are linear. */
  #searched = 0;
  #missing = 0;

  constructor(draft: BodyDraft, owner: Token) {
    this.#draft = draft;
    this.#owner = owner;
  }

  /** Looks through `text`, the next piece of plain words; `isLineStart` where a line of the source may begin with it. */
  look(text: string, isLineStart: boolean): void {
    if (isLineStart) this.#lookForHeading(text);
    if (/\] ?[(（]/u.test(text)) this.#lookForLinks(text);
  }

  #lookForHeading(text: string): void {
    const [, marks = "", words = ""] = headingForm.exec(text) ?? [];
    if (words === "" || (marks.length === 1 && /[#＃]/u.test(words))) return;
    const right = `${"#".repeat(Math.max(2, marks.length))} ${words.replace(/[ #＃]+$/u, "")}`;
    // Lines that stand further in than a heading may are code.
    this.#report(text, right, 4);
  }

  #lookForLinks(text: string): void {
    for (const { 0: rest, groups = {} } of text.matchAll(linkForm)) {
      const { bang = "", words = "", gap = "", open, inner = "", close } = groups;
      const [, address = "", title = ""] = /^\s*(.*?)(\s+["“'][^"”']*["”'])?\s*$/u.exec(inner) ?? [];
      const isOdd = gap !== "" || open !== "(" || close !== ")";
      // `[1] (https://…)` is the number of a reference.
      const isNumber = gap !== "" && /^\d*$/u.test(words) && bang === "";
      if (isNumber || !addressForm.test(address) || (!isOdd && !/\s/u.test(address))) continue;
      const written = /\s/u.test(address) ? `<${address}>` : address;
      const right = `${bang === "" ? "" : "!"}[${words}](${written}${title})`;
      this.#report(`${bang}[${words}${rest}`, right, Number.POSITIVE_INFINITY);
    }
  }

  #report(text: string, right: string, furthest: number): void {
    const { content } = this.#owner;
    const at = this.#missing < mostMissing ? content.indexOf(text, this.#searched) : -1;
    if (at < 0) {
      this.#missing++;
      return;
    }
    this.#searched = at + 1;
    // Marks that were escaped are meant as words.
    if (content.charAt(at - 1) === "\\") return;
    const [line, column] = this.#draft.places.spot(this.#owner, at);
    if (column <= furthest) this.#draft.reportAt("markup-literal", [line, column], { text: excerpt(text), right });
  }
}
