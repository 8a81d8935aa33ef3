import type { Spot } from "./article.ts";

/**
 * A function that gives the line and column of an offset (UTF-16, as JavaScript counts) in `text`, whose first line is `firstLine` of its file.
 *
 * Columns are code points. It remembers how far it has counted: asked in rising order, as a reader does, all answers together cost one pass.
 */
export function spotsIn(text: string, firstLine: number): (offset: number) => Spot {
  let [at, line, column, lineEnd] = [0, firstLine, 1, endOfLine(text, 0)];
  return (offset) => {
    if (offset < at) [at, line, column, lineEnd] = [0, firstLine, 1, endOfLine(text, 0)];
    while (lineEnd < offset && lineEnd < text.length) {
      [at, line, column] = [lineEnd + 1, line + 1, 1];
      lineEnd = endOfLine(text, at);
    }
    for (; at < offset && at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0xdc00 || unit > 0xdfff) column += 1;
    }
    return [line, column];
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
