import { type Problem, problem } from "../report/problem.ts";
import { maskMarkdown } from "./mask-markdown.ts";
import { placeCounter } from "./place-counter.ts";

/** One line of words.yaml: what is not written here, what is written instead, and perhaps why. */
export interface HouseWord {
  readonly wrong: string;
  readonly right: string;
  readonly reason?: string | undefined;
}

/** House style ready for looking through many texts. */
export interface CompiledWords {
  /** 1 for each UTF-16 unit that a wrong word begins with. */
  readonly beginnings: Uint8Array;
  /** The words by their first UTF-16 unit, the longest first. */
  readonly byBeginning: ReadonlyMap<number, readonly HouseWord[]>;
}

const mostPerText = 50;

/** House style compiled once for all texts. Empty words and those that are right as they are written are left out. */
export function compileWords(words: readonly HouseWord[]): CompiledWords {
  const beginnings = new Uint8Array(0x10000);
  const byBeginning = new Map<number, readonly HouseWord[]>();
  for (const word of [...words].sort((a, b) => b.wrong.length - a.wrong.length)) {
    if (word.wrong === "" || word.wrong === word.right) continue;
    const unit = word.wrong.charCodeAt(0);
    beginnings[unit] = 1;
    byBeginning.set(unit, [...(byBeginning.get(unit) ?? []), word]);
  }
  return { beginnings, byBeginning };
}

/**
 * Every wrong word in a Markdown text, a `house-style` warning each, in the order of the text; the first 50.
 *
 * The longest wrong word at a place counts. A wrong word that is part of its own right one (青年 for 青年人) is not found there, nor is one in
 * code, link targets and HTML tags, nor Latin letters in the middle of a longer word. Takes linear time.
 */
export function houseStyleProblems(
  text: string,
  words: CompiledWords,
  { file, firstLine }: { readonly file: string; readonly firstLine: number },
): readonly Problem[] {
  if (wrongWordAfter(text, words, 0) === undefined) return [];
  const masked = maskMarkdown(text);
  const placeOf = placeCounter(text, firstLine);
  const problems: Problem[] = [];
  let found = wrongWordAfter(masked, words, 0);
  while (found !== undefined && problems.length < mostPerText) {
    const { wrong, right, reason = "" } = found.word;
    problems.push(problem("house-style", { file, ...placeOf(found.index) }, { wrong, right, reason }));
    found = wrongWordAfter(masked, words, found.index + wrong.length);
  }
  return problems;
}

interface Found {
  readonly index: number;
  readonly word: HouseWord;
}

function wrongWordAfter(text: string, { beginnings, byBeginning }: CompiledWords, from: number): Found | undefined {
  for (let index = from; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (beginnings[unit] !== 1) continue;
    const word = byBeginning
      .get(unit)
      ?.find(
        (each) => text.startsWith(each.wrong, index) && isAlone(text, index, each) && !isInRight(text, index, each),
      );
    if (word) return { index, word };
  }
  return undefined;
}

/** Whether a word that begins or ends in a Latin letter or digit stands as a word of its own. */
function isAlone(text: string, index: number, { wrong }: HouseWord): boolean {
  const end = index + wrong.length;
  return !(isLatin(text, index) && isLatin(text, index - 1)) && !(isLatin(text, end - 1) && isLatin(text, end));
}

function isLatin(text: string, index: number): boolean {
  return /^[0-9A-Za-z\u00c0-\u024f]$/u.test(text[index] ?? "");
}

/** Whether the wrong word stands inside its right one. */
function isInRight(text: string, index: number, { wrong, right }: HouseWord): boolean {
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1)) {
    if (index >= at && text.startsWith(right, index - at)) return true;
  }
  return false;
}
