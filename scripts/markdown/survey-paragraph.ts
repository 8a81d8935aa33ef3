import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { hasHan } from "./characters.ts";
import type { FootnoteReference } from "./footnote-list.ts";
import type { HtmlFrames, Where } from "./html-frames.ts";
import type { LinkRuns } from "./link-spam.ts";
import { isSpaceBetween } from "./soft-breaks.ts";
import { surveyImage, surveyLink } from "./survey-links.ts";
import { surveyTag } from "./survey-tag.ts";
import { UnreadMarks } from "./unread-marks.ts";

/** What is kept over the whole text while its paragraphs are surveyed. */
export interface SurveyTools {
  readonly draft: BodyDraft;
  readonly frames: HtmlFrames;
  readonly runs: LinkRuns;
  readonly references: FootnoteReference[];
}

/**
 * Goes through a paragraph's children in order, decides what depends on their neighbours, and records links and pictures.
 *
 * Line ends between Chinese characters and spaces at the start of the paragraph are taken out, `em` around Chinese becomes emphasis dots.
 */
export class ParagraphSurvey {
  readonly #tools: SurveyTools;
  readonly #owner: Token;
  readonly #note: Token | undefined;
  /** The paragraph's text without marks. */
  #text = "";
  /** The last piece of it. */
  #last = "";
  #lastHan = 0;
  readonly #emphases: { readonly token: Token; readonly start: number }[] = [];
  #link: { readonly token: Token; text: string; alt: string } | undefined;
  #isReading = false;
  #hasComment = false;
  /** How far footnote marks have been looked for in the source, and how many were not there. */
  #searched = 0;
  #missing = 0;
  /** The line end that is not settled yet. */
  #break: Token | undefined;
  #unread: UnreadMarks | undefined;

  constructor(tools: SurveyTools, owner: Token, note: Token | undefined) {
    this.#tools = tools;
    this.#owner = owner;
    this.#note = note;
  }

  /** The paragraph's text, read aloud: without marks, code kept, pictures and readings left out. */
  survey(): string {
    for (const child of this.#owner.children ?? []) this.#visit(child);
    return this.#text.trim();
  }

  #visit(child: Token): void {
    const { frames, runs } = this.#tools;
    if (child.nesting === -1) frames.leave();
    switch (child.type) {
      case "text":
        this.#addText(child);
        break;
      case "ruby":
        frames.addRuby();
        this.#add(child.content);
        break;
      case "code_inline":
        this.#add(child.content);
        break;
      case "softbreak":
        this.#breakLine(child);
        break;
      case "hardbreak":
        this.#add(" ");
        break;
      case "link_open":
        this.#link = { token: child, text: "", alt: "" };
        break;
      case "link_close":
        this.#endLink(child);
        break;
      case "image":
        this.#settleBreak("x");
        frames.addText();
        runs.addText("x");
        this.#addImage(child);
        break;
      case "em_open":
        this.#emphases.push({ token: child, start: this.#text.length });
        break;
      case "em_close":
        this.#endEmphasis();
        break;
      case "html_tag":
        this.#addTag(child);
        break;
      case "footnote_ref":
        this.#settleBreak("，");
        frames.addText();
        this.#tools.references.push({ token: child, within: this.#note });
        break;
    }
    if (child.nesting === 1) {
      frames.addText();
      frames.enter(false);
    }
  }

  #addText(child: Token): void {
    if (this.#last === "") child.content = child.content.trimStart();
    if (child.content === "") return;
    if (/[[#＃]/u.test(child.content)) this.#lookForMarks(child.content);
    this.#checkText(child.content);
    this.#add(child.content);
  }

  #add(piece: string): void {
    this.#settleBreak(piece);
    if (piece.trim() !== "") this.#tools.frames.addText();
    if (this.#link === undefined) this.#tools.runs.addText(piece);
    this.#last = piece;
    if (this.#isReading) return;
    if (this.#link !== undefined) this.#link.text += piece;
    this.#text += piece;
    if (this.#emphases.length > 0 && hasHan(piece)) this.#lastHan = this.#text.length;
  }

  /** A line ends; whether that is a space is settled by what comes next. */
  #breakLine(child: Token): void {
    child.hidden = true;
    this.#break ??= child;
  }

  #settleBreak(next: string): void {
    const lineEnd = this.#break;
    this.#break = undefined;
    if (lineEnd === undefined || this.#last === "" || this.#last === " " || !isSpaceBetween(this.#last, next)) return;
    lineEnd.hidden = false;
    this.#add(" ");
  }

  #endLink(close: Token): void {
    const link = this.#link;
    this.#link = undefined;
    if (link === undefined) return;
    const written = link.text.trim();
    const where = this.#where(link.token, link.token.info === "auto" ? 0 : -1);
    const slot = surveyLink(this.#tools, [link.token, where], written === "" ? link.alt : written);
    if (slot !== undefined) this.#tools.draft.slots.set(close, slot);
  }

  #addImage(child: Token): void {
    const alt = surveyImage(this.#tools.draft, child, this.#where(child, 0));
    // A picture without words is something to see all the same.
    if (this.#link) this.#link.alt += alt === "" ? " " : alt;
    if (this.#last === "") this.#last = "\u{fffc}";
  }

  #endEmphasis(): void {
    const emphasis = this.#emphases.pop();
    if (emphasis && this.#lastHan > emphasis.start) emphasis.token.attrSet("class", "dots");
  }

  #addTag(child: Token): void {
    const { draft, frames } = this.#tools;
    const tag = surveyTag(draft, frames, [child, this.#where(child, 0)]);
    if (tag?.name === "rt" || tag?.name === "rp") this.#isReading = !tag.isClosing;
    if (tag?.name === "ruby") this.#isReading = false;
    if (tag?.name === "br") this.#add(" ");
    else if (this.#last === "") this.#last = "\u{fffc}";
  }

  #where(child: Token, shift: number): Where {
    return [this.#owner, Math.max(0, (child.map?.[0] ?? 0) + shift)];
  }

  #lookForMarks(text: string): void {
    this.#unread ??= new UnreadMarks(this.#tools.draft, this.#owner);
    this.#unread.look(text, this.#last === "" || this.#break !== undefined);
  }

  #checkText(text: string): void {
    const { draft } = this.#tools;
    if (draft.mayHave.footnotes && text.includes("[^")) this.#checkFootnotes(text);
    if (!draft.mayHave.comments || this.#hasComment || !text.includes("<!--")) return;
    this.#hasComment = true;
    const { content } = this.#owner;
    const at = content.indexOf("<!--", content.lastIndexOf("-->") + 1);
    if (at >= 0 && content.charAt(at - 1) !== "\\" && draft.isNew("comment"))
      draft.report("comment-unclosed", [this.#owner, at], {});
  }

  /** A footnote's mark without its note; in a text without notes, only numbers are taken for marks. */
  #checkFootnotes(text: string): void {
    const { draft } = this.#tools;
    for (const [mark, label = ""] of text.matchAll(/\[\^([\p{L}\p{N}_-]{1,100})\]/gu)) {
      if ((draft.notes.size === 0 && !/^\d+$/u.test(label)) || draft.notes.has(label)) continue;
      // The search goes on from the last mark, and gives up where marks are escaped: it must not begin anew for each.
      const at = this.#missing < 20 ? this.#owner.content.indexOf(mark, this.#searched) : -1;
      if (at < 0) this.#missing++;
      else this.#searched = at + 1;
      if (at >= 0 && draft.isNew(`footnote ${label}`)) draft.report("footnote-undefined", [this.#owner, at], { label });
    }
  }
}
