import type { FoldedWord, SearchFold } from "../../text/search-fold.ts";
import { gramHash, levels, neighbourBit } from "../../text/search-gram.ts";
import { type SearchTokens, tokensOf } from "../../text/search-tokens.ts";

/** A field of an article, in plain text. */
export interface SearchField {
  readonly level: (typeof levels)[keyof typeof levels];
  readonly text: string;
}

/** What the search looks an article up by; told by its own text, so that it can be remembered. */
export interface ArticleGrams {
  /** Pairs of tokens, one of them a character at least, ascending, each once. */
  readonly hashes: Uint32Array;
  /** Which tokens follow each pair somewhere in the article, and which stand before it: a `neighbourBit` each. */
  readonly next: Uint16Array;
  readonly before: Uint16Array;
  /** The highest level at which each stands. */
  readonly levels: Uint8Array;
  /** Words of scripts with spaces, each once, by the highest level at which they stand. */
  readonly words: readonly (readonly string[])[];
}

/** A table of grams in the order of their hashes, nearly: a slot is a hash's first bits, or the next that is free. */
interface Table {
  readonly bits: number;
  readonly slots: Int32Array;
  readonly hashes: Uint32Array;
  readonly next: Uint16Array;
  readonly before: Uint16Array;
  readonly levels: Uint8Array;
  count: number;
}

/** The grams of `fields`. Nothing runs from one field into the next. */
export function gramsOf(fields: readonly SearchField[], fold: SearchFold): ArticleGrams {
  const table = tableFor(fields.reduce((sum, { level, text }) => sum + text.length * (level > levels.body ? 2 : 1), 0));
  const words = new Map<FoldedWord, number>();
  for (const { level, text } of fields) {
    const tokens = tokensOf(text, fold);
    addGrams(table, tokens, level);
    for (const word of tokens.words) if (word !== undefined && (words.get(word) ?? -1) < level) words.set(word, level);
  }
  return { ...sorted(table), words: byLevel(words) };
}

function addGrams(table: Table, { codes, words, count }: SearchTokens, level: number): void {
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? 0;
    // Alone, a character is found where it weighs: in the body nearly every character stands somewhere.
    if (level > levels.body && words[at] === undefined) add(table, gramHash(code, 0), level, 0, 0);
    if (at + 1 === count) return;
    // Two words are found by themselves.
    if (words[at] !== undefined && words[at + 1] !== undefined) continue;
    const before = at === 0 ? 0 : neighbourBit(codes[at - 1] ?? 0);
    const next = at + 2 === count ? 0 : neighbourBit(codes[at + 2] ?? 0);
    add(table, gramHash(code, codes[at + 1] ?? 0), level, next, before);
  }
}

// Called for every character of every article: five numbers cost less than an object.
function add(table: Table, hash: number, level: number, next: number, before: number): void {
  const { slots, hashes } = table;
  let slot = hash >>> (32 - table.bits);
  let place = slots[slot] ?? -1;
  while (place >= 0 && hashes[place] !== hash) place = slots[++slot] ?? -1;
  if (place < 0) {
    place = table.count++;
    slots[slot] = place;
    hashes[place] = hash;
  }
  table.next[place] = (table.next[place] ?? 0) | next;
  table.before[place] = (table.before[place] ?? 0) | before;
  if ((table.levels[place] ?? 0) < level) table.levels[place] = level;
}

/** Used again for each article. */
let spare = newTable(12);

/** An empty table with room for `size` grams. */
function tableFor(size: number): Table {
  const bits = Math.max(4, Math.ceil(Math.log2(size + 1)));
  if (spare.hashes.length < 1 << bits) spare = newTable(bits);
  // Fewer slots for a short text: all of them are gone through in the end.
  spare.slots.fill(-1, 0, (2 << bits) + size + 1);
  for (const each of [spare.next, spare.before, spare.levels]) each.fill(0, 0, size);
  return { ...spare, bits: bits + 1, count: 0 };
}

function newTable(bits: number): Table {
  const size = 1 << bits;
  // Who finds no free slot at the end goes beyond it.
  return { bits, slots: new Int32Array(3 * size + 1), ...newGrams(size), count: 0 };
}

/** Words that are written in several ways occur more than once; each counts at its highest level. */
function byLevel(words: ReadonlyMap<FoldedWord, number>): readonly (readonly string[])[] {
  const sets = Object.values(levels).map(() => new Set<string>());
  for (const [{ text }, level] of words) sets[level]?.add(text);
  const isHigher = (word: string, level: number) => sets.slice(level + 1).some((set) => set.has(word));
  return sets.map((set, level) => [...set].filter((word) => word !== "" && !isHigher(word, level)).sort());
}

function sorted(table: Table): Omit<ArticleGrams, "words"> {
  const { count, slots, hashes } = table;
  const order = new Uint32Array(count);
  let size = 0;
  for (let slot = 0; size < count; slot++) {
    const place = slots[slot] ?? -1;
    if (place < 0) continue;
    // Slots are in order but for those that had to move on: few, and never far.
    let at = size++;
    const hash = hashes[place] ?? 0;
    for (; at > 0 && (hashes[order[at - 1] ?? 0] ?? 0) > hash; at--) order[at] = order[at - 1] ?? 0;
    order[at] = place;
  }
  const grams = newGrams(count);
  for (let at = 0; at < count; at++) {
    const place = order[at] ?? 0;
    grams.hashes[at] = hashes[place] ?? 0;
    grams.next[at] = table.next[place] ?? 0;
    grams.before[at] = table.before[place] ?? 0;
    grams.levels[at] = table.levels[place] ?? 0;
  }
  return grams;
}

function newGrams(count: number) {
  return {
    hashes: new Uint32Array(count),
    next: new Uint16Array(count),
    before: new Uint16Array(count),
    levels: new Uint8Array(count),
  };
}
