import { isHan, isHangul, isKana } from "./han.ts";

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const joints = "'’-.,";

// What a character is to the count, as bits: a 字 by itself, part of a word, what may stand inside a word, none of these.
const single = 1;
const word = 2;
const joint = 4;
const other = 8;
/** What each UTF-16 unit is, as far as it has been asked; 0 where it has not, and for halves of surrogate pairs. */
const kinds = new Uint8Array(0x10000);

/**
 * The length of a text in 字: each Han character and each kana counts one, and so does each word of any other script.
 *
 * A word is a run of letters, digits and marks; an apostrophe, hyphen, point or comma inside it does not part it, so
 * `3.14`, `don’t` and `long-term` are one each. Punctuation and spaces count nothing. Takes linear time.
 */
export function countWords(text: string): number {
  let count = 0;
  // Sums instead of conditions, since no processor guesses where the next mark or Latin word stands.
  let isInWord = 0;
  let isJoined = 0;
  for (let at = 0; at < text.length; at++) {
    let kind = kinds[text.charCodeAt(at)] ?? 0;
    if (kind === 0) {
      const codePoint = text.codePointAt(at) ?? 0;
      kind = learnKind(codePoint);
      if (codePoint > 0xffff) at++;
    }
    const isWord = (kind & word) >> 1;
    count += (kind & single) + (isWord & ~(isInWord | isJoined));
    isJoined = (kind >> 2) & isInWord;
    isInWord = isWord;
  }
  return count;
}

function learnKind(codePoint: number): number {
  const kind = kindOf(codePoint);
  const isUnit = codePoint <= 0xffff && (codePoint & 0xf800) !== 0xd800;
  if (isUnit) kinds[codePoint] = kind;
  return kind;
}

function kindOf(codePoint: number): number {
  if (isHan(codePoint) || isKana(codePoint)) return single;
  const character = String.fromCodePoint(codePoint);
  if (isHangul(codePoint) || wordCharacter.test(character)) return word;
  return joints.includes(character) ? joint : other;
}
