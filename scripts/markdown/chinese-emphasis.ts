import type { MarkdownIt } from "markdown-it";
import { codePointAfter, codePointBefore, isEastAsian } from "./characters.ts";
import { InlineState } from "./inline-state.ts";

/**
 * markdown-it's inline parser, taught where emphasis begins and ends in Chinese.
 *
 * CommonMark tells openers from closers by the spaces and marks around them, which Chinese does not have: `**句号。**后文`
 * would stay asterisks. Here East Asian characters and their full-width marks count as letters, and a Western mark
 * (the quotation marks are Western to Unicode) next to one may open or close. The idea is that of
 * https://github.com/tats-u/markdown-cjk-friendly. Text without East Asian characters keeps CommonMark's rules to the letter.
 */
class ChineseInline extends InlineState {
  override scanDelims(start: number, canSplitWord: boolean): { can_open: boolean; can_close: boolean; length: number } {
    const marker = this.src.charCodeAt(start);
    let end = start;
    while (end < this.posMax && this.src.charCodeAt(end) === marker) end++;
    const before = this.#look(codePointBefore(this.src, start));
    const after = this.#look(codePointAfter(this.src, end, this.posMax));
    const opens =
      !after.isSpace && (!after.isWesternMark || before.isSpace || before.isWesternMark || before.isEastAsian);
    const closes =
      !before.isSpace && (!before.isWesternMark || after.isSpace || after.isWesternMark || after.isEastAsian);
    return {
      can_open: opens && (canSplitWord || !closes || before.isMark),
      can_close: closes && (canSplitWord || !opens || after.isMark),
      length: end - start,
    };
  }

  #look(code: number): { isSpace: boolean; isMark: boolean; isEastAsian: boolean; isWesternMark: boolean } {
    const { isMdAsciiPunct, isPunctCharCode, isWhiteSpace } = this.md.utils;
    const eastAsian = isEastAsian(code);
    const mark = isMdAsciiPunct(code) || isPunctCharCode(code);
    return { isSpace: isWhiteSpace(code), isMark: mark, isEastAsian: eastAsian, isWesternMark: mark && !eastAsian };
  }
}

/** Sets emphasis by the rules of `ChineseInline`. */
export function chineseEmphasis(md: MarkdownIt): void {
  md.inline.State = ChineseInline;
}
