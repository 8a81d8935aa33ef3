import { isHan, isHangul, isKana } from "./han.ts";

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * The length of a text in 字: each Han character and each kana counts one, and so does each word of any other script.
 *
 * A word is a run of letters, digits and marks; an apostrophe, hyphen, point or comma inside it does not part it, so
 * `3.14`, `don’t` and `long-term` are one each. Punctuation and spaces count nothing. Takes linear time.
 */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    if (isHan(codePoint) || isKana(codePoint)) {
      count++;
      isInWord = false;
    } else if (isWord(codePoint)) {
      if (!isInWord) count++;
      isInWord = true;
    } else if (!(isInWord && isJoint(codePoint) && isWord(text.codePointAt(at + 1) ?? 0))) {
      isInWord = false;
    }
  }
  return count;
}

function isWord(codePoint: number): boolean {
  if (codePoint < 0x80) {
    return (
      (codePoint >= 0x61 && codePoint <= 0x7a) ||
      (codePoint >= 0x41 && codePoint <= 0x5a) ||
      (codePoint >= 0x30 && codePoint <= 0x39)
    );
  }
  if (isHan(codePoint) || isKana(codePoint)) return false;
  return isHangul(codePoint) || wordCharacter.test(String.fromCodePoint(codePoint));
}

function isJoint(codePoint: number): boolean {
  return codePoint === 0x27 || codePoint === 0x2019 || codePoint === 0x2d || codePoint === 0x2e || codePoint === 0x2c;
}
