import { gbkBytesOf, isEverydayPair } from "./gbk.ts";

/** A garbled passage: where it begins, in UTF-16 units, and its characters. */
export interface Garbled {
  readonly index: number;
  readonly text: string;
}

// What bytes 80 to BF become when they are read as Windows-1252, the marks that also follow letters in good texts apart.
const oddFollowers = "€‚ƒ„†‡ˆ‰Š‹ŒŽ˜š›œžŸ¡¢£¤¥¦§¨©ª¬\u00ad®¯±²³´µ¶¸¹º¼½¾¿";
const plainFollowers = "‘’“”–—…•™\u00a0°·«»";
const latinRun = new RegExp(`[Â-ï][${oddFollowers}${plainFollowers}][Â-ï${oddFollowers}${plainFollowers}]*`, "gu");
const oddFollower = new RegExp(`[${oddFollowers}]`, "u");

// 锟斤拷 is U+FFFD saved as UTF-8 and read as GBK; 烫 and 屯 are uninitialised memory read as GBK.
const wellKnown = /锟斤拷|烫{3,}|屯{4,}/gu;
// How the commonest characters begin when UTF-8 is read as GBK: 的 是 一 在 人 有 这 我 他 也 到 第 ， 。 “ 为 国 学 生 时 大 可 同.
const gbkSigns = /[鐨鏄涓鍦浜鏈杩鎴浠涔鍒绗锛銆鈥鍥瀛鐢鏃澶鍙鍚鏂缁瑙绋]/u;
const hanRuns = /[\u3400-\u9fff€]{3,}/gu;
const accentedRuns = /[¡-ÿ]{6,}/gu;
/** The mark of a character in `garbleSigns`: a bit that the marks of scripts (`script-table.ts`) leave free. */
export const garbleSign = 4;

/** What no garbled passage is without, marked with `garbleSign`, by UTF-16 unit: a table is faster to ask than a class. */
export const garbleSigns = new Uint8Array(0x10000).fill(garbleSign, 0xc0, 0x100);
for (const character of `锟烫屯${gbkSigns.source.slice(1, -1)}`) garbleSigns[character.charCodeAt(0)] = garbleSign;

/**
 * Passages saved in one encoding, read in another and saved again: `ä¸­å›½`, `â€œ`, `鏄鐨勶紝`, `ÖÐ¹ú`, 锟斤拷, 烫烫烫.
 *
 * Each kind is proved by turning it back: its characters must be the bytes of everyday ones. Takes linear time. There are none in a text
 * without `garbleSigns`, which is to be asked first.
 *
 * @returns in the order of the text
 */
export function garbledPassages(text: string): readonly Garbled[] {
  return [
    ...passages(text, wellKnown),
    ...passages(text, latinRun).filter((passage) => isUtf8ReadAsLatin(text, passage)),
    ...passages(text, accentedRuns).filter(isGbkReadAsLatin),
    ...(gbkSigns.test(text) ? passages(text, hanRuns).flatMap(utf8ReadAsGbk) : []),
  ].sort((a, b) => a.index - b.index);
}

function passages(text: string, pattern: RegExp): readonly Garbled[] {
  return [...text.matchAll(pattern)].map((match) => ({ index: match.index, text: match[0] }));
}

/** `Ã©`, `Â°`, `â€œ`, `ä¸­`; not `café»` or `MENÜ“`, where a letter is followed by a mark of its own. */
function isUtf8ReadAsLatin(text: string, { index, text: run }: Garbled): boolean {
  const isInWord = /\p{L}/u.test(text[index - 1] ?? "");
  if (/^[âã]€/u.test(run)) return true;
  if (/^[ÂÃ][\u00a0-¿]/u.test(run)) return !isInWord || /^Ã[^\u00a0«»°·]/u.test(run);
  if (!/^[à-ï]/u.test(run)) return false;
  const followers = /^.[^Â-ï]*/u.exec(run)?.[0].slice(1) ?? "";
  return isInWord
    ? followers.length > 1 && oddFollower.test(followers)
    : oddFollower.test(followers) || followers.startsWith("»");
}

/** `ÖÐ¹ú`: bytes of everyday GBK characters, three of them at least; a row of accented letters alone is an alphabet. */
function isGbkReadAsLatin({ text: run }: Garbled): boolean {
  if (run.length % 2 === 1 || !/[¡-¿]/u.test(run)) return false;
  for (let at = 0; at < run.length; at += 2)
    if (!isEverydayPair(run.charCodeAt(at), run.charCodeAt(at + 1))) return false;
  return true;
}

/** The parts of a run of Han whose GBK bytes are the UTF-8 of two or more East Asian characters. */
function utf8ReadAsGbk({ index, text: run }: Garbled): readonly Garbled[] {
  const bytes = [...run].flatMap((character) => gbkBytesOf(character) ?? [0, 0]);
  const found: Garbled[] = [];
  for (let at = 0; at + 6 <= bytes.length; at += 2) {
    let end = at;
    while (isThreeByteCharacter(bytes, end)) end += 3;
    if (end < at + 6) continue;
    const last = Math.min(run.length, Math.ceil(end / 2));
    found.push({ index: index + at / 2, text: run.slice(at / 2, last) });
    at = last * 2 - 2;
  }
  return found;
}

/** Whether UTF-8 bytes of U+2000 to U+9FFF or a full-width form stand at `at`. */
function isThreeByteCharacter(bytes: readonly number[], at: number): boolean {
  const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
  const isLead = (first >= 0xe2 && first <= 0xe9) || first === 0xef;
  return isLead && second >= 0x80 && second <= 0xbf && third >= 0x80 && third <= 0xbf;
}
