/** Whether `code` is a Han character, kana, bopomofo or a full-width form or mark: set without spaces between words. */
export function isFullWidth(code: number): boolean {
  if (code < 0x2e80) return false;
  if (code <= 0xa4cf) return !isHangul(code);
  if (code < 0xf900) return false;
  if (code <= 0xfaff) return true;
  if (code <= 0xffef)
    return (code >= 0xfe10 && code <= 0xfe1f) || (code >= 0xfe30 && code <= 0xfe4f) || isFullWidthForm(code);
  return (
    (code >= 0x16fe0 && code <= 0x18d8f) || (code >= 0x1aff0 && code <= 0x1b2ff) || (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** Whether `code` is a Hangul letter or syllable: East Asian, but with spaces between words. */
export function isHangul(code: number): boolean {
  if (code < 0x1100) return false;
  return (
    code <= 0x11ff ||
    (code >= 0x3130 && code <= 0x318f) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xffa0 && code <= 0xffdf)
  );
}

/** Whether `code` belongs to Chinese, Japanese or Korean text, marks included. */
export function isEastAsian(code: number): boolean {
  return isFullWidth(code) || isHangul(code);
}

/** Whether `code` is a quotation mark, dash, ellipsis or middle dot that Chinese and Latin text share. */
export function isSharedMark(code: number): boolean {
  return code === 0xb7 || (code >= 0x2010 && code <= 0x2027 && code !== 0x2011);
}

/** Whether `text` holds a Han character or kana. */
export function hasHan(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** The code point that ends at `end`, or a space at the start of `text`. Variation selectors are passed over. */
export function codePointBefore(text: string, end: number): number {
  for (let at = end; at > 0; ) {
    const low = text.charCodeAt(at - 1);
    const isPair = at > 1 && (low & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
    const code = isPair ? (text.codePointAt(at - 2) ?? low) : low;
    if (!isVariationSelector(code)) return code;
    at -= isPair ? 2 : 1;
    if (end - at > 8) return code;
  }
  return 0x20;
}

/** The code point that begins at `start`, or a space at `end`. */
export function codePointAfter(text: string, start: number, end: number): number {
  return start < end ? (text.codePointAt(start) ?? 0x20) : 0x20;
}

function isFullWidthForm(code: number): boolean {
  return code >= 0xff00 && !isHangul(code);
}

function isVariationSelector(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
}
