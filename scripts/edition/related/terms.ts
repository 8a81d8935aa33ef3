import { foldedCodes, kindOf, kinds } from "./terms-characters.ts";
import { clear, count, heaviestOf, newTally, type Tally } from "./terms-tally.ts";

/** What of an article its terms are taken from: plain text, neither Markdown nor HTML. */
export interface TermSource {
  readonly title: string;
  readonly kicker?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly summary?: string | undefined;
  readonly headings: readonly string[];
  readonly keywords: readonly string[];
  /** The body as it is read aloud, its headings once more among it. */
  readonly text: string;
}

/**
 * An article's terms, told by that article alone, so that they can be remembered by a hash of its text.
 *
 * A term is two neighbouring Han characters neither of which only serves grammar, a word of another script, or two
 * neighbouring such words.
 */
export interface Terms {
  /** 32-bit hashes of the terms: ascending, no two alike, at most 1,024. */
  readonly hashes: Uint32Array;
  /** How often and how prominently each of `hashes` occurs: 1 for once in the body, at most 65,535. */
  readonly weights: Uint16Array;
}

/**
 * How many occurrences in the body one occurrence in a field is worth.
 *
 * Adding up weighted occurrences before damping them is BM25F: Robertson, Zaragoza and Taylor, “Simple BM25 extension
 * to multiple weighted fields” (CIKM 2004). An editor weighs the headline by far the most; from there the powers of two fall.
 */
const fieldWeights = {
  title: 16,
  keywords: 4,
  kicker: 4,
  subtitle: 4,
  headings: 2,
  summary: 2,
  text: 1,
} as const;

const plus = 0x2b;
const sharp = 0x23;
const lineBreak = 0x0a;

/** Used again for each article. */
const tally = newTally();

/**
 * The terms of an article, in whatever form of Unicode and case they are written.
 *
 * @returns empty arrays for an article without a letter; the same value for the same text on every machine
 */
export function termsOf(source: TermSource): Terms {
  const fields = [
    [fieldWeights.title, source.title],
    [fieldWeights.keywords, source.keywords.join("\n")],
    [fieldWeights.kicker, source.kicker ?? ""],
    [fieldWeights.subtitle, source.subtitle ?? ""],
    [fieldWeights.summary, source.summary ?? ""],
    [fieldWeights.headings, source.headings.join("\n")],
    [fieldWeights.text, source.text],
  ] as const;
  const folded = fields.map(([weight, text]) => ({ weight, codes: foldedCodes(text) }));
  for (const { weight, codes } of folded) countTerms(tally, codes, weight);
  const terms = heaviestOf(tally);
  clear(tally);
  return terms;
}

/** Counts every term of the text with `codes` into `tally`, each occurrence as `weight`. */
function countTerms(tally: Tally, codes: Uint32Array, weight: number): void {
  let run = 0; // how many characters of a script without spaces end here
  let before = 0; // the last of them; 0 for a grammatical one
  let word = 0; // hash of the letters that end here; 0 outside a word
  let wordBefore = 0; // hash of the word before, as long as joiners alone follow it
  let gap = 0; // how many joiners do
  for (let at = 0; at <= codes.length; at++) {
    const code = codes[at] ?? lineBreak;
    const kind = kindOf(code);
    const isInWord = kind === kinds.letter || (word !== 0 && (code === plus || code === sharp)); // c++, c#
    if (word !== 0 && !isInWord) {
      count(tally, finish(word), weight);
      if (wordBefore !== 0 && gap === 1) count(tally, finish(mix(wordBefore, word)), weight);
      wordBefore = word;
      word = 0;
      gap = 0;
    }
    if (kind === kinds.spaceless || kind === kinds.grammatical) {
      const telling = kind === kinds.spaceless ? code : 0;
      if (run > 0 && before !== 0 && telling !== 0) count(tally, finish(mix(mix(1, before), code)), weight);
      run++;
      before = telling;
      wordBefore = 0;
      continue;
    }
    if (run === 1 && before !== 0) count(tally, finish(mix(2, before)), weight);
    run = 0;
    if (isInWord) word = mix(word === 0 ? 3 : word, code) || 1;
    else if (kind === kinds.joiner) gap++;
    else wordBefore = 0;
  }
}

/** One step of FNV-1a (draft-eastlake-fnv), over code points instead of bytes. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
}

/** Spreads a hash over all 32 bits: the finaliser of MurmurHash3 (Appleby, public domain). */
function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
