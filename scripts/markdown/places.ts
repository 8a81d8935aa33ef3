import type { Token } from "markdown-it";

/** Line and column, both from 1, the column in code points. */
export type Spot = readonly [line: number, column: number];

/**
 * Finds where characters of a paragraph's own text stand in the whole text.
 *
 * markdown-it hands a paragraph on without the marks before its lines (`> `, list indents), but each of its lines is
 * the end of a source line; a table cell is one stretch of its row. The last place is remembered, so that places asked for
 * in order cost one pass over the text.
 */
export class Places {
  readonly #text: string;
  #lines: readonly string[] | undefined;
  readonly #cells = new Map<Token, number>();
  #owner: Token | undefined;
  #row = 0;
  #rowStart = 0;
  #shift = 0;
  #counted = { line: -1, index: 0, column: 1 };

  constructor(text: string) {
    this.#text = text;
  }

  /** The source lines, without their ends. */
  get lines(): readonly string[] {
    this.#lines ??= this.#text.split("\n");
    return this.#lines;
  }

  /** Notes that `owner` is cell `cell` (from 0) of a table's row, whose line is in its `map`. */
  addCell(owner: Token, cell: number): void {
    this.#cells.set(owner, cell);
  }

  /** Where `offset` of the text of `owner` stands. */
  spot(owner: Token, offset: number): Spot {
    const first = owner.map?.[0] ?? 0;
    const cell = this.#cells.get(owner);
    if (cell !== undefined) return this.#count(first, indexInCell(this.lines[first] ?? "", cell, offset));
    if (owner !== this.#owner || offset < this.#rowStart) this.#enter(owner, 0, 0);
    for (;;) {
      const end = owner.content.indexOf("\n", this.#rowStart);
      if (end < 0 || end >= offset) break;
      this.#enter(owner, this.#row + 1, end + 1);
    }
    return this.#count(first + this.#row, Math.max(0, offset + this.#shift));
  }

  /** Goes to line `row` of the text of `owner`, which begins at `rowStart`, and finds it in its source line. */
  #enter(owner: Token, row: number, rowStart: number): void {
    const end = owner.content.indexOf("\n", rowStart);
    const written = owner.content.slice(rowStart, end < 0 ? owner.content.length : end);
    const indent = written.length - written.trimStart().length;
    const index = (this.lines[(owner.map?.[0] ?? 0) + row] ?? "").lastIndexOf(written.trim());
    this.#owner = owner;
    this.#row = row;
    this.#rowStart = rowStart;
    this.#shift = index - indent - rowStart;
  }

  #count(line: number, index: number): Spot {
    const text = this.lines[line] ?? "";
    const from = this.#counted;
    let at = from.line === line && from.index <= index ? from.index : 0;
    let column = at === 0 ? 1 : from.column;
    for (; at < index; at++) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) column++;
    this.#counted = { line, index, column };
    return [line + 1, column];
  }
}

/** The index in `row` of the character at `offset` of its cell `cell`, whose escaped bars were unescaped. */
function indexInCell(row: string, cell: number, offset: number): number {
  let at = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*/u.exec(row)?.[0].length ?? 0;
  if (row.charAt(at) === "|") at++;
  for (let bars = 0; bars < cell && at < row.length; at++) {
    if (row.charAt(at) === "|" && row.charAt(at - 1) !== "\\") bars++;
  }
  while (/\s/u.test(row.charAt(at))) at++;
  for (let left = offset; left > 0 && at < row.length; left--) at += row.startsWith("\\|", at) ? 2 : 1;
  return at;
}
