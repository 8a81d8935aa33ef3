import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { continuesSentence, type Display } from "./continued.ts";
import { decodeEntities } from "./entities.ts";
import { excerpt } from "./excerpt.ts";
import { asFigures, lonePictures } from "./figures.ts";
import type { FootnoteReference } from "./footnote-list.ts";
import { Headings, headingShift } from "./headings.ts";
import { cutHtml } from "./html.ts";
import { HtmlFrames } from "./html-frames.ts";
import { LinkRuns } from "./link-spam.ts";
import { PlainToken } from "./plain-token.ts";
import { ParagraphSurvey, type SurveyTools } from "./survey-paragraph.ts";
import { surveyTag } from "./survey-tag.ts";

/** What a survey finds besides what it notes in the draft. */
export interface Surveyed {
  readonly references: readonly FootnoteReference[];
  /** First line and line after the last, from 0, of each block of fenced code. */
  readonly fences: readonly (readonly [number, number])[];
  readonly text: string;
  readonly paragraphs: string;
}

const flow = new Set(["blockquote_open", "list_item_open", "footnote_open"]);
/** What may stand within a sentence, between two paragraphs. */
const displays: ReadonlyMap<string, Display> = new Map([
  ["blockquote_open", "words"],
  ["bullet_list_open", "words"],
  ["ordered_list_open", "words"],
  ["table_open", "words"],
  ["html_block", "words"],
  ["fence", "picture"],
]);

/** Goes once through a parsed text, and notes in `draft` all that is printed by what stands around it, and all problems. */
export function surveyBody(draft: BodyDraft, tokens: readonly Token[]): Surveyed {
  return new BodySurvey(draft, tokens).survey();
}

class BodySurvey {
  readonly #tools: SurveyTools;
  readonly #tokens: readonly Token[];
  readonly #headings: Headings;
  readonly #fences: (readonly [number, number])[] = [];
  readonly #lines: string[] = [];
  readonly #paragraphs: string[] = [];
  readonly #notes: Token[] = [];
  /** The line of a table's row, its cells so far. */
  #row: { readonly line: number; readonly cells: string[] } = { line: 0, cells: [] };
  /** The last running paragraph since the last heading, and what has been displayed after it. */
  #before = "";
  #display: Display | undefined;

  constructor(draft: BodyDraft, tokens: readonly Token[]) {
    this.#tools = { draft, frames: new HtmlFrames(draft), runs: new LinkRuns(draft), references: [] };
    this.#tokens = tokens;
    this.#headings = new Headings(draft, headingShift(tokens));
  }

  survey(): Surveyed {
    this.#tokens.forEach((token, index) => {
      this.#visit(token, index);
    });
    this.#tools.runs.end();
    this.#tools.frames.end();
    const { references } = this.#tools;
    const [text, paragraphs] = [this.#lines.join("\n"), this.#paragraphs.join("\n")];
    return { references, fences: this.#fences, text, paragraphs };
  }

  #visit(token: Token, index: number): void {
    const { frames, runs } = this.#tools;
    if (token.level === 0) this.#display = displays.get(token.type) ?? this.#display;
    switch (token.type) {
      case "inline":
        this.#addInline(token, index);
        return;
      case "html_block":
        this.#addHtml(token);
        return;
      case "comment":
        return;
      case "fence":
        this.#addFence(token);
        break;
      case "footnote_open":
        this.#notes.push(token);
        break;
      case "footnote_close":
        this.#notes.pop();
        break;
      case "tr_open":
        this.#row = { line: token.map?.[0] ?? this.#row.line, cells: [] };
        break;
      case "tr_close":
        this.#addLine(this.#row.cells.filter((cell) => cell !== "").join(" "));
        break;
    }
    if (token.nesting === -1) frames.leave();
    if (token.nesting >= 0) frames.addBlock();
    if (token.nesting === 1) frames.enter(flow.has(token.type));
    if (token.nesting === 0) runs.end();
  }

  #addInline(token: Token, index: number): void {
    const { draft, runs } = this.#tools;
    const open = this.#tokens[index - 1];
    const close = this.#tokens[index + 1];
    const isCell = open?.tag === "td" || open?.tag === "th";
    if (isCell) {
      token.map = [this.#row.line, this.#row.line + 1];
      draft.places.addCell(token, this.#row.cells.length);
    }
    const text = new ParagraphSurvey(this.#tools, token, this.#notes.at(-1)).survey();
    if (isCell) {
      this.#row.cells.push(text);
      return;
    }
    this.#addLine(text);
    if (open?.type === "heading_open") {
      this.#checkUnderline(token, open, text);
      this.#headings.add(open, close, text);
      this.#before = "";
      runs.end();
      return;
    }
    runs.endLine();
    if (text === "" && open && close) this.#setParagraph(token, open, close);
    if (open?.level === 0) this.#addParagraph(open, text);
  }

  /** A paragraph with a line of hyphens below it that was hardly meant as a heading: it is long, or ends as a sentence does. */
  #checkUnderline(token: Token, { markup }: Token, text: string): void {
    if (markup !== "-" || !(text.length > 40 || /[。！？…；：，.!?;:,]$/u.test(text))) return;
    this.#tools.draft.report("heading-by-line", [token, 0], { text: excerpt(text), marks: "---" });
  }

  /** A running paragraph; one without words is a figure, or nothing. */
  #addParagraph(open: Token, text: string): void {
    if (text === "") {
      this.#display ??= "picture";
      return;
    }
    if (this.#display !== undefined && continuesSentence(this.#before, this.#display, text))
      open.attrSet("class", "continued");
    this.#before = text;
    this.#display = undefined;
    this.#paragraphs.push(text);
  }

  /** Of a paragraph without words: sets pictures that stand alone as figures, and takes out one that holds comments alone. */
  #setParagraph(token: Token, open: Token, close: Token): void {
    const { draft, frames } = this.#tools;
    const children = token.children ?? [];
    const pictures = lonePictures(children);
    const isEmpty = pictures.length === 0 && children.every(isBlank);
    if (pictures.length === 0 && !isEmpty) return;
    open.hidden = true;
    close.hidden = true;
    for (const picture of pictures) draft.setAsFigure(picture);
    if (isEmpty) token.children = [];
    else if (!frames.isInFigure()) token.children = asFigures(draft, children);
  }

  #addHtml(block: Token): void {
    const { draft, frames, runs } = this.#tools;
    const parts = cutHtml(block, (type) => new PlainToken(type, "", 0));
    draft.blocks.set(block, parts);
    let text = "";
    for (const part of parts) {
      if (part.type === "html_tag") surveyTag(draft, frames, [part, [block, part.map?.[0] ?? 0]]);
      if (part.type !== "text" || part.content.trim() === "") continue;
      frames.addText();
      text += ` ${part.content}`;
      const comment = part.content.indexOf("<!--");
      if (comment >= 0 && draft.isNew("comment"))
        draft.report("comment-unclosed", [block, (part.map?.[0] ?? 0) + comment], {});
    }
    frames.endHtmlBlock();
    runs.end();
    this.#addLine(decodeEntities(text).replaceAll(/\s+/gu, " ").trim());
  }

  #addFence({ map, markup }: Token): void {
    if (map === null) return;
    const { lines } = this.#tools.draft.places;
    const [first, end] = map;
    this.#fences.push([first, end]);
    const last = (lines[end - 1] ?? "").replace(/^[\s>]+/u, "").trimEnd();
    const isClosed = end - first > 1 && last.startsWith(markup) && last === markup.charAt(0).repeat(last.length);
    if (isClosed) return;
    const column = [...(lines[first] ?? "").split(markup, 1).join("")].length + 1;
    this.#tools.draft.reportAt("fence-unclosed", [first + 1, column], { fence: markup });
  }

  #addLine(text: string): void {
    if (text !== "") this.#lines.push(text);
  }
}

function isBlank({ type, content }: Token): boolean {
  return (
    type === "comment" || type === "softbreak" || type === "hardbreak" || (type === "text" && content.trim() === "")
  );
}
