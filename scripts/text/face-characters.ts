import { hanByFrequency } from "./han-by-frequency.ts";

/** Latin letters of the headline face. */
export const faceLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Digits and marks of the headline face, without the space. */
export const faceMarks =
  "0123456789!\"#$%&'()*+,-./:;<=>?@[]_{|}~·×—‘’“”…、。〈〉《》「」『』【】〔〕！％（），．／：；？～￥";

const known: ReadonlySet<string> = new Set(hanByFrequency + faceLetters + faceMarks);

/** Whether the headline face can draw `character`: common Han, Western European letters, usual marks and the space. */
export function isInFace(character: string): boolean {
  return known.has(character) || /^[ À-ÖØ-öø-ÿ]$/u.test(character);
}
