import { type FoldedWord, type SearchFold, unitKinds } from "./search-fold.ts";

/**
 * The tokens of a text in order: each character of a script without spaces, and each word of the others. What stands between them does
 * not count: 「河，长」 and 「河长」 have the same tokens.
 */
export interface SearchTokens {
  readonly count: number;
  /** What each is looked up by; longer than `count`. */
  readonly codes: Uint16Array;
  /** Where each begins and ends in the text, in UTF-16 units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Of each word what it is compared by; absent for a character. Longer than `count`. */
  readonly words: readonly (FoldedWord | undefined)[];
}

/** Used again for each text: making them anew for every article takes longer than filling them. */
let scratch = newScratch(1 << 13);

/** The tokens of `text`. They are there until the next call. */
export function tokensOf(text: string, fold: SearchFold): SearchTokens {
  if (text.length > scratch.codes.length) scratch = newScratch(text.length * 2);
  const { codes, starts, ends, words } = scratch;
  const { units } = fold;
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    const unit = text.charCodeAt(at++);
    // Asked of every character of every article: the table at once, the function at a unit's first time only.
    let code = units[unit] || fold.unit(unit);
    if (code === unitKinds.gap || code === unitKinds.mark) continue;
    if (code === unitKinds.surrogate) code = fold.astral(text.slice(start, ++at));
    let word: FoldedWord | undefined;
    if (code === unitKinds.letter) {
      at = wordEnd(text, at, fold);
      word = fold.word(text.slice(start, at));
      code = word.code;
    }
    if (code <= unitKinds.surrogate) continue;
    words[count] = word;
    codes[count] = code;
    starts[count] = start;
    ends[count++] = at;
  }
  return { count, codes, starts, ends, words };
}

function newScratch(size: number) {
  const words: (FoldedWord | undefined)[] = [];
  return { codes: new Uint16Array(size), starts: new Uint32Array(size), ends: new Uint32Array(size), words };
}

/** Where the word ends that has begun before `at`. */
function wordEnd(text: string, at: number, fold: SearchFold): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const kind = fold.units[unit] || fold.unit(unit);
    const isPair = kind === unitKinds.surrogate;
    const real = isPair ? fold.astral(text.slice(end, end + 2)) : kind;
    if (real !== unitKinds.letter && real !== unitKinds.mark) break;
    end += isPair ? 2 : 1;
  }
  return end;
}
