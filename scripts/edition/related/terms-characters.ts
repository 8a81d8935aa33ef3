/** The kinds of character that terms are made from. */
export const kinds = {
  unknown: 0,
  mark: 1,
  joiner: 2,
  spaceless: 3,
  grammatical: 4,
  letter: 5,
} as const;

/**
 * Scripts written without spaces are cut into pairs of characters, which finds as much in Chinese as words do
 * (Nie, Gao, Zhang and Zhou, “On the use of words and n-grams for Chinese information retrieval”, IRAL 2000).
 */
const spacelessPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/**
 * Characters that serve grammar nearly wherever they stand. A third of all pairs have one, and hardly any such pair tells what
 * an article is about: without them, likeness is found more often and in less time.
 */
const grammar = new Set(
  "的了是在你我他她它们這这那也很吗呢吧么一不有个些为与及或而并但以于从到就都之其此們個與為並從麼嗎",
);
const letterPattern = /[\p{L}\p{N}\p{M}]/u;
/** Marks that join two words into one name: Node.js, GPL-2.0. */
const joinerPattern = /[ \-._/+#'’]/u;
/** What may change with its neighbours when text is normalised or its case folded: marks, jamo, sigma, halves of a pair. */
const contextPattern = /[\p{M}\u1100-\u11ff\u03a3\ud800-\udfff]/u;

const units = 0x10000;
const lineBreak = 0x0a;

/** The kind of every character met so far below U+10000. */
const kindOfUnit = new Uint8Array(units);

/** What every UTF-16 unit met so far is folded to; 0 for one not met, 1 for one that depends on its neighbours. */
const foldOfUnit = new Uint16Array(units);
const whole = 1;

const scratch = new Uint32Array(1 << 13);

/** The kind of the character with code point `code`. */
export function kindOf(code: number): number {
  if (code >= units) return classify(code);
  const known = kindOfUnit[code] ?? kinds.unknown;
  if (known !== kinds.unknown) return known;
  const kind = classify(code);
  kindOfUnit[code] = kind;
  return kind;
}

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  if (spacelessPattern.test(character)) return grammar.has(character) ? kinds.grammatical : kinds.spaceless;
  if (letterPattern.test(character)) return kinds.letter;
  return joinerPattern.test(character) ? kinds.joiner : kinds.mark;
}

/**
 * The code points of `text` in one form of Unicode (NFKC) and lower case, as far as terms tell them apart.
 *
 * Full-width marks are in every Chinese sentence, so the engine can never see at once that there is nothing to normalise. Unit by
 * unit it takes a third of the time; the few characters that depend on their neighbours send the whole text to the engine.
 */
export function foldedCodes(text: string): Uint32Array {
  const codes = text.length <= scratch.length ? scratch : new Uint32Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldOfUnit[unit] || foldUnit(unit);
    if (folded === whole) return foldWhole(text);
    codes[at] = folded;
  }
  return codes.slice(0, text.length);
}

function foldWhole(text: string): Uint32Array {
  const folded = text.normalize("NFKC").toLowerCase();
  const codes = new Uint32Array(folded.length);
  let size = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.codePointAt(at) ?? lineBreak;
    if (code >= units) at++;
    codes[size++] = code;
  }
  return codes.subarray(0, size);
}

function foldUnit(unit: number): number {
  const folded = foldOf(String.fromCharCode(unit));
  foldOfUnit[unit] = folded;
  return folded;
}

function foldOf(character: string): number {
  const folded = character.normalize("NFKC").toLowerCase();
  if (contextPattern.test(character) || contextPattern.test(folded)) return whole;
  if (folded.length === 1) return folded > "\u0001" ? folded.charCodeAt(0) : lineBreak;
  // Several marks in a row, an ellipsis for one, part words as a single mark does.
  return Array.from(folded).some((one) => kindOf(one.codePointAt(0) ?? lineBreak) >= kinds.spaceless)
    ? whole
    : lineBreak;
}
