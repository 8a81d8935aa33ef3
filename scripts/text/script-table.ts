import { simplifiedForms, traditionalForms } from "./simplified.ts";

/** A character used only in Traditional Chinese. */
export const traditionalOnly = 1;

/** A character used only in Simplified Chinese. */
export const simplifiedOnly = 2;

// Traditional by the tables, yet right in Simplified names and words (《通用规范汉字表》 2013, which GB 2312 of 1980 does not know of).
const rightInBoth = "昇甯祕谿脩陞龢迺寔邨濬勣璿叡澂硃鉅崑崙颺锺鍾";

let table: Uint8Array | undefined;

/**
 * For each UTF-16 unit whether it is `traditionalOnly`, `simplifiedOnly` or, as most are, neither (0).
 *
 * Traditional only is what OpenCC simplifies to a character of GB 2312 without being one itself (頫 is not: few can type 𫖯); Simplified only what OpenCC gives another Traditional form
 * and Big5 does not hold. So 乾 著 於 瞭 藉 麽, 后 里 干 台 and the like, right in both, are neither. Made at the
 * first use (some 5 ms); characters beyond the first plane are neither.
 */
export function scriptTable(): Uint8Array {
  table ??= makeTable();
  return table;
}

function makeTable(): Uint8Array {
  const made = new Uint8Array(0x10000);
  const simplifiedSet = decodeAll("gb18030", [[0xb0, 0xf7]], [[0xa1, 0xfe]]);
  const traditionalSet = decodeAll(
    "big5",
    [
      [0xa4, 0xc6],
      [0xc9, 0xf9],
    ],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  simplifiedForms().forEach((simplified, character) => {
    if (character.length === 1 && !simplifiedSet.has(character) && simplifiedSet.has(simplified))
      made[character.charCodeAt(0)] = traditionalOnly;
  });
  traditionalForms().forEach((_, character) => {
    if (character.length === 1 && !traditionalSet.has(character)) made[character.charCodeAt(0)] = simplifiedOnly;
  });
  for (const character of rightInBoth) made[character.charCodeAt(0)] = 0;
  return made;
}

type Range = readonly [from: number, to: number];

/** Every character that an encoding of two bytes holds in these rows. */
function decodeAll(label: string, firsts: readonly Range[], seconds: readonly Range[]): ReadonlySet<string> {
  const bytes: number[] = [];
  for (const [firstFrom, firstTo] of firsts)
    for (let first = firstFrom; first <= firstTo; first++)
      for (const [from, to] of seconds) for (let second = from; second <= to; second++) bytes.push(first, second);
  return new Set(new TextDecoder(label).decode(Uint8Array.from(bytes)));
}
