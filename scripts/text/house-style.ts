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
  /** For each UTF-16 unit whether a wrong word begins with it (1), has it in second place (2), or is no longer than it (4). */
  readonly marks: Uint8Array;
  /** The words by their first UTF-16 unit, the longest first. */
  readonly byBeginning: ReadonlyMap<number, readonly HouseWord[]>;
}

const mostPerText = 50;
const first = 1;
const second = 2;
const single = 4;

/** House style compiled once for all texts. Empty words and those that are right as they are written are left out. */
export function compileWords(words: readonly HouseWord[]): CompiledWords {
  const marks = new Uint8Array(0x10000);
  const byBeginning = new Map<number, readonly HouseWord[]>();
  for (const word of [...words].sort((a, b) => b.wrong.length - a.wrong.length)) {
    if (word.wrong === "" || word.wrong === word.right) continue;
    const unit = word.wrong.charCodeAt(0);
    const isSingle = word.wrong.length === 1;
    marks[unit] = (marks[unit] ?? 0) | first | (isSingle ? single : 0);
    if (!isSingle) marks[word.wrong.charCodeAt(1)] = (marks[word.wrong.charCodeAt(1)] ?? 0) | second;
    byBeginning.set(unit, [...(byBeginning.get(unit) ?? []), word]);
  }
  return { marks, byBeginning };
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

function wrongWordAfter(text: string, words: CompiledWords, from: number): Found | undefined {
  const { marks, byBeginning } = words;
  if (byBeginning.size === 0) return undefined;
  for (let index = from; index < text.length; index++) {
    if (((marks[text.charCodeAt(index)] ?? 0) & first) === 0) continue;
    const word = wrongWordAt(text, words, index);
    if (word) return { index, word };
  }
  return undefined;
}

/** The longest wrong word at `index`, where one begins. Many begin with a common character, few go on with the next. */
function wrongWordAt(text: string, { marks, byBeginning }: CompiledWords, index: number): HouseWord | undefined {
  const unit = text.charCodeAt(index);
  const next = index + 1 < text.length ? (marks[text.charCodeAt(index + 1)] ?? 0) : 0;
  if ((next & second) === 0 && ((marks[unit] ?? 0) & single) === 0) return undefined;
  const candidates = byBeginning.get(unit);
  return candidates?.find(
    (each) => text.startsWith(each.wrong, index) && isAlone(text, index, each) && !isInRight(text, index, each),
  );
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
