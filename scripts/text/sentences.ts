const ends = new Set([..."。！？!?…．｡"]);
const closers = new Set([..."”’」』）》〉】〕］｝\"')]}"]);
const openers = new Map([..."“‘「『（《〈【〔("].map((opener, at) => [opener, [..."”’」』）》〉】〕)"][at] ?? ""]));
const continuations = new Set([..."，、；：,;:—"]);
const abbreviations = new Set([
  "dr",
  "mr",
  "mrs",
  "ms",
  "prof",
  "st",
  "no",
  "vol",
  "vs",
  "cf",
  "fig",
  "al",
  "e.g",
  "i.e",
  "etc",
  "approx",
  "pp",
]);

/** Where sentences may be parted: `whole` keeps a quotation of several sentences together, `any` parts it too. */
export type Parting = "whole" | "any";

/**
 * The sentences of one paragraph, each with its closing mark and quotes; joined they are the paragraph, without the spaces between.
 *
 * A sentence ends at 。！？…… and their Latin fellows, with the closing quotes and brackets that follow, unless a comma or the
 * like goes on with it. A Latin point ends one only before a space or the end, and not after an initial or an abbreviation.
 */
export function sentencesOf(paragraph: string, parting: Parting): readonly string[] {
  const characters = [...paragraph];
  const sentences: string[] = [];
  const open: string[] = [];
  let start = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    const opener = openers.get(character);
    if (opener) open.push(opener);
    else if (open.at(-1) === character) open.pop();
    if (!endsSentence(characters, at)) continue;
    const next = afterClosers(characters, at, open);
    at = next - 1;
    if (continuations.has(characters[next] ?? "") || (parting === "whole" && open.length > 0)) continue;
    sentences.push(characters.slice(start, next).join("").trim());
    start = next;
  }
  sentences.push(characters.slice(start).join("").trim());
  return sentences.filter((sentence) => sentence !== "");
}

function endsSentence(characters: readonly string[], at: number): boolean {
  const character = characters[at] ?? "";
  if (character !== ".") {
    if (!ends.has(character)) return false;
    return (character !== "!" && character !== "?") || isFollowedByGap(characters, at);
  }
  if (!isFollowedByGap(characters, at)) return false;
  let start = at;
  while (start > 0 && at - start < 8 && /[A-Za-z.]/u.test(characters[start - 1] ?? "")) start--;
  const word = characters.slice(start, at).join("");
  return !abbreviations.has(word.toLowerCase()) && !/^[A-Z]$/u.test(word);
}

/** Whether a Latin mark stands before a space, the end or Han, closing quotes aside: `e.g` and `a?b` end nothing. */
function isFollowedByGap(characters: readonly string[], at: number): boolean {
  let next = at + 1;
  while (next - at < 6 && closers.has(characters[next] ?? "")) next++;
  const character = characters[next] ?? " ";
  return character.trim() === "" || character >= "\u2e80";
}

/** The index after the marks and closing quotes that follow the mark at `at`; takes what they close off `open`. */
function afterClosers(characters: readonly string[], at: number, open: string[]): number {
  let next = at + 1;
  for (; next < characters.length; next++) {
    const character = characters[next] ?? "";
    if (open.at(-1) === character) open.pop();
    else if (!ends.has(character) && character !== "." && !closers.has(character)) break;
  }
  return next;
}
