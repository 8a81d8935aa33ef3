import { createRequire } from "node:module";
import { pinyinOverrides } from "./pinyin-overrides.ts";
import { simplifiedForms } from "./simplified.ts";

type PinyinPro = typeof import("pinyin-pro");

// Loaded at the first Han name: its dictionaries take some 30 ms, which no command without Chinese names should pay.
const require = createRequire(import.meta.url);
let library: PinyinPro | undefined;
let longestOverride = 0;

/**
 * The readings of a run of Han characters, one syllable of `a-z` a character, ü as v, without tones.
 *
 * Characters are read in their context (银行 `yin hang`, 行走 `xing zou`), Traditional ones as the Simplified ones they stand
 * for, since the dictionaries know only those words. A character without a known reading is `u` and its code
 * point in hexadecimal, so that two names which differ only in such a character stay apart.
 */
export function syllablesOf(run: string): readonly string[] {
  const written = [...run];
  const characters = written.map((character) =>
    character === "乾" ? character : (simplifiedForms().get(character) ?? character),
  );
  const found = readings(characters.join(""));
  const overriding = overridesIn(characters);
  return characters.map(
    (_, at) =>
      overriding[at] ?? letters(found[at]) ?? letters(readings(written[at] ?? "")[0]) ?? codePoint(written[at] ?? ""),
  );
}

function readings(run: string): readonly string[] {
  library ??= load();
  return library.pinyin(run, { toneType: "none", type: "array", v: true });
}

function load(): PinyinPro {
  return require("pinyin-pro");
}

/** The overriding syllable at each place, found from the end of the run, the longest word first. */
function overridesIn(characters: readonly string[]): readonly (string | undefined)[] {
  const syllables: (string | undefined)[] = new Array(characters.length);
  longestOverride ||= Math.max(...[...pinyinOverrides().keys()].map((word) => [...word].length));
  let end = characters.length;
  while (end > 0) {
    const word = overrideEndingAt(characters, end);
    word?.forEach((syllable, at) => {
      syllables[end - word.length + at] = syllable;
    });
    end -= word?.length ?? 1;
  }
  return syllables;
}

function overrideEndingAt(characters: readonly string[], end: number): readonly string[] | undefined {
  for (let length = Math.min(longestOverride, end); length > 0; length--) {
    const word = pinyinOverrides().get(characters.slice(end - length, end).join(""));
    if (word) return word;
  }
  return undefined;
}

function letters(syllable: string | undefined): string | undefined {
  return syllable !== undefined && /^[a-z]+$/u.test(syllable) ? syllable : undefined;
}

function codePoint(character: string): string {
  return `u${(character.codePointAt(0) ?? 0).toString(16)}`;
}
