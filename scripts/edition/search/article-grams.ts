import type { FoldedWord, SearchFold } from "../../text/search-fold.ts";
import { gramHash, levels, marksOf, neighbourBit, noShortMarks, shortMarks } from "../../text/search-gram.ts";
import { type SearchTokens, tokensOf } from "../../text/search-tokens.ts";

/** A field of an article, in plain text. */
export interface SearchField {
  readonly level: (typeof levels)[keyof typeof levels];
  readonly text: string;
}

/** Into how many leaves an article's grams are sorted: by the first five bits of their hashes. */
export const gramLeaves = 32;

/**
 * What the search looks an article up by; told by its own text, so that it can be remembered.
 *
 * A row is one pair of tokens, one of them a character at least, where it stands; rows of the same pair are joined when shards are made, which sorts
 * them anyway.
 */
export interface ArticleGrams {
  /**
   * At which number each leaf begins, and at last how many numbers there are; then the leaves. A leaf is how many rows it has, their
   * hashes, their `shortMarks` (a byte each, in the byte order of this machine), and the `GramMarks` of those that have no short ones.
   */
  readonly leaves: Uint32Array;
  /** Words of scripts with spaces, divided by spaces: a line for each level, each word once, at the highest at which it stands. */
  readonly words: string;
}

/** Rows in the order of the text; filled again for each article. */
interface Rows {
  readonly hashes: Uint32Array;
  readonly shorts: Uint8Array;
  readonly longs: Uint32Array;
  count: number;
}

/** The grams of `fields`. Nothing runs from one field into the next. */
export function gramsOf(fields: readonly SearchField[], fold: SearchFold): ArticleGrams {
  const rows = roomFor(fields.reduce((sum, { text }) => sum + 2 * text.length, 0));
  const words = new Map<FoldedWord, number>();
  for (const { level, text } of fields) {
    const tokens = tokensOf(text, fold);
    addGrams(rows, tokens, level);
    addWords(words, tokens, level);
  }
  return { leaves: leavesOf(rows), words: byLevel(words) };
}

function addGrams(rows: Rows, { codes, words, count }: SearchTokens, level: number): void {
  let before = 0;
  let own = neighbourBit(codes[0] ?? 0);
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? 0;
    const isWord = words[at] !== undefined;
    // Alone, a character is found where it weighs: in the body nearly every character stands somewhere.
    if (level > levels.body && !isWord) add(rows, gramHash(code, 0), marksOf(0, 0, level));
    if (at + 1 === count) return;
    const next = codes[at + 1] ?? 0;
    // Two words are found by themselves.
    if (!isWord || words[at + 1] === undefined) {
      const after = at + 2 === count ? 0 : neighbourBit(codes[at + 2] ?? 0);
      add(rows, gramHash(code, next), marksOf(before, after, level));
    }
    before = own;
    own = neighbourBit(next);
  }
}

function add(rows: Rows, hash: number, marks: number): void {
  const row = rows.count++;
  const short = shortMarks(marks);
  rows.hashes[row] = hash;
  rows.shorts[row] = short;
  if (short === noShortMarks) rows.longs[row] = marks;
}

function addWords(known: Map<FoldedWord, number>, { words, count }: SearchTokens, level: number): void {
  for (let at = 0; at < count; at++) {
    const word = words[at];
    if (word !== undefined && (known.get(word) ?? -1) < level) known.set(word, level);
  }
}

function byLevel(words: ReadonlyMap<FoldedWord, number>): string {
  const lists = Object.values(levels).map((): string[] => []);
  for (const [{ text }, level] of words) if (text !== "") lists[level]?.push(text);
  return lists.map((list) => list.join(" ")).join("\n");
}

/** A counting sort by leaf. */
function leavesOf({ hashes, shorts, longs, count }: Rows): Uint32Array {
  const { sizes, longSizes, places, shortPlaces, longPlaces } = counters;
  sizes.fill(0);
  longSizes.fill(0);
  for (let row = 0; row < count; row++) {
    const leaf = (hashes[row] ?? 0) >>> leafShift;
    sizes[leaf] = (sizes[leaf] ?? 0) + 1;
    if (shorts[row] === noShortMarks) longSizes[leaf] = (longSizes[leaf] ?? 0) + 1;
  }
  const leaves = emptyLeaves();
  const bytes = new Uint8Array(leaves.buffer);
  for (let row = 0; row < count; row++) {
    const hash = hashes[row] ?? 0;
    const leaf = hash >>> leafShift;
    const short = shorts[row] ?? 0;
    leaves[next(places, leaf)] = hash;
    bytes[next(shortPlaces, leaf)] = short;
    if (short === noShortMarks) leaves[next(longPlaces, leaf)] = longs[row] ?? 0;
  }
  return leaves;
}

/** Leaves with room for as many rows as `counters` tell of, and in `counters` where in each what is to come. */
function emptyLeaves(): Uint32Array {
  const { sizes, longSizes, starts, places, shortPlaces, longPlaces } = counters;
  let at = gramLeaves + 1;
  for (let leaf = 0; leaf < gramLeaves; leaf++) {
    const size = sizes[leaf] ?? 0;
    starts[leaf] = at;
    places[leaf] = at + 1;
    shortPlaces[leaf] = 4 * (at + 1 + size);
    longPlaces[leaf] = at + 1 + size + Math.ceil(size / 4);
    at = (longPlaces[leaf] ?? 0) + (longSizes[leaf] ?? 0);
  }
  starts[gramLeaves] = at;
  const leaves = new Uint32Array(at);
  leaves.set(starts);
  for (let leaf = 0; leaf < gramLeaves; leaf++) leaves[starts[leaf] ?? 0] = sizes[leaf] ?? 0;
  return leaves;
}

/** A place of `leaf`, which then goes on to the next. */
function next(places: Uint32Array, leaf: number): number {
  const place = places[leaf] ?? 0;
  places[leaf] = place + 1;
  return place;
}

const leafShift = 32 - Math.log2(gramLeaves);

/** By leaf; used again for each article, like the rows. */
const counters = {
  ...{ sizes: new Uint32Array(gramLeaves), longSizes: new Uint32Array(gramLeaves) },
  starts: new Uint32Array(gramLeaves + 1),
  places: new Uint32Array(gramLeaves),
  ...{ shortPlaces: new Uint32Array(gramLeaves), longPlaces: new Uint32Array(gramLeaves) },
};

let spare: Rows = newRows(1 << 13);

function roomFor(rows: number): Rows {
  if (spare.hashes.length < rows) spare = newRows(rows * 2);
  spare.count = 0;
  return spare;
}

function newRows(rows: number): Rows {
  return { hashes: new Uint32Array(rows), shorts: new Uint8Array(rows), longs: new Uint32Array(rows), count: 0 };
}
