import { type Problem, problem } from "../report/problem.ts";
import { guessEncoding, isUtf16 } from "./guess-encoding.ts";
import { type LineColumn, placeCounter } from "./place-counter.ts";
import { mayHoldWatched, unseenKind, watchedCharacter, watchedCharacters } from "./unseen.ts";
import { utf8Faults } from "./utf8-faults.ts";

/** A file's text, fit to be parsed, and what is wrong with its characters. */
export interface ReadText {
  /** False when nothing could be read: then `text` is empty, the one problem says why, and nothing else should be said of the file. */
  readonly isReadable: boolean;
  /** Lines end in LF; no byte order mark, no NUL. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The longest text that is read, in bytes: 2 MiB, some 700,000 字. */
export const longestText = 2 * 1024 * 1024;

const strictDecoder = new TextDecoder("utf-8", { fatal: true });

// Of one kind in one file: enough to mend by, and a hostile file fills no memory.
const mostOfOneKind = 50;

/**
 * Reads the bytes of a text file, which must be UTF-8 (a byte order mark, CR LF and CR are tolerated).
 *
 * Errors: `text-too-large` and `text-encoding` (unreadable); `text-not-utf8` (U+FFFD stands in the text), `control-character`,
 * `noncharacter`, `bidi-control` (left out of the text). Warnings: `invisible-character` (left out), `replacement-character`.
 * Places are those of the file as the editor sees it; of one kind the first 50 are reported. Takes linear time.
 */
export function readText(bytes: Uint8Array, file: string): ReadText {
  if (bytes.length > longestText) {
    const values = { size: mebibytes(bytes.length), limit: mebibytes(longestText) };
    return unreadable(problem("text-too-large", top(file), values));
  }
  const decoded = isUtf16(bytes) ? undefined : decode(bytes);
  if (decoded === undefined) return readDamaged(bytes, file);
  const text = withLineFeeds(decoded);
  return mayHoldWatched(text) ? sift(text, file) : { isReadable: true, text, problems: [] };
}

/** Reads what is no UTF-8: refused as a whole in another encoding; where only some bytes are wrong, the rest is still read. */
function readDamaged(bytes: Uint8Array, file: string): ReadText {
  const encoding = guessEncoding(bytes);
  if (encoding) return unreadable(problem("text-encoding", top(file), { encoding }));
  const faults = utf8Faults(bytes, mostOfOneKind).map((fault) => {
    const { bytes: shown, ...place } = fault;
    return problem("text-not-utf8", { file, ...place }, { bytes: shown });
  });
  const { text, problems } = sift(withLineFeeds(new TextDecoder().decode(bytes)), file);
  const others = problems.filter((each) => each.rule !== "replacement-character");
  return { isReadable: true, text, problems: [...faults, ...others] };
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Looks at every watched character of `text`: reports it where it is wrong, and leaves out what cannot be seen. */
function sift(text: string, file: string): ReadText {
  const problems: Problem[] = [];
  const kept: string[] = [];
  const found = new Map<string, number>();
  const placeOf = placeCounter(text);
  let from = 0;
  for (const { 0: character, index } of text.matchAll(watchedCharacters)) {
    const kind = unseenKind(text, index);
    if (kind === "fine") continue;
    if (kind !== "replacement-character") {
      kept.push(text.slice(from, index));
      from = index + character.length;
    }
    const count = (found.get(kind) ?? 0) + 1;
    found.set(kind, count);
    if (count > mostOfOneKind) continue;
    const place = at(file, placeOf(index));
    if (kind === "replacement-character") problems.push(problem(kind, place, { around: around(text, index) }));
    else problems.push(problem(kind, place, { code: codeOf(character) }));
  }
  kept.push(text.slice(from));
  return { isReadable: true, text: kept.join(""), problems };
}

/** Up to 6 characters each side, within the line. */
function around(text: string, index: number): string {
  const before =
    text
      .slice(Math.max(0, index - 12), index)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(index, index + 13).split("\n")[0] ?? "";
  const shown = [...[...before].slice(-6), ...[...after].slice(0, 7)];
  return shown
    .filter((character) => character === "\ufffd" || !(watchedCharacter.test(character) || isHalf(character)))
    .join("");
}

/** Whether a slice has cut this character in two. */
function isHalf(character: string): boolean {
  return character >= "\ud800" && character <= "\udfff" && character.length === 1;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function mebibytes(bytes: number): string {
  return (Math.ceil((bytes / (1024 * 1024)) * 10) / 10).toString();
}

function top(file: string) {
  return at(file, { line: 1, column: 1 });
}

function at(file: string, { line, column }: LineColumn) {
  return { file, line, column };
}

function unreadable(reason: Problem): ReadText {
  return { isReadable: false, text: "", problems: [reason] };
}
