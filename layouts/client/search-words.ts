/**
 * Scripts written without spaces between words (`scx`: with the marks they share, as ー and 々). What a reader types in them
 * is looked for anywhere; words of other scripts are looked for where a word begins.
 */
const unspaced =
  "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}";
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
const isUnspaced = new RegExp(`^[${unspaced}]`, "u");
const endsInsideWord = new RegExp(`(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]$`, "u");
const gaps = /[\s\p{P}\p{C}]+/u;

/** At most this many words of a query are looked for; a reader who needs more is pasting, not searching. */
const wordLimit = 16;
const queryLimit = 200;

/**
 * `text` as it is compared: NFKC (ＡＢＣ is ABC, ㈱ is (株)) and without case.
 *
 * By way of capitals, so that ß and ss are one; a final ς, the one letter that looks at its neighbours, is put back to σ.
 */
export function foldText(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");
}

/**
 * The words to look for in `query`, folded, each once, in the order typed; empty when it holds none.
 *
 * Words end at spaces and punctuation, and where a script written without spaces begins or ends: 「Go语言 入门」 is `go`,
 * `语言`, `入门`. What lies beyond 200 code units or 16 words is ignored.
 */
export function queryWords(query: string): readonly string[] {
  const words = foldText(query.slice(0, queryLimit))
    .split(gaps)
    .flatMap((part) => part.match(runs) ?? []);
  return [...new Set(words)].slice(0, wordLimit);
}

/**
 * Where `word` first stands in `text` from `start` on, in code units, or -1; both folded.
 *
 * A word of a spaced script counts only at the beginning of a word, so that `art` finds `article` and not `party`.
 */
export function placeOfWord(text: string, word: string, start: number): number {
  let place = text.indexOf(word, start);
  if (isUnspaced.test(word)) return place;
  while (place > 0 && endsInsideWord.test(text.slice(Math.max(0, place - 2), place))) {
    place = text.indexOf(word, place + 1);
  }
  return place;
}
