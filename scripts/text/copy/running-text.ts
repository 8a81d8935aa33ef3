import { maskMarkdown } from "../mask-markdown.ts";
import { withoutIndentedCode } from "./indented-code.ts";
import { closer, halfMark, han, latin, opener, particle, roleAt, runner, straight, wide } from "./unit-roles.ts";

/** What a paragraph is in the Markdown: running text, a heading, a line of a list, a row of a table. */
export type ParagraphKind = "prose" | "heading" | "list" | "row";

/** Lines that belong together, and what the copy desk looks at in them. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  /** From the first character behind the line's marks (`#`, `>`, `-`, `1.`); UTF-16 units of the whole text. */
  readonly start: number;
  /** The end, exclusive, without the last line break. */
  readonly end: number;
  /** Indexes of all that may be a slip, ascending. */
  readonly marks: readonly number[];
  /** How many Han characters it has. */
  readonly han: number;
  /** How many Latin letters it has. */
  readonly latin: number;
}

/** A Markdown text as the copy desk reads it. */
export interface RunningText {
  readonly text: string;
  /** `text` with all that is no running text blanked out, index for index. */
  readonly masked: string;
  /** Those that have letters, in order. */
  readonly paragraphs: readonly Paragraph[];
}

const looked = halfMark | opener | closer | straight | wide;

/** Reads a Markdown text; takes linear time. */
export function readRunningText(text: string): RunningText {
  const masked = withoutIndentedCode(maskMarkdown(text));
  const paragraphs: Paragraph[] = [];
  let open: OpenParagraph | undefined;
  for (let start = 0; start <= masked.length; ) {
    const feed = masked.indexOf("\n", start);
    const end = feed < 0 ? masked.length : feed;
    const { kind, from } = beginningOf(masked, start, end);
    if (open !== undefined && (kind !== "prose" || from === end)) open = closeParagraph(open, paragraphs);
    if (from < end) {
      open ??= { kind, start: from, end, marks: [], han: 0, latin: 0 };
      readLine(masked, from, end, open);
      if (kind === "heading" || kind === "row") open = closeParagraph(open, paragraphs);
    }
    start = end + 1;
  }
  if (open !== undefined) closeParagraph(open, paragraphs);
  return { text, masked, paragraphs };
}

interface OpenParagraph extends Omit<Paragraph, "marks" | "end" | "han" | "latin"> {
  end: number;
  readonly marks: number[];
  han: number;
  latin: number;
}

function closeParagraph(open: OpenParagraph, paragraphs: Paragraph[]): undefined {
  if (open.han > 0 || open.latin > 0) paragraphs.push(open);
  return undefined;
}

const lineMarks = /(?:[ \t]*>)*[ \t]*(?:(#{1,6}[ \t]+)|((?:[-*+]|\d{1,9}[.)])[ \t]+)|(\|)|(\[\^[^\]\n]{1,40}\]:))?/uy;

/** What the line from `start` to `end` begins with, and where its own text begins. A blank line begins at its end. */
function beginningOf(
  masked: string,
  start: number,
  end: number,
): { readonly kind: ParagraphKind; readonly from: number } {
  if (start === end || !beginsMarks(masked.charCodeAt(start))) return { kind: "prose", from: start };
  lineMarks.lastIndex = start;
  const [, heading, list, row, note] = lineMarks.exec(masked) ?? [];
  const from = Math.min(lineMarks.lastIndex, end);
  if (heading !== undefined) return { kind: "heading", from };
  if (list !== undefined || note !== undefined) return { kind: "list", from };
  return { kind: row === undefined ? "prose" : "row", from };
}

/** Whether a line's own marks can begin with this unit: spaces, `#`, `*`, `+`, `-`, `>`, `[`, `|` and digits. */
function beginsMarks(unit: number): boolean {
  if (unit > 0x7c) return false;
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x2a && unit <= 0x2d) ||
    [0x09, 0x20, 0x23, 0x3e, 0x5b, 0x7c].includes(unit)
  );
}

function readLine(masked: string, from: number, end: number, paragraph: OpenParagraph): void {
  let before = 0;
  for (let at = from; at < end; at++) {
    const unit = masked.charCodeAt(at);
    const role = roleAt(masked, at);
    if (role !== 0) {
      if ((role & han) !== 0) paragraph.han++;
      else if ((role & latin) !== 0) paragraph.latin++;
      if ((role & looked) !== 0 || (unit === before && (role & (particle | runner)) !== 0)) paragraph.marks.push(at);
    }
    before = unit;
  }
  paragraph.end = end;
}

/** Whether a paragraph is Chinese: the marks of a Latin one that names a Chinese word or two are Latin. */
export function isChinese({ han: hanCount, latin: latinCount }: Paragraph): boolean {
  return hanCount > 0 && hanCount * 5 >= latinCount;
}

/** How far back a link's address or a tag is looked for: a bound that keeps odd texts linear. */
const reach = 400;

/**
 * The index of the character that readers see before `at`: emphasis marks, link addresses, labels, tags and footnote marks are passed over.
 *
 * -1 where the text begins; the index of a blanked-out character where code stands there.
 */
export function seenBefore({ text, masked }: RunningText, at: number): number {
  let index = at - 1;
  for (let steps = 0; index >= 0 && steps < 12; steps++) {
    const unit = masked[index];
    if (unit === "*" || unit === "~") index--;
    else if (unit === "]") index = beforeLabel(masked, index);
    else if (unit === " " && text[index] === ")") index = beforeBlanked(text, index, "](");
    else if (unit === " " && text[index] === ">") index = beforeBlanked(text, index, "<");
    else break;
  }
  return index;
}

/** Before `](address)` or a tag that ends at `index`; `index` itself where none begins within reach. */
function beforeBlanked(text: string, index: number, opening: string): number {
  const start = text.slice(Math.max(0, index - reach), index).lastIndexOf(opening);
  return start < 0 ? index : Math.max(0, index - reach) + start - 1;
}

/** Before `][label]`, `[^1]` or the `]` at `index` alone. */
function beforeLabel(masked: string, index: number): number {
  const start = masked.slice(Math.max(0, index - 24), index).lastIndexOf("[");
  if (start < 0) return index - 1;
  const open = Math.max(0, index - 24) + start;
  if (masked[open + 1] === "^") return open - 1;
  return masked[open - 1] === "]" ? open - 2 : index - 1;
}

/** The index of the character that readers see after `at`, emphasis marks and link brackets passed over; the text's length at its end. */
export function seenAfter({ masked }: RunningText, at: number): number {
  let index = at + 1;
  while (masked[index] === "*" || masked[index] === "~" || masked[index] === "[") index++;
  return Math.min(index, masked.length);
}

/** True where nothing, a line break or a space (also one in the place of code or a tag) stands at `index`. */
export function isGap(masked: string, index: number): boolean {
  const unit = masked.charCodeAt(index);
  return Number.isNaN(unit) || unit === 0x20 || unit === 0x0a || unit === 0x09;
}

/**
 * Behind the spaces from `index` on: a full-width mark has its room in itself (clreq, 3.1.1).
 *
 * `index` itself where Markdown needs them: before a line's end (two break it), a column of a table and the `#` that close a heading.
 */
export function afterSpaces(text: string, index: number): number {
  let end = index;
  while (text[end] === " ") end++;
  return end >= text.length || /[\n|#]/u.test(text[end] ?? "") ? index : end;
}
