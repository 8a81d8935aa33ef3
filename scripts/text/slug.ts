import { createHash } from "node:crypto";
import { syllablesOf } from "./pinyin.ts";

/** The longest slug there may be, in characters: a path of several fits every file system and mail client. */
export const longestSlug = 100;

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const hanRun = /\p{Script=Han}+/gu;

/** Whether `text` already is a slug: `a-z`, `0-9` and single hyphens between them, not longer than `longestSlug`. */
export function isSlug(text: string): boolean {
  return text.length <= longestSlug && slug.test(text);
}

/**
 * The slug of a file's name given without its ending; empty when the name holds neither Han nor `a-z 0-9`.
 *
 * Han characters become pinyin syllables, capitals small letters, every run of anything else one hyphen (none at the
 * ends). The name is taken in its NFKC form, so that names which look the same, one with full-width digits or
 * stored by macOS in NFD, claim the same address and are found out. That changes how a letter is written, not which it is: é is
 * no e, and becomes a hyphen. A longer slug than `longestSlug` keeps its first whole parts and ends in 4 hexadecimal
 * digits of a hash of the name, so that long headlines that differ only at their end stay apart.
 */
export function slugOf(name: string): string {
  const whole = parts(name).join("-");
  return whole.length <= longestSlug ? whole : signed(name);
}

/**
 * The id of a person, topic or source that has no file: the name itself where it is a slug, otherwise
 * its slug, a hyphen and 4 hexadecimal digits of the SHA-256 of its NFC form; the digits alone where the slug is empty.
 *
 * The digits are there always, not only where two names meet, so that no address changes when another name comes.
 */
export function namedId(name: string): string {
  return isSlug(name) ? name : signed(name);
}

/** The slug of `name` cut to leave room for the digits that follow it. */
function signed(name: string): string {
  const digits = createHash("sha256").update(name.normalize("NFC")).digest("hex").slice(0, 4);
  const kept = cut(parts(name), longestSlug - digits.length - 1);
  return kept === "" ? digits : `${kept}-${digits}`;
}

/** As many whole parts as fit in `room`; a first part longer than that is cut itself. */
function cut(words: readonly string[], room: number): string {
  let kept = "";
  for (const word of words) {
    const longer = kept === "" ? word : `${kept}-${word}`;
    if (longer.length > room) break;
    kept = longer;
  }
  return kept === "" ? (words[0] ?? "").slice(0, room) : kept;
}

function parts(name: string): readonly string[] {
  const spelt = name.normalize("NFKC").replace(hanRun, (run) => `-${syllablesOf(run).join("-")}-`);
  return spelt
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
    .split(/[^a-z0-9]+/u)
    .filter((part) => part !== "");
}
