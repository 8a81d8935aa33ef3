/** A place in a text: line and column in code points, from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Tells the places of ascending indexes into `text`, in one pass over it however many are asked for.
 *
 * Lines end at line feeds. An index before the last one asked for is a bug and throws.
 *
 * @param firstLine the number of the text's first line in its file
 */
export function placeCounter(text: string, firstLine = 1): (index: number) => LineColumn {
  let line = firstLine;
  let lineStart = 0;
  let counted = 0;
  let column = 1;
  return (index) => {
    if (index < counted) throw new Error(`index ${index} asked for after ${counted}`);
    for (let end = text.indexOf("\n", counted); end >= 0 && end < index; end = text.indexOf("\n", end + 1)) {
      line++;
      lineStart = end + 1;
    }
    const from = Math.max(counted, lineStart);
    column = (from === lineStart ? 1 : column) + codePoints(text, from, index);
    counted = index;
    return { line, column };
  };
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff || at === from) count++;
  }
  return count;
}
