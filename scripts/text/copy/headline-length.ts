/** How long a headline is, in 字: a Latin letter, digit or half-width mark counts half, a space nothing. */
export function headlineLength(headline: string): number {
  let length = 0;
  for (const character of headline.trim()) {
    if (/\s/u.test(character)) continue;
    length += (character.codePointAt(0) ?? 0) < 0x2e80 && !/[“”‘’—…]/u.test(character) ? 0.5 : 1;
  }
  return length;
}
