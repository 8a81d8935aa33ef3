import { isKana } from "./han.ts";
import { maskMarkdown } from "./mask-markdown.ts";
import { scriptTable, simplifiedOnly, traditionalOnly } from "./script-table.ts";
import { simplifiedForms, traditionalForms } from "./simplified.ts";

/** Characters of the other script standing together in a sentence. */
export interface StrayCharacters {
  /** Where they begin, in UTF-16 units. */
  readonly index: number;
  readonly characters: string;
  /** The forms that the sentence's own script has for them. */
  readonly usual: string;
}

/** A sentence, or a quotation in one, as far as it has been read. */
interface Stretch {
  readonly strays: number[];
  own: number;
  length: number;
  isForeign: boolean;
}

const opening = "“‘「『《〈（〔【(";
const closing = "”’」』》〉）〕】)";
const oldQuotes = "「『《〈";
const sentenceEnds = "。！？；!?;";

/**
 * Characters of the other script in a text that is otherwise Simplified or Traditional: what a half-done conversion leaves.
 *
 * A sentence is judged by itself and so is each quotation or bracket in it: characters of the other script are strays where
 * those of the text's own outnumber them, and outside quotations and brackets also where there are only few of the text's own. What is wholly in the
 * other script is a quotation, and is let be; so are titles and quotations in 《》 「」, sentences with kana, code, links and ruby. Takes linear time.
 * There are none in a text without characters of the other script by `scriptTable`, which is to be asked first.
 *
 * @returns in the order of the text, neighbouring characters as one
 */
export function strayCharacters(text: string, script: "simplified" | "traditional"): readonly StrayCharacters[] {
  const table = scriptTable();
  const other = script === "simplified" ? traditionalOnly : simplifiedOnly;
  const masked = maskMarkdown(text);
  const ownInText = countOf(masked, table, 3 - other);
  const strays: number[] = [];
  let start = 0;
  for (const line of masked.split("\n")) {
    if (holds(line, table, other))
      for (const at of straysOf(line, { table, other, ownInText })) strays.push(start + at);
    start += line.length + 1;
  }
  return together(text, strays, script === "simplified" ? simplifiedForms() : traditionalForms());
}

function holds(text: string, table: Uint8Array, mark: number): boolean {
  for (let at = 0; at < text.length; at++) if (table[text.charCodeAt(at)] === mark) return true;
  return false;
}

/** By what a line is judged: which characters are of which script, and how many of the text's own the whole text has. */
interface Measure {
  readonly table: Uint8Array;
  readonly other: number;
  readonly ownInText: number;
}

/** Indexes of the strays in one line, ascending. */
function straysOf(line: string, { table, other, ownInText }: Measure): readonly number[] {
  const found: number[] = [];
  const open: { readonly stretch: Stretch; readonly closer: string; readonly isOld: boolean }[] = [];
  let stretch = newStretch();
  const judge = () => {
    const isPlain = open.length === 0;
    if (open.some((each) => each.isOld)) return;
    const isStray = isHalfConverted(stretch) || (isPlain && isOdd(stretch, ownInText));
    if (isStray) for (const at of stretch.strays) found.push(at);
  };
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    const opener = opening.indexOf(character);
    if (opener >= 0 && open.length < 20) {
      open.push({ stretch, closer: closing[opener] ?? "", isOld: oldQuotes.includes(character) });
      stretch = newStretch();
    } else if (open.at(-1)?.closer === character) {
      judge();
      stretch = open.pop()?.stretch ?? newStretch();
    } else if (sentenceEnds.includes(character)) {
      judge();
      stretch = newStretch();
    } else {
      read(stretch, line, at, table, other);
    }
  }
  for (;;) {
    judge();
    const outer = open.pop();
    if (outer === undefined) break;
    stretch = outer.stretch;
  }
  return found.sort((a, b) => a - b);
}

function newStretch(): Stretch {
  return { strays: [], own: 0, length: 0, isForeign: false };
}

function read(stretch: Stretch, line: string, at: number, table: Uint8Array, other: number): void {
  const unit = line.charCodeAt(at);
  const mark = table[unit];
  if (mark === other) stretch.strays.push(at);
  else if (mark === 3 - other) stretch.own++;
  else if (isKana(unit)) stretch.isForeign = true;
  if (unit >= 0x3400) stretch.length++;
}

function isHalfConverted({ strays, own, isForeign }: Stretch): boolean {
  return !isForeign && strays.length > 0 && strays.length <= own;
}

/**
 * A sentence that mixes the scripts, whichever it has more of, or one stray in a sentence that nothing else tells the script of: in a text that is
 * surely of its own.
 */
function isOdd({ strays, own, length, isForeign }: Stretch, ownInText: number): boolean {
  if (isForeign || strays.length === 0 || ownInText < 20) return false;
  return own > 0 || (strays.length === 1 && length >= 5);
}

function countOf(line: string, table: Uint8Array, mark: number): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) if (table[line.charCodeAt(at)] === mark) count++;
  return count;
}

function together(
  text: string,
  strays: readonly number[],
  usual: ReadonlyMap<string, string>,
): readonly StrayCharacters[] {
  const runs: StrayCharacters[] = [];
  for (const index of strays) {
    const character = text[index] ?? "";
    const form = usual.get(character) ?? character;
    const last = runs.at(-1);
    if (last && last.index + last.characters.length === index) {
      runs[runs.length - 1] = { index: last.index, characters: last.characters + character, usual: last.usual + form };
    } else {
      runs.push({ index, characters: character, usual: form });
    }
  }
  return runs;
}
