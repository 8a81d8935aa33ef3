import { isCjkPunctuation, isHan, isHangul, isKana, isSharedPunctuation } from "./han.ts";
import { type Parting, sentencesOf } from "./sentences.ts";

/**
 * The first whole sentences of a text, up to about `limit` 字, for lists and feeds.
 *
 * A 字 here is the width of one Han character; a Latin letter is half of one. More is taken, up to a quarter, when the
 * sentences within the limit would make less than half of it. A first sentence more than half as long again as the
 * limit is cut at a comma or between words and ends in …… (in Latin text …). Sentences are not cut from
 * inside a quotation unless there is no other way.
 *
 * @param paragraphs running paragraphs, one a line, without marks
 * @returns plain text in one line; empty when there is none
 */
export function excerptOf(paragraphs: string, limit = 120): string {
  const text = beginning(paragraphs, limit * 12);
  const whole = sentencesUpTo(text, limit, "whole");
  const within = widthOf(whole) <= limit * 1.5 ? whole : sentencesUpTo(text, limit, "any");
  return widthOf(within) <= limit * 1.5 ? within : cut(within, limit);
}

/** At most `length` UTF-16 units of the text, so that the work does not grow with the article. */
function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const unit = text.charCodeAt(length - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? length - 1 : length);
}

function sentencesUpTo(text: string, limit: number, parting: Parting): string {
  let taken = "";
  let width = 0;
  for (const line of text.split("\n")) {
    // More of a line than this cannot be taken, whole sentences or not.
    const paragraph = line
      .replace(/[\s\u3000]+/gu, " ")
      .trim()
      .slice(0, limit * 4);
    for (const sentence of sentencesOf(paragraph, parting)) {
      const widthWith = width + widthOf(sentence);
      if (taken !== "" && !fits(width, widthWith, limit)) return taken;
      // A sentence that announces a list is no end: what it announces is not here.
      if (taken !== "" && /[：:]$/u.test(sentence)) return taken;
      taken = join(taken, sentence);
      width = widthWith;
    }
    if (width > limit) return taken;
  }
  return taken;
}

/** Whether a further sentence may be taken: within the limit, or a quarter beyond it while there is less than half of it. */
function fits(width: number, widthWith: number, limit: number): boolean {
  return widthWith <= limit || (width < limit / 2 && widthWith <= limit * 1.25);
}

/** Two sentences on one line: parted by a space, except beside East Asian writing or a mark that brings its own. */
function join(first: string, second: string): string {
  if (first === "") return second;
  const before = [...first.slice(-2)].at(-1)?.codePointAt(0) ?? 0;
  const after = second.codePointAt(0) ?? 0;
  return isCjkPunctuation(before) || ((isWide(before) || isWide(after)) && !isHangul(before) && !isLatin(before))
    ? first + second
    : `${first} ${second}`;
}

/** `text` cut at the last comma or space within `limit`, or at the limit where there is none near it. */
function cut(text: string, limit: number): string {
  const characters = [...text];
  let width = 0;
  let end = 0;
  let boundary = 0;
  for (; end < characters.length; end++) {
    width += widthOf(characters[end] ?? "");
    if (width > limit) break;
    if (/[，；、：,;:\s]/u.test(characters[end] ?? "")) boundary = end;
  }
  const kept = boundary >= end * 0.4 ? boundary : wholeCharacters(characters, end);
  const shown = characters
    .slice(0, kept)
    .join("")
    .replace(/[，；、：,;:\s—–-]{1,8}$/u, "");
  return shown + (isLatin(shown.codePointAt(shown.length - 1) ?? 0) ? "…" : "……");
}

/** The nearest place before `end`, or else after it, that does not part a mark, joiner or selector from its character. */
function wholeCharacters(characters: readonly string[], end: number): number {
  let before = end;
  while (before > 0 && end - before < 32 && isJoined(characters, before)) before--;
  if (before > 0) return before;
  let after = end;
  while (after < characters.length && after - end < 32 && isJoined(characters, after)) after++;
  return after;
}

function isJoined(characters: readonly string[], at: number): boolean {
  const character = characters[at] ?? "";
  return character === "\u200d" || characters[at - 1] === "\u200d" || /^[\p{M}\p{Emoji_Modifier}]$/u.test(character);
}

/** Width in 字: East Asian characters count 1, all others a half. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    width += isWide(codePoint) ? 1 : 0.5;
  }
  return width;
}

function isWide(codePoint: number): boolean {
  return (
    isHan(codePoint) ||
    isKana(codePoint) ||
    isHangul(codePoint) ||
    isCjkPunctuation(codePoint) ||
    isSharedPunctuation(codePoint) ||
    codePoint > 0xffff
  );
}

function isLatin(codePoint: number): boolean {
  return codePoint < 0x2000 && !isHangul(codePoint);
}
