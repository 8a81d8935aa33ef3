import type { Places } from "../../article/article.ts";

/** A stretch of a file that readers read: UTF-16 units of the whole file, `to` exclusive. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Fields of a front matter that are prose; all others are names, dates, ids and addresses. */
const prose =
  /^(?:title|kicker|subtitle|listTitle|summary|editorsNote|note|description|intro|text|image\.(?:alt|caption)|corrections\.\d+\.text|retracted\.reason)$/u;

/** Beyond so many (corrections, above all) fields are passed over. */
const mostPassages = 100;

/**
 * Where the prose fields of a front matter stand in `whole`, in its order.
 *
 * A value that the file does not hold letter for letter (with escapes, or folded over lines of a quoted text) is passed over:
 * places in it would be guesses.
 */
export function frontPassages(whole: string, fields: object, places: Places): readonly Passage[] {
  const index = lineIndex(whole, Math.max(0, ...Object.values(places).map(([line]) => line)) + 1);
  return Object.entries(places)
    .filter(([path]) => prose.test(path))
    .slice(0, mostPassages)
    .flatMap(([path, [line, column]]): readonly Passage[] => {
      const value = valueAt(fields, path);
      const start = offsetAt(whole, index, [line, column]);
      if (typeof value !== "string" || start === undefined) return [];
      const isBlock = whole[start] === "|" || whole[start] === ">";
      return isBlock ? blockPassage(whole, start) : linePassage(whole, start, value.trim());
    })
    .sort((a, b) => a.from - b.from);
}

/** The index in `whole` of line and column (code points) from 1. */
export function indexAt(whole: string, line: number, column: number): number {
  return offsetAt(whole, lineIndex(whole, line), [line, column]) ?? 0;
}

function linePassage(whole: string, start: number, value: string): readonly Passage[] {
  const from = whole[start] === '"' || whole[start] === "'" ? start + 1 : start;
  return value !== "" && whole.startsWith(value, from) ? [{ from, to: from + value.length }] : [];
}

/** The indented lines below the `|` or `>` at `start`. */
function blockPassage(whole: string, start: number): readonly Passage[] {
  const first = whole.indexOf("\n", start) + 1;
  if (first === 0) return [];
  let to = first;
  while (to < whole.length && /[ \n]/u.test(whole[to] ?? "")) {
    const end = whole.indexOf("\n", to);
    to = end < 0 ? whole.length : end + 1;
  }
  return to > first ? [{ from: first, to }] : [];
}

/** Where each of the first `count` lines begins. */
function lineIndex(whole: string, count: number): readonly number[] {
  const starts = [0];
  for (let at = whole.indexOf("\n"); at >= 0 && starts.length < count; at = whole.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

function offsetAt(whole: string, starts: readonly number[], [line, column]: readonly [number, number]) {
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const end = whole.indexOf("\n", start);
  const before = [...whole.slice(start, Math.min(start + 2 * column, end < 0 ? whole.length : end))];
  return start + before.slice(0, column - 1).join("").length;
}

function valueAt(fields: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
      fields,
    );
}
