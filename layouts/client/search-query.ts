import type { SearchFold } from "../../scripts/text/search-fold.ts";
import { type SearchTokens, tokensOf } from "../../scripts/text/search-tokens.ts";

/** A token that is looked for. */
export interface SoughtToken {
  readonly code: number;
  /** Of a word, as it is compared. */
  readonly word?: string | undefined;
}

/** Tokens that must stand side by side. The last word of them may be a beginning. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly SoughtToken[];
}

/** From where to where something stands, in UTF-16 units. */
export type Stretch = readonly [start: number, end: number];

const queryLimit = 200;
const phraseLimit = 12;
/** A run between quotation marks, or one without spaces. */
const parts = /["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu;

/**
 * The phrases of `query`, each once, in the order typed: what stands between quotation marks, and each run without spaces outside them.
 * What lies beyond 200 UTF-16 units or 12 phrases is ignored: a reader who needs more is pasting, not searching.
 */
export function phrasesOf(query: string, fold: SearchFold): readonly Phrase[] {
  const phrases = [...query.slice(0, queryLimit).matchAll(parts)].map(([run, quoted]) => phraseOf(quoted ?? run, fold));
  const real = new Map(phrases.filter(({ tokens }) => tokens.length > 0).map((each) => [keyOf(each), each]));
  return [...real.values()].slice(0, phraseLimit);
}

/** Every place where `phrase` stands in a text with `tokens`. */
export function placesOf({ tokens: sought }: Phrase, tokens: SearchTokens): readonly Stretch[] {
  const last = sought.length - 1;
  const places: Stretch[] = [];
  for (let at = 0; at + last < tokens.count; at++) {
    const isThere = sought.every((token, index) => fits(token, tokens, [at + index, index === last]));
    if (isThere) places.push([tokens.starts[at] ?? 0, tokens.ends[at + last] ?? 0]);
  }
  return places;
}

/** True where a word may be a beginning; one letter is a word of its own. */
export function isBeginning(word: string): boolean {
  return word.length > 1;
}

function phraseOf(text: string, fold: SearchFold): Phrase {
  const { count, codes, words } = tokensOf(text, fold);
  const tokens = Array.from(
    { length: count },
    (_, at): SoughtToken => ({ code: codes[at] ?? 0, word: words[at]?.text }),
  );
  return { text, tokens };
}

function keyOf({ tokens }: Phrase): string {
  return tokens.map(({ code, word }) => word ?? code).join(" ");
}

function fits({ code, word }: SoughtToken, tokens: SearchTokens, [at, isLast]: readonly [number, boolean]): boolean {
  if (tokens.codes[at] !== code) return false;
  const found = tokens.words[at]?.text;
  return word !== undefined && isLast && isBeginning(word) ? found?.startsWith(word) === true : found === word;
}
