// What a character asks of the line it stands in, as bits; most ask nothing.

/** `<`: a tag begins. */
export const tagRole = 1;
/** A mark whose right half is empty: 。，、；： and closing brackets and quotes. */
export const closingRole = 2;
/** A mark whose left half is empty: opening brackets and quotes. */
export const openingRole = 4;
/** A mark that never begins a line: interpuncts and connectors (GB/T 15834-2011, 5.1.6 and 5.1.7; clreq, 3.1.3). */
export const linkRole = 8;
/** A mark that neither begins nor ends one: 分隔号 (GB/T 15834-2011, 5.1.9). */
export const slashRole = 16;
/** A digit, which may begin a number with its unit. */
export const digitRole = 32;
/** A mark that stands in the lower left corner, and in Taiwan and Hong Kong in the middle: 。，、；：. */
export const pointRole = 64;
/** A mark that Latin text has too, and that not every Han font draws as wide as a character: “ ” ‘ ’. */
export const quoteRole = 128;
/** A mark in the middle of names that have no spaces: of files, of functions, of mail boxes. */
export const knotRole = 256;

const roles = new Uint16Array(0x10000);
for (const [role, characters] of [
  [tagRole, "<"],
  [closingRole | pointRole, "。，、；：．"],
  [closingRole, "）】》〉」』〕］｝〗"],
  [closingRole | quoteRole, "”’"],
  [openingRole, "（【《〈「『〔［｛〖"],
  [openingRole | quoteRole, "“‘"],
  [linkRole, "·‧・～〜—–"],
  [slashRole, "／/"],
  [digitRole, "0123456789"],
  [knotRole, "@_"],
] as const) {
  for (const character of characters) roles[character.charCodeAt(0)] = role;
}

/** The roles of the UTF-16 unit at `at` of `text`, as bits; 0 for most, and beyond its ends. */
export function lineRoleAt(text: string, at: number): number {
  return roles[text.charCodeAt(at)] ?? 0;
}
