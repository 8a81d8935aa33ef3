// What a UTF-16 unit is to the copy desk, as bits of one table: the desk's only pass over every character looks it up.

/** A Han character of the basic plane. */
export const han = 1;
/** A Latin letter. */
export const latin = 2;
/** `, . : ; ? !`. */
export const halfMark = 4;
/** A bracket or quote that opens, or one that closes. */
export const opener = 8;
/** See `opener`. */
export const closer = 16;
/** `"` or `'`. */
export const straight = 32;
/** `-`, or 。 and ， of which several in a row stand for an ellipsis. */
export const runner = 64;
/** A full-width digit or letter. */
export const wide = 128;
/** A particle that is not said twice in a row. */
export const particle = 256;
/** A mark of Chinese text after which a sentence or clause goes on or ends. */
export const fullMark = 512;

const roles = new Uint16Array(0x10000);

function give(role: number, from: number, to: number = from): void {
  for (let unit = from; unit <= to; unit++) roles[unit] = (roles[unit] ?? 0) | role;
}

give(han, 0x3400, 0x4dbf);
give(han, 0x4e00, 0x9fff);
give(han, 0xf900, 0xfaff);
give(han, 0x3005);
give(han, 0x3007);
give(latin, 0x41, 0x5a);
give(latin, 0x61, 0x7a);
give(latin, 0xc0, 0x24f);
give(wide, 0xff10, 0xff19);
give(wide, 0xff21, 0xff3a);
give(wide, 0xff41, 0xff5a);
for (const [role, characters] of [
  [halfMark, ",.:;?!"],
  [opener, "（(《“「『【"],
  [closer, "）)》”」』】"],
  [straight, "\"'"],
  [runner, "-。"],
  [particle, "的了是在和与也就都把被对为这而并及将着地得给从或们"],
  [fullMark, "，。、；：？！…—"],
] as const) {
  for (const character of characters) give(role, character.charCodeAt(0));
}

/** The roles of the UTF-16 unit at `index` of `text`, as bits; 0 for most, and beyond its ends. */
export function roleAt(text: string, index: number): number {
  return roles[text.charCodeAt(index)] ?? 0;
}

/** True for a Han character at `index`. */
export function isHanAt(text: string, index: number): boolean {
  return (roleAt(text, index) & han) !== 0;
}
