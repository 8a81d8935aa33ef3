import { isHan } from "./han.ts";
import { closingRole, lineRoleAt } from "./line-roles.ts";

/** Longest character reference that is looked for, `&quot;` and the like. */
const longestReference = 8;

/** Where the character that ends before `at` begins, a reference (`&amp;`) counting as one; -1 at a tag, a space or the start. */
export function characterBefore(html: string, at: number): number {
  const code = html.charCodeAt(at - 1);
  if (at <= 0 || code === 0x3e || isSpace(code)) return -1;
  if (code === 0x3b) {
    const start = html.slice(Math.max(0, at - longestReference), at).search(/&#?[a-z0-9]+;$/iu);
    if (start >= 0) return Math.max(0, at - longestReference) + start;
  }
  return isLowSurrogate(code) ? at - 2 : at - 1;
}

/** Where the character that begins at `at` ends; -1 at a tag, a reference, a space or the end. */
export function characterAfter(html: string, at: number): number {
  const code = html.charCodeAt(at);
  if (at >= html.length || code === 0x3c || code === 0x26 || isSpace(code)) return -1;
  return isLowSurrogate(html.charCodeAt(at + 1)) ? at + 2 : at + 1;
}

/**
 * The last two Han characters before the tag at `at`, with the marks after them: from where to where; nothing, as an empty range,
 * where the text does not end so. Footnote marks behind them are passed over.
 */
export function startOfEnding(html: string, at: number): readonly [start: number, end: number] {
  const end = beforeFootnotes(html, at);
  let start = end;
  for (let marks = 0; marks < 6 && isEndMark(html, start - 1); marks++) start--;
  for (let count = 0; count < 2; count++) {
    const before = characterBefore(html, start);
    if (before < 0 || !isHan(html.codePointAt(before) ?? 0)) return [end, end];
    start = before;
  }
  return [start, end];
}

function beforeFootnotes(html: string, at: number): number {
  let end = at;
  while (html.endsWith("</sup>", end)) {
    const start = html.lastIndexOf("<sup", end - 1);
    if (!html.startsWith('<sup class="footnote-ref"', start)) return end;
    end = start;
  }
  return end;
}

function isEndMark(html: string, at: number): boolean {
  return (lineRoleAt(html, at) & closingRole) !== 0 || "！？…".includes(html.charAt(at) || " ");
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000;
}

function isLowSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}
