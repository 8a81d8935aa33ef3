// Everything that is looked at more closely: controls save tab and line feed, soft hyphen, zero-width space and joiners, direction
// controls, word joiner, inner byte order mark, U+FFFD, noncharacters, tags. Written by escapes, since they cannot be seen.
const watchedUnits =
  "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200d\\u202a-\\u202e\\u2060\\u2066-\\u2069" +
  "\\ufdd0-\\ufdef\\ufeff\\ufffd-\\uffff";
const watchedPairs = Array.from({ length: 16 }, (_, plane) => (plane + 1).toString(16))
  .map((plane) => `\\u{${plane}fffe}\\u{${plane}ffff}`)
  .join("");
const watched = `[${watchedUnits}\\u{e0000}-\\u{e007f}${watchedPairs}]`;

/** Whether `text` may hold a watched character, told in half the time: by units, not by characters. */
export function mayHoldWatched(text: string): boolean {
  return suspectUnit.test(text);
}

// The watched characters beyond the first plane begin with these, and no emoji does.
const suspectUnit = new RegExp(`[${watchedUnits}\\ud83f-\\udbff]`);

/** Finds the first character of a text that `unseenKind` must judge. */
export const watchedCharacter = new RegExp(watched, "u");

/** Finds all of them. */
export const watchedCharacters = new RegExp(watched, "gu");

/** What a watched character is where it stands: `fine`, or the problem it is. */
export type UnseenKind =
  | "fine"
  | "control-character"
  | "noncharacter"
  | "bidi-control"
  | "invisible-character"
  | "replacement-character";

const emoji = /\p{Extended_Pictographic}/u;
// Scripts whose letters take other shapes beside a joiner (Unicode 9.2, 12, 13 and 16).
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Phags_Pa}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Meetei_Mayek}]/u;

/** Judges the watched character at `index` by what it is and what stands beside it. */
export function unseenKind(text: string, index: number): UnseenKind {
  const codePoint = text.codePointAt(index) ?? 0;
  if (codePoint === 0xfffd) return "replacement-character";
  if (codePoint === 0x200c || codePoint === 0x200d) return isJoinerNeeded(text, index) ? "fine" : "invisible-character";
  if (codePoint >= 0xe0000 && codePoint <= 0xe007f) return isFlagTag(text, index) ? "fine" : "invisible-character";
  if (codePoint === 0xad || codePoint === 0x200b || codePoint === 0x2060 || codePoint === 0xfeff)
    return "invisible-character";
  if (codePoint < 0xa0) return "control-character";
  return codePoint >= 0x202a && codePoint <= 0x2069 ? "bidi-control" : "noncharacter";
}

/** Whether the joiner at `index` binds an emoji sequence, or letters of a script that needs it. */
function isJoinerNeeded(text: string, index: number): boolean {
  const before = characterBefore(text, index);
  const after = characterAt(text, index + 1);
  if (joining.test(before) || joining.test(after)) return true;
  return text[index] === "\u200d" && emoji.test(after) && emoji.test(emojiBefore(text, index));
}

/** The character before `index`, variation selectors, skin tones and flag tags passed over. */
function emojiBefore(text: string, index: number): string {
  let at = index;
  for (let passed = 0; passed < 10; passed++) {
    const character = characterBefore(text, at);
    if (!/^[\ufe0e\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]$/u.test(character)) return character;
    at -= character.length;
  }
  return "";
}

/** Whether the tag character at `index` belongs to a flag: 🏴, up to 10 tags, the closing tag (Unicode Emoji ED-14a). */
function isFlagTag(text: string, index: number): boolean {
  let start = index;
  while (start > 1 && index - start < 22 && isTag(characterBefore(text, start))) start -= 2;
  if (characterBefore(text, start) !== "\u{1f3f4}") return false;
  let end = index;
  while (end - start < 22 && isTag(characterAt(text, end)) && characterAt(text, end) !== "\u{e007f}") end += 2;
  return characterAt(text, end) === "\u{e007f}";
}

function isTag(character: string): boolean {
  return character >= "\u{e0000}" && /^[\u{e0020}-\u{e007e}]$/u.test(character);
}

function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff
    ? text.slice(Math.max(0, index - 2), index)
    : text.slice(Math.max(0, index - 1), index);
}
