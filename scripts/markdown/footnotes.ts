import type { MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";
import { type BodyDraft, draftOf, type FootnoteNumber } from "./body-draft.ts";
import { printTokens } from "./print-tokens.ts";

/** Longest label of a footnote, in UTF-16 units. */
const longestLabel = 100;

/** The few words we add to a body, by language: fixed here, since a body must not wait for the page around it. */
const words = {
  "zh-Hans": { notes: "注释", note: (n: number) => `注释 ${n}`, back: (n: number) => `返回正文中的注释 ${n}` },
  "zh-Hant": { notes: "註釋", note: (n: number) => `註釋 ${n}`, back: (n: number) => `返回正文中的註釋 ${n}` },
  en: { notes: "Notes", note: (n: number) => `Note ${n}`, back: (n: number) => `Back to note ${n} in the text` },
} as const;

/**
 * Footnotes: `[^1]` in the text, `[^1]: …` on a line of its own, further paragraphs of the note indented by four spaces.
 *
 * They are numbered as the text refers to them (`footnote-list.ts`), printed ①②③ and listed at the end.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before("reference", "footnote", readNote, { alt: ["paragraph", "reference"] });
  md.inline.ruler.before("link", "footnote", readReference);
  printTokens(md, {
    footnote_ref: printNumbered(referenceHtml),
    footnotes_open: (_token, draft) =>
      `<section class="footnotes" role="doc-endnotes" aria-label="${wordsOf(draft).notes}">\n<ol>\n`,
    footnotes_close: () => "</ol>\n</section>\n",
    footnote_open: printNumbered((draft, { number }) => `<li id="${footnoteAnchor(draft, number)}">`),
    footnote_close: () => "</li>\n",
    footnote_back: printNumbered(backHtml),
  });
}

/** The anchor of reference `turn` to footnote `number`, or of the footnote itself without a turn. */
export function footnoteAnchor({ options }: BodyDraft, number: number, turn?: number): string {
  const prefix = options.idPrefix ?? "";
  if (turn === undefined) return `${prefix}fn-${number}`;
  return turn === 1 ? `${prefix}fnref-${number}` : `${prefix}fnref-${number}-${turn}`;
}

/** `n` in a circle, as Chinese notes are numbered: ① to ㊿, then (51). */
function circledNumber(n: number): string {
  if (n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (n <= 35) return String.fromCodePoint(0x3251 + n - 21);
  if (n <= 50) return String.fromCodePoint(0x32b1 + n - 36);
  return `(${n})`;
}

/** The end of the label that begins with `[^` at `start`, or -1; the label is between `start + 2` and the end. */
function labelEnd(source: string, start: number, max: number): number {
  if (source.charCodeAt(start) !== 0x5b || source.charCodeAt(start + 1) !== 0x5e) return -1;
  const last = Math.min(max, start + 2 + longestLabel);
  for (let at = start + 2; at < last; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x5d) return at === start + 2 ? -1 : at;
    if (code === 0x5b || code === 0x5e || code <= 0x20) return -1;
  }
  return -1;
}

function readNote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const max = state.eMarks[startLine] ?? 0;
  const end = labelEnd(state.src, start, max);
  if (end < 0 || state.src.charCodeAt(end + 1) !== 0x3a) return false;
  if (silent) return true;
  const open = state.push("footnote_open", "li", 1);
  open.info = state.src.slice(start + 2, end);
  open.map = [startLine, startLine + 1];
  const { notes } = draftOf(state.env);
  if (!notes.has(open.info)) notes.set(open.info, open);
  readNoteBlocks(state, [startLine, endLine], state.skipSpaces(end + 2));
  state.push("footnote_close", "li", -1);
  return true;
}

/** Reads the blocks of a note whose first text begins at `contentStart`; the state is as before afterwards. */
function readNoteBlocks(state: StateBlock, [line, endLine]: readonly [number, number], contentStart: number): void {
  const { parentType, blkIndent, tight, listIndent } = state;
  const [mark, shift, indent] = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0];
  state.parentType = "footnote";
  state.blkIndent = blkIndent + 4;
  state.bMarks[line] = Math.min(contentStart, state.eMarks[line] ?? contentStart);
  state.tShift[line] = 0;
  state.sCount[line] = state.blkIndent;
  state.md.block.tokenize(state, line, endLine);
  state.bMarks[line] = mark;
  state.tShift[line] = shift;
  state.sCount[line] = indent;
  state.parentType = parentType;
  state.blkIndent = blkIndent;
  state.tight = tight;
  state.listIndent = listIndent;
}

function readReference(state: StateInline, silent: boolean): boolean {
  const end = labelEnd(state.src, state.pos, state.posMax);
  if (end < 0) return false;
  const label = state.src.slice(state.pos + 2, end);
  if (!draftOf(state.env).notes.has(label)) return false;
  if (!silent) state.push("footnote_ref", "sup", 0).info = label;
  state.pos = end + 1;
  return true;
}

function wordsOf({ options }: BodyDraft): (typeof words)[keyof typeof words] {
  return words[options.language ?? "zh-Hans"];
}

type NumberedPrinter = (draft: BodyDraft, numbered: FootnoteNumber) => string;

function printNumbered(print: NumberedPrinter): (token: Token, draft: BodyDraft) => string {
  return (token, draft) => {
    const numbered = draft.numbers.get(token);
    return numbered === undefined ? "" : print(draft, numbered);
  };
}

function referenceHtml(draft: BodyDraft, { number, turns }: FootnoteNumber): string {
  const id = footnoteAnchor(draft, number, turns);
  const label = wordsOf(draft).note(number);
  const href = `#${footnoteAnchor(draft, number)}`;
  return `<sup class="footnote-ref"><a href="${href}" id="${id}" role="doc-noteref" aria-label="${label}">${circledNumber(number)}</a></sup>`;
}

function backHtml(draft: BodyDraft, { number, turns }: FootnoteNumber): string {
  const label = wordsOf(draft).back(number);
  const links: string[] = [];
  for (let turn = 1; turn <= turns; turn++) {
    const name = turns === 1 ? label : `${label}-${turn}`;
    const href = `#${footnoteAnchor(draft, number, turn)}`;
    links.push(`<a class="footnote-back" href="${href}" role="doc-backlink" aria-label="${name}">↩\u{fe0e}</a>`);
  }
  return ` ${links.join(" ")}`;
}
