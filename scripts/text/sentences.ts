// What a mark does to sentences, as bits; a character that does nothing has none.
const ends = 1;
const closes = 2;
const opens = 4;
const continues = 8;
const isPoint = 16;
const openers = "“‘「『（《〈【〔(";
const closersOfOpeners = "”’」』）》〉】〕)";
const roles = new Uint8Array(0x10000);
for (const [role, marks] of [
  [ends, "。！？!?…．｡"],
  [closes, "”’」』）》〉】〕］｝\"')]}"],
  [opens, openers],
  [continues, "，、；：,;:—"],
  [isPoint, "."],
] as const) {
  for (const mark of marks) roles[mark.charCodeAt(0)] = role;
}
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
 * They are found one by one as they are asked for.
 */
export function* sentencesOf(paragraph: string, parting: Parting): Generator<string, void> {
  /** The closers that are waited for. */
  const open: string[] = [];
  let start = 0;
  for (let at = 0; at < paragraph.length; at++) {
    const role = roleAt(paragraph, at);
    if (role === 0) continue;
    const mark = paragraph.charAt(at);
    if (role === opens) open.push(closersOfOpeners.charAt(openers.indexOf(mark)));
    else if (open.at(-1) === mark) open.pop();
    if (!endsSentence(paragraph, at, role)) continue;
    const next = afterClosers(paragraph, at, open);
    at = next - 1;
    if (roleAt(paragraph, next) === continues || (parting === "whole" && open.length > 0)) continue;
    const sentence = paragraph.slice(start, next).trim();
    if (sentence !== "") yield sentence;
    start = next;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== "") yield rest;
}

function roleAt(text: string, at: number): number {
  return at < text.length ? (roles[text.charCodeAt(at)] ?? 0) : 0;
}

function endsSentence(text: string, at: number, role: number): boolean {
  if (role === isPoint) return isFollowedByGap(text, at) && !isAbbreviated(text, at);
  if (role !== ends) return false;
  const mark = text.charAt(at);
  return (mark !== "!" && mark !== "?") || isFollowedByGap(text, at);
}

/** Whether an initial or a known abbreviation stands before the point at `at`. */
function isAbbreviated(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 8 && /[A-Za-z.]/u.test(text.charAt(start - 1))) start--;
  const word = text.slice(start, at);
  return abbreviations.has(word.toLowerCase()) || /^[A-Z]$/u.test(word);
}

/** Whether a Latin mark stands before a space, the end or Han, closing quotes aside: `e.g` and `a?b` end nothing. */
function isFollowedByGap(text: string, at: number): boolean {
  let next = at + 1;
  while (next - at < 6 && roleAt(text, next) === closes) next++;
  const character = text.charAt(next);
  return character.trim() === "" || character >= "\u2e80";
}

/** The index after the marks and closing quotes that follow the mark at `at`; takes what they close off `open`. */
function afterClosers(text: string, at: number, open: string[]): number {
  let next = at + 1;
  for (; next < text.length; next++) {
    const role = roleAt(text, next);
    if (open.at(-1) === text.charAt(next)) open.pop();
    else if (role !== ends && role !== isPoint && role !== closes) break;
  }
  return next;
}
