/** What a UTF-16 unit is to the search; anything greater is the code of a character that stands for itself. */
export const unitKinds = { unknown: 0, gap: 1, letter: 2, mark: 3, surrogate: 4 } as const;

/** Scripts written without spaces, with the marks they share (ー, 々): each of their characters is a token. */
const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const letter = /[\p{L}\p{N}]/u;
const combining = /\p{M}/u;
/** ① is a footnote's mark; the NFKC form would make it a word. */
const enclosed = /[\u2460-\u24ff\u2776-\u2793]/u;
/** Letters that look like an accented one and are not composed (Unicode has no decomposition for them). */
const plainLetters: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", æ: "ae", œ: "oe" };
const stroked = /[øłđðıæœ]/gu;
const ascii = /^[\0-\x7f]*$/u;
/** Codes for what is no single unit: U+E000 to U+F8FF, the private area, which no text of ours means anything by. */
const privateStart = 0xe000;
const privateSize = 0x1900;

/** A word of a script with spaces, as it is compared. */
export interface FoldedWord {
  /** Without case, accents and width; empty where nothing is left. */
  readonly text: string;
  /** Its token: told by its first two letters, so that a word and its beginnings share it. */
  readonly code: number;
}

/**
 * Makes characters and words alike that readers take for the same: Traditional and Simplified, full and half width, capitals and small
 * letters, accents. The build and the browser fold with the same table.
 */
export class SearchFold {
  readonly #simplified: ReadonlyMap<string, string>;
  readonly #words = new Map<string, FoldedWord>();
  readonly #folded = new Map<string, FoldedWord>();
  /** What `unit` has found, by unit; 0 where it was not asked. */
  readonly units: Uint16Array = new Uint16Array(0x10000);

  /** @param simplified from Traditional characters to Simplified ones */
  constructor(simplified: ReadonlyMap<string, string>) {
    this.#simplified = simplified;
  }

  /** A unit's kind, or the code of its character. */
  unit(unit: number): number {
    const known = this.units[unit] ?? unitKinds.gap;
    if (known !== unitKinds.unknown) return known;
    const found = this.#classify(unit);
    this.units[unit] = found;
    return found;
  }

  /** The kind or code of a character beyond the first plane. */
  astral(character: string): number {
    return this.#codeOf(character.normalize("NFKC"));
  }

  /** `raw`, a run of letters and marks, as it is compared. */
  word(raw: string): FoldedWord {
    const known = this.#words.get(raw);
    if (known !== undefined) return known;
    const word = this.#fold(raw);
    this.#words.set(raw, word);
    return word;
  }

  /** However it is written, a word is one value. */
  #fold(raw: string): FoldedWord {
    const text = foldedWord(raw);
    const word = this.#folded.get(text) ?? { text, code: privateCode(text.slice(0, 2)) };
    this.#folded.set(text, word);
    return word;
  }

  #classify(unit: number): number {
    if (unit >= 0xd800 && unit <= 0xdbff) return unitKinds.surrogate;
    const character = String.fromCharCode(unit);
    return enclosed.test(character) ? unitKinds.gap : this.#codeOf(character.normalize("NFKC"));
  }

  #codeOf(normal: string): number {
    const one = Array.from(normal).find((each) => spaceless.test(each) && letter.test(each));
    if (one !== undefined) return this.#characterCode(one);
    const first = normal.charAt(0);
    if (combining.test(first)) return unitKinds.mark;
    return letter.test(normal) ? unitKinds.letter : unitKinds.gap;
  }

  #characterCode(character: string): number {
    // A voiced kana is its plain one with a mark: in half width the mark is a character of its own.
    const plain = Array.from(character.normalize("NFD"))[0] ?? character;
    const simple = this.#simplified.get(plain) ?? plain;
    return simple.length === 1 ? simple.charCodeAt(0) : privateCode(simple);
  }
}

/** By way of capitals, so that ß and ss are one; a final ς, the one letter that looks at its neighbours, is put back to σ. */
function foldedWord(raw: string): string {
  // As nearly all are, and a tenth of the time.
  if (ascii.test(raw)) return raw.toLowerCase();
  return raw
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replaceAll("ς", "σ")
    .replace(stroked, (one) => plainLetters[one] ?? one)
    .normalize("NFC");
}

function privateCode(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return privateStart + (((hash ^ (hash >>> 16)) >>> 0) % privateSize);
}

/** Whether `code` may be that of a word; a character beyond the first plane may share it. */
export function isPrivateCode(code: number): boolean {
  return code >= privateStart && code < privateStart + privateSize;
}
