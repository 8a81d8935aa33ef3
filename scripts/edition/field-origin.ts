import type { Body } from "../markdown/body.ts";
import type { Place } from "../report/problem.ts";

/** Where line and column of a text that stands inside a front matter lie in its file. */
export type Origin = (line: number, column: number) => { readonly line: number; readonly column: number };

/**
 * The origin of the value at `place` in the file text `whole`.
 *
 * A block (`|`, `>`) begins on the next line, indented; quoted and plain values begin where they stand. Where YAML has folded
 * lines into one, everything is placed in the first of them.
 */
export function fieldOrigin(whole: string, place: Place): Origin {
  const lines = whole.split("\n", place.line + 1);
  const rest = [...(lines[place.line - 1] ?? "")].slice(place.column - 1).join("");
  if (/^[|>]/u.test(rest)) {
    const indent = /^ */u.exec(lines[place.line] ?? "")?.[0].length ?? 0;
    return (line, column) => ({ line: place.line + line, column: indent + column });
  }
  const quote = /^["']/u.test(rest) ? 1 : 0;
  return (line, column) => ({
    line: place.line + line - 1,
    column: (line === 1 ? place.column + quote - 1 : 0) + column,
  });
}

/** `body` with its links, pictures and problems placed in the file. */
export function inPlace(body: Body, origin: Origin): Body {
  const placed = <T extends { readonly line: number; readonly column: number }>(all: readonly T[]): readonly T[] =>
    all.map((each) => ({ ...each, ...origin(each.line, each.column) }));
  return { ...body, links: placed(body.links), pictures: placed(body.pictures), problems: placed(body.problems) };
}
