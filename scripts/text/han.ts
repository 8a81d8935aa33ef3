/** Whether a code point is a Han character: unified ideographs of every extension, compatibility ones, radicals, 々 and 〇. */
export function isHan(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  if (codePoint < 0x3400) return isHanSign(codePoint);
  if (codePoint <= 0x4dbf) return true;
  if (codePoint < 0x20000) return (codePoint >= 0xf900 && codePoint <= 0xfaff) || isFarHanSign(codePoint);
  return codePoint <= 0x3fffd;
}

/** Whether a code point is hiragana or katakana, half-width forms included (the middle dot ・ is punctuation). */
export function isKana(codePoint: number): boolean {
  if (codePoint < 0x3041) return false;
  return (
    (codePoint <= 0x30ff && codePoint !== 0x30fb && codePoint !== 0x30a0) ||
    (codePoint >= 0x31f0 && codePoint <= 0x31ff) ||
    (codePoint >= 0xff66 && codePoint <= 0xff9f) ||
    (codePoint >= 0x1aff0 && codePoint <= 0x1b16f)
  );
}

/** Whether a code point is Hangul, a syllable or a letter; its words are parted by spaces, as Latin ones are. */
export function isHangul(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  return (
    (codePoint >= 0xac00 && codePoint <= 0xd7ff) ||
    codePoint <= 0x11ff ||
    (codePoint >= 0x3131 && codePoint <= 0x318e) ||
    (codePoint >= 0xa960 && codePoint <= 0xa97f) ||
    (codePoint >= 0xffa0 && codePoint <= 0xffdc)
  );
}

/**
 * Whether a code point is punctuation that only East Asian texts use: 、。《》「」【】, full-width ，！？（）, vertical forms.
 *
 * The quotes “” ‘’, the dash — and the ellipsis … are shared with Latin texts and are `isSharedPunctuation`.
 */
export function isCjkPunctuation(codePoint: number): boolean {
  if (codePoint < 0x3000) return false;
  if (codePoint <= 0x303f) return !isHanSign(codePoint);
  if (codePoint < 0xfe10) return codePoint === 0x30fb || codePoint === 0x30a0;
  return isFullWidthForm(codePoint)
    ? !isFullWidthAlphanumeric(codePoint)
    : isVerticalForm(codePoint) || (codePoint >= 0xff61 && codePoint <= 0xff65);
}

/** Whether a code point is punctuation that is full-width among Han and half-width among Latin: “ ” ‘ ’ — … ·. */
export function isSharedPunctuation(codePoint: number): boolean {
  return (
    codePoint === 0xb7 ||
    (codePoint >= 0x2014 && codePoint <= 0x201f) ||
    codePoint === 0x2025 ||
    codePoint === 0x2026 ||
    codePoint === 0x2027
  );
}

/** Whether a code point is a full-width form: ！ to ～ (letters and digits too), ￠ to ￦. */
export function isFullWidthForm(codePoint: number): boolean {
  return (codePoint >= 0xff01 && codePoint <= 0xff60) || (codePoint >= 0xffe0 && codePoint <= 0xffe6);
}

function isFullWidthAlphanumeric(codePoint: number): boolean {
  return (
    (codePoint >= 0xff10 && codePoint <= 0xff19) ||
    (codePoint >= 0xff21 && codePoint <= 0xff3a) ||
    (codePoint >= 0xff41 && codePoint <= 0xff5a)
  );
}

function isVerticalForm(codePoint: number): boolean {
  return (codePoint >= 0xfe10 && codePoint <= 0xfe1f) || (codePoint >= 0xfe30 && codePoint <= 0xfe4f);
}

/** Han characters outside the ideograph blocks: radicals, 々, 〇, Hangzhou numerals. */
function isHanSign(codePoint: number): boolean {
  if (codePoint <= 0x2fd5) return codePoint >= 0x2e80 && codePoint !== 0x2e9a;
  return (
    codePoint === 0x3005 ||
    codePoint === 0x3007 ||
    (codePoint >= 0x3021 && codePoint <= 0x3029) ||
    (codePoint >= 0x3038 && codePoint <= 0x303b)
  );
}

function isFarHanSign(codePoint: number): boolean {
  return codePoint === 0x16fe2 || codePoint === 0x16fe3 || (codePoint >= 0x16ff0 && codePoint <= 0x16ff6);
}
