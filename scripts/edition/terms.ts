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
 * A term is two neighbouring Han characters, a word of another script, or two neighbouring such words.
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
 * to multiple weighted fields” (CIKM 2004). An editor weighs the headline most; from there the powers of two fall.
 */
const fieldWeights = {
  title: 8,
  keywords: 4,
  kicker: 4,
  subtitle: 4,
  headings: 2,
  summary: 2,
  text: 1,
} as const;

/** Beyond this many, the lightest terms go, and of the equally light the ones met last. */
const mostTerms = 1024;
const heaviest = 65_535;

/** The kinds of character, as numbers for the table below. */
const kinds = {
  unknown: 0,
  mark: 1,
  joiner: 2,
  spaceless: 3,
  letter: 4,
} as const;

/**
 * Scripts written without spaces are cut into pairs of characters, which finds as much in Chinese as words do
 * (Nie, Gao, Zhang and Zhou, “On the use of words and n-grams for Chinese information retrieval”, IRAL 2000).
 */
const spacelessPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letterPattern = /[\p{L}\p{N}\p{M}]/u;
/** Marks that join two words into one name: Node.js, GPL-2.0. */
const joinerPattern = /[ \-._/+#'’]/u;
const plus = 0x2b;
const sharp = 0x23;

/** The kind of every character met so far below U+10000. */
const kindOfUnit = new Uint8Array(0x10000);

/** A hash table in typed arrays; `slots` lists the ones in use, in the order their terms were met. */
interface Tally {
  readonly mask: number;
  readonly keys: Uint32Array;
  readonly weights: Uint32Array;
  readonly slots: Uint32Array;
  size: number;
}

/** The tally of ordinary articles is used again for each; longer articles get their own. */
const ordinaryLength = 1 << 13;
const ordinaryTally = newTally(ordinaryLength);

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
  const folded = fields.map(([weight, text]) => ({
    weight,
    text: text.normalize("NFKC").toLowerCase(),
  }));
  const length = folded.reduce((sum, { text }) => sum + text.length, 0);
  const tally = length <= ordinaryLength ? ordinaryTally : newTally(length);
  for (const { weight, text } of folded) countTerms(tally, text, weight);
  const terms = heaviestOf(tally);
  clear(tally);
  return terms;
}

/** Counts every term of `text` into `tally`, each occurrence as `weight`. */
function countTerms(tally: Tally, text: string, weight: number): void {
  let run = 0; // how many characters of a script without spaces end here
  let before = 0; // the last of them
  let word = 0; // hash of the letters that end here; 0 outside a word
  let wordBefore = 0; // hash of the word before, as long as joiners alone follow it
  let gap = 0; // how many joiners do
  for (let at = 0; at <= text.length; at++) {
    const code = text.codePointAt(at) ?? 0x0a;
    if (code > 0xffff) at++;
    const kind = kindOf(code);
    const isInWord = kind === kinds.letter || (word !== 0 && (code === plus || code === sharp)); // c++, c#
    if (word !== 0 && !isInWord) {
      count(tally, finish(word), weight);
      if (wordBefore !== 0 && gap === 1) count(tally, finish(mix(wordBefore, word)), weight);
      wordBefore = word;
      word = 0;
      gap = 0;
    }
    if (kind === kinds.spaceless) {
      if (run > 0) count(tally, finish(mix(mix(1, before), code)), weight);
      run++;
      before = code;
      wordBefore = 0;
      continue;
    }
    if (run === 1) count(tally, finish(mix(2, before)), weight);
    run = 0;
    if (isInWord) word = mix(word === 0 ? 3 : word, code) || 1;
    else if (kind === kinds.joiner) gap++;
    else wordBefore = 0;
  }
}

function kindOf(code: number): number {
  if (code > 0xffff) return classify(code);
  const known = kindOfUnit[code] ?? kinds.unknown;
  if (known !== kinds.unknown) return known;
  const kind = classify(code);
  kindOfUnit[code] = kind;
  return kind;
}

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  if (spacelessPattern.test(character)) return kinds.spaceless;
  if (letterPattern.test(character)) return kinds.letter;
  return joinerPattern.test(character) ? kinds.joiner : kinds.mark;
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

function newTally(length: number): Tally {
  // A character ends two terms at most: a word of one letter, alone and with the word before it.
  const most = 2 * length + 2;
  const capacity = 2 ** Math.ceil(Math.log2(2 * most));
  return {
    mask: capacity - 1,
    keys: new Uint32Array(capacity),
    weights: new Uint32Array(capacity),
    slots: new Uint32Array(most),
    size: 0,
  };
}

function count(tally: Tally, hash: number, weight: number): void {
  const slot = slotOf(tally, hash);
  const sum = tally.weights[slot] ?? 0;
  if (sum === 0) {
    tally.keys[slot] = hash;
    tally.slots[tally.size++] = slot;
  }
  tally.weights[slot] = Math.min(heaviest, sum + weight);
}

/** The slot that holds `hash`, or the free one (its weight is 0) where it belongs. */
function slotOf(tally: Tally, hash: number): number {
  const { mask, keys, weights } = tally;
  let slot = hash & mask;
  while (weights[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** Empties `tally` for the next article. */
function clear(tally: Tally): void {
  for (let i = 0; i < tally.size; i++) tally.weights[tally.slots[i] ?? 0] = 0;
  tally.size = 0;
}

function heaviestOf(tally: Tally): Terms {
  const hashes = chosenHashes(tally).sort();
  const weights = new Uint16Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) weights[i] = tally.weights[slotOf(tally, hashes[i] ?? 0)] ?? 0;
  return { hashes, weights };
}

/** The hashes of the heaviest terms in `tally`, in the order they were met. */
function chosenHashes(tally: Tally): Uint32Array {
  const chosen = new Uint32Array(Math.min(tally.size, mostTerms));
  const { least, room } = lightestKept(tally);
  let left = room;
  let size = 0;
  for (let i = 0; i < tally.size; i++) {
    const slot = tally.slots[i] ?? 0;
    const weight = tally.weights[slot] ?? 0;
    if (weight < least || (weight === least && left === 0)) continue;
    if (weight === least) left--;
    chosen[size++] = tally.keys[slot] ?? 0;
  }
  return chosen;
}

/** The weight below which terms go, and for how many of just that weight there is room. */
function lightestKept(tally: Tally): {
  readonly least: number;
  readonly room: number;
} {
  if (tally.size <= mostTerms) return { least: 1, room: tally.size };
  const weights = new Uint32Array(tally.size);
  for (let i = 0; i < tally.size; i++) weights[i] = tally.weights[tally.slots[i] ?? 0] ?? 0;
  weights.sort();
  const first = tally.size - mostTerms;
  const least = weights[first] ?? 1;
  let room = 0;
  while (first + room < tally.size && weights[first + room] === least) room++;
  return { least, room };
}
