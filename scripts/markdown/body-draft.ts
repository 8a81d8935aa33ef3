import type { Env, Token } from "markdown-it";
import { type Problem, problem } from "../report/problem.ts";
import type { RuleName, RuleValues } from "../report/rules.ts";
import type { Language } from "../text/language.ts";
import type { BodyHeading, BodyLink, BodyPicture } from "./body.ts";
import type { HtmlTag } from "./html-tags.ts";
import { Places } from "./places.ts";

/**
 * The number of a footnote, from 1; with a reference, the turn of that reference among those to the same note,
 * and with the note itself, how many there are.
 */
export interface FootnoteNumber {
  readonly number: number;
  readonly turns: number;
}

/** What `renderBody` needs to know besides the text. */
export interface BodyOptions {
  /** The file the text stands in, for problems. */
  readonly file: string;
  /** Put before every anchor, where a page holds several texts: `note-`. Letters, digits and hyphens. */
  readonly idPrefix?: string;
  /** The language of the few words we add (`注释 1`, `返回正文`); `zh-Hans` if absent. */
  readonly language?: Language;
}

const key = Symbol("draft");

/** All that is found out about one text while it is parsed, surveyed and rendered; thrown away with the parse. */
export class BodyDraft {
  readonly options: BodyOptions;
  readonly places: Places;
  /** Whether anything in the text looks like a footnote's mark, or like a comment: most texts need not be searched for them again. */
  readonly mayHave: { readonly footnotes: boolean; readonly comments: boolean };
  readonly links: BodyLink[] = [];
  readonly pictures: BodyPicture[] = [];
  readonly headings: BodyHeading[] = [];
  readonly anchors: string[] = [];
  readonly problems: Problem[] = [];
  /** The slot of a link's opening and closing token, and of a picture's; a link token without one prints nothing. */
  readonly slots = new Map<Token, number>();
  /** The tags that are printed as tags; all others print as text. */
  readonly tags = new Map<Token, HtmlTag>();
  /** The parts of a block of HTML. */
  readonly blocks = new Map<Token, readonly Token[]>();
  /** The first definition of each footnote, by label. */
  readonly notes = new Map<string, Token>();
  /** Numbers of footnote references and notes. */
  readonly numbers = new Map<Token, FootnoteNumber>();
  /** How many blocks of HTML are open where the renderer is. */
  openBlocks = 0;
  readonly #said = new Set<string>();
  #lineStarts: number[] | undefined;
  #commentFrom = 0;
  #commentEnd = 0;

  constructor(text: string, options: BodyOptions) {
    this.options = options;
    this.places = new Places(text);
    this.mayHave = { footnotes: text.includes("[^"), comments: text.includes("<!--") };
  }

  /** Adds a problem of `rule` at `offset` of a paragraph's own text. */
  report<R extends RuleName>(rule: R, [owner, offset]: readonly [Token, number], values: RuleValues<R>): void {
    const [line, column] = this.places.spot(owner, offset);
    this.reportAt(rule, [line, column], values);
  }

  /** Adds a problem of `rule` at `line` and `column`. */
  reportAt<R extends RuleName>(rule: R, [line, column]: readonly [number, number], values: RuleValues<R>): void {
    this.problems.push(problem(rule, { file: this.options.file, line, column }, values));
  }

  /** Notes that the picture of `image` is set as a figure. */
  setAsFigure(image: Token): void {
    const slot = this.slots.get(image);
    const picture = slot === undefined ? undefined : this.pictures[slot];
    if (slot !== undefined && picture) this.pictures[slot] = { ...picture, isFigure: true };
  }

  /** Whether `matter` comes up for the first time in this text. */
  isNew(matter: string): boolean {
    if (this.#said.has(matter)) return false;
    this.#said.add(matter);
    return true;
  }

  /** Where the comment that opens at `open` ends, or -1. Calls come in rising order, so that all together are linear. */
  commentEnd(source: string, open: number): number {
    const isKnown = this.#commentFrom <= open + 4 && (this.#commentEnd < 0 || this.#commentEnd >= open + 7);
    if (isKnown && this.#commentFrom > 0) return this.#commentEnd;
    const close = source.indexOf("-->", open + 4);
    this.#commentFrom = open + 4;
    this.#commentEnd = close < 0 ? -1 : close + 3;
    return this.#commentEnd;
  }

  /** The line, from 0, that holds `offset` of `source`. */
  lineOf(source: string, offset: number): number {
    this.#lineStarts ??= lineStartsOf(source);
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The environment markdown-it carries this draft in. */
  env(): Env {
    return { [key]: this };
  }
}

/** The draft that `env` carries; throws where markdown-it was not started by `renderBody`. */
export function draftOf(env: Env | undefined): BodyDraft {
  const held = env?.[key];
  if (held instanceof BodyDraft) return held;
  throw new Error("the Markdown parser was run without a BodyDraft");
}

function lineStartsOf(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
