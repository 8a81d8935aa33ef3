import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { excerpt } from "./excerpt.ts";
import { blockTags, type HtmlTag, inlineTags, tableParts } from "./html-tags.ts";

/** Where a token stands: the paragraph or block of HTML it is in, and its offset there. */
export type Where = readonly [owner: Token, offset: number];

/** Tags deeper than this are text. */
const deepest = 20;
/** More unbalanced tags than these in one text are not reported one by one. */
const mostReported = 200;
const roots = new Set(["table", "details", "figure", "ruby"]);
const parts = new Set(["summary", "figcaption", "rt", "rp"]);
const flowTags = new Set("td th details figure figcaption".split(" "));

/**
 * A tag and those that mean nothing without it: rows and cells in a table, a summary in details, a reading in ruby.
 * A table stands or falls as a whole, since half of one would scatter over the page.
 */
interface Unit {
  readonly root: string;
  readonly tokens: Token[];
  isBroken: boolean;
}

interface Frame {
  /** Empty for an element of Markdown. */
  readonly name: string;
  /** Whether paragraphs and tables may stand in it. */
  readonly isFlow: boolean;
  readonly token?: Token;
  readonly where?: Where;
  readonly unit?: Unit;
  hasSummary: boolean;
  isBroken: boolean;
}

/**
 * Decides which tags of a text are printed as tags, so that the HTML is well-formed and every tag is where HTML allows it.
 *
 * It is told of all elements in order, Markdown's and the editor's. A tag counts only when its partner stands in the same
 * Markdown element (or, for blocks, among the same blocks) and everything between the two is nested in them.
 */
export class HtmlFrames {
  readonly #draft: BodyDraft;
  readonly #frames: Frame[] = [markdownFrame(true)];
  #depth = 0;
  #reported = 0;

  constructor(draft: BodyDraft) {
    this.#draft = draft;
  }

  /** An element of Markdown begins; `isFlow` where it holds blocks, not text. */
  enter(isFlow: boolean): void {
    this.#frames.push(markdownFrame(isFlow));
  }

  /** The last element of Markdown ends, and with it every tag left open in it. */
  leave(): void {
    for (let frame = this.#pop(); frame.name !== ""; frame = this.#pop()) this.#reject(frame);
  }

  /** Text or an inline element is printed. */
  addText(): void {
    const { unit, name } = this.#top();
    if (unit?.root === "table" && name !== "td" && name !== "th" && name !== "caption") unit.isBroken = true;
  }

  /** A block of Markdown is printed. */
  addBlock(): void {
    const top = this.#top();
    if (top.name === "summary") top.isBroken = true;
    this.addText();
  }

  /** A ruby of Markdown's is printed: none may stand in another, so a ruby of the editor's around it is taken back. */
  addRuby(): void {
    const outer = this.#frames.find(({ name }) => name === "ruby");
    if (outer) outer.isBroken = true;
  }

  /** Whether the paragraph that is open stands directly in a `figure` of the editor's. */
  isInFigure(): boolean {
    return this.#frames.at(-2)?.name === "figure";
  }

  /** The editor's tag `tag` stands here. */
  addTag(token: Token, tag: HtmlTag, where: Where): void {
    if (tag.isClosing) this.#close(token, tag, where);
    else this.#open(token, tag, where);
  }

  /** A block of HTML ends: tags within a line do not reach beyond it. */
  endHtmlBlock(): void {
    for (let top = this.#top(); inlineTags.has(top.name); top = this.#top()) this.#reject(this.#pop());
  }

  /** The text ends. */
  end(): void {
    this.leave();
  }

  #open(token: Token, tag: HtmlTag, where: Where): void {
    const top = this.#top();
    const unit = roots.has(tag.name)
      ? { root: tag.name, tokens: [], isBroken: false }
      : isPart(tag.name)
        ? top.unit
        : undefined;
    if (!this.#mayOpen(tag.name, top)) {
      this.addText();
      this.#report(token, where);
      return;
    }
    if (inlineTags.has(tag.name)) this.addText();
    this.#draft.tags.set(token, tag);
    unit?.tokens.push(token);
    if (tag.name === "br") return;
    if (tag.name === "summary") top.hasSummary = true;
    this.#depth++;
    const isFlow = flowTags.has(tag.name);
    this.#frames.push({
      name: tag.name,
      isFlow,
      token,
      where,
      hasSummary: false,
      isBroken: false,
      ...(unit && { unit }),
    });
  }

  #mayOpen(name: string, top: Frame): boolean {
    if (this.#depth >= deepest) return false;
    if (name === "rt" || name === "rp") return top.name === "ruby";
    if (name === "ruby") return !this.#frames.some((frame) => frame.name === "ruby");
    if (inlineTags.has(name)) return true;
    if (name === "summary") return top.name === "details" && !top.hasSummary;
    if (name === "figcaption") return top.name === "figure";
    return tableParts.get(name)?.includes(top.name) ?? top.isFlow;
  }

  #close(token: Token, tag: HtmlTag, where: Where): void {
    const at = this.#frames.findLastIndex((frame) => frame.name === tag.name || frame.name === "");
    if (this.#frames[at]?.name !== tag.name) {
      this.addText();
      this.#report(token, where);
      return;
    }
    while (this.#frames.length > at + 1) this.#reject(this.#pop());
    const frame = this.#pop();
    this.#draft.tags.set(token, tag);
    frame.unit?.tokens.push(token);
    if (frame.isBroken) {
      this.#draft.tags.delete(token);
      this.#reject(frame);
    } else if (frame.name === "table") {
      this.#settleTable(frame);
    }
  }

  #reject(frame: Frame): void {
    const { name, token, where, unit } = frame;
    if (token) this.#draft.tags.delete(token);
    if (unit?.root === "table") unit.isBroken = true;
    if (unit !== undefined && name === unit.root) this.#takeBack(unit);
    if (unit?.root !== "table" || name === "table") this.#report(token, where);
  }

  #settleTable({ unit, token, where }: Frame): void {
    if (unit === undefined || !unit.isBroken) return;
    this.#takeBack(unit);
    this.#report(token, where);
  }

  #takeBack(unit: Unit): void {
    for (const token of unit.tokens) this.#draft.tags.delete(token);
  }

  #report(token: Token | undefined, where: Where | undefined): void {
    if (token === undefined || where === undefined || ++this.#reported > mostReported) return;
    this.#draft.report("html-unbalanced", where, { tag: excerpt(token.content) });
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? markdownFrame(true);
  }

  #pop(): Frame {
    const frame = this.#frames.pop() ?? markdownFrame(true);
    if (frame.name !== "") this.#depth--;
    return frame;
  }
}

function isPart(name: string): boolean {
  return tableParts.has(name) || parts.has(name);
}

// Nothing is ever noted in the frame of an element of Markdown, so that one of each serves all.
const flowFrame: Frame = { name: "", isFlow: true, hasSummary: false, isBroken: false };
const textFrame: Frame = { name: "", isFlow: false, hasSummary: false, isBroken: false };

function markdownFrame(isFlow: boolean): Frame {
  return isFlow ? flowFrame : textFrame;
}

/** Whether a tag passes at all. */
export function isAllowedTag({ name, isClosing }: HtmlTag): boolean {
  return blockTags.has(name) || (inlineTags.has(name) && !(isClosing && name === "br"));
}
