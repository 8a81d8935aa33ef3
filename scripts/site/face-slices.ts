import { faceLetters, faceMarks } from "../text/face-characters.ts";
import { hanByFrequency } from "../text/han-by-frequency.ts";

/** Every page needs most of so many characters. */
const commonest = 64;
/** A slice's least length: a file takes about 700 bytes before its first character, which has 240. */
const shortest = 8;
/** Rarer characters stand in longer slices, which are seldom loaded: one in so many of their rank. */
const rankPerCharacter = 80;

/** The Han characters in slices that never change, whatever a publication prints: in order of frequency, ever longer. */
const hanSlices: readonly string[] = sliced(hanByFrequency);

/**
 * The characters of headlines in slices, a file each; none without a character that is used.
 *
 * What slice a character is in does not depend on what else is used, so that a new headline changes few slices, most often none,
 * and readers keep the others. The space is in none: the font that has it gives a line its baseline (CSS Fonts 4, “first available
 * font”), which must not change when ours arrives.
 *
 * @param used all that headlines need; what the font lacks is in no slice
 * @param everywhere what stands on every page, in a slice of its own
 */
export function faceSlices(used: ReadonlySet<string>, everywhere: ReadonlySet<string>): readonly string[] {
  const own = [...hanByFrequency].filter((character) => everywhere.has(character)).join("");
  const rest = hanSlices.map((slice) =>
    [...slice].filter((character) => used.has(character) && !everywhere.has(character)).join(""),
  );
  const isUsed = (character: string) => used.has(character) || everywhere.has(character);
  // Whole or not at all: a headline that has one letter has many, and a new one must not change what readers keep.
  const whole = [faceLetters, faceMarks].filter((slice) => [...slice].some(isUsed));
  return [own, ...whole, ...rest].filter((slice) => slice !== "");
}

function sliced(characters: string): readonly string[] {
  const slices: string[] = [];
  for (let start = 0; start < characters.length; ) {
    const length = start === 0 ? commonest : Math.max(shortest, Math.floor(start / rankPerCharacter));
    slices.push(characters.slice(start, start + length));
    start += length;
  }
  return slices;
}
