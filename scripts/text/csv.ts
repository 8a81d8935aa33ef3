import { type LineColumn, placeCounter } from "./place-counter.ts";

/** One field of a line, without the blanks around it and without its quotes. */
export interface CsvCell extends LineColumn {
  readonly text: string;
}

/** A table as it is written. */
export interface CsvTable {
  /** Lines that hold anything, each with its cells; empty cells at a line's end are left out. */
  readonly rows: readonly (readonly CsvCell[])[];
  /** Double quotes that open nothing or close nothing, one a line at most; such a line is not among the rows. */
  readonly faults: readonly LineColumn[];
}

/** More cells than that a line of addresses never has; what follows them is passed over. */
const mostCells = 16;

/**
 * Reads comma-separated values (RFC 4180) whose lines end in LF, and tells where each cell begins.
 *
 * Stricter in one thing: a cell stays on its line. So one missing quote spoils one line, not all that follow. Takes linear time.
 */
export function readCsv(text: string): CsvTable {
  const placeOf = placeCounter(text);
  const rows: (readonly CsvCell[])[] = [];
  const faults: LineColumn[] = [];
  for (let from = 0; from < text.length; ) {
    const end = endOf(text, "\n", from);
    const read = readLine(text.slice(from, end));
    if (typeof read === "number") faults.push(placeOf(from + read));
    else if (read.length > 0) rows.push(read.map(({ at, text: cell }) => ({ text: cell, ...placeOf(from + at) })));
    from = end + 1;
  }
  return { rows, faults };
}

interface LineCell {
  readonly at: number;
  readonly text: string;
}

/** The cells of `line`, or the index of a quote that is out of place. */
function readLine(line: string): readonly LineCell[] | number {
  const cells: LineCell[] = [];
  for (let from = 0; from <= line.length && cells.length < mostCells; ) {
    const at = afterBlanks(line, from);
    const read = line[at] === '"' ? quotedCell(line, at) : bareCell(line, at);
    if (typeof read === "number") return read;
    cells.push({ at, text: read.text });
    from = read.end + 1;
  }
  return cells.slice(0, cells.findLastIndex(({ text }) => text !== "") + 1);
}

/** A cell's text and the index of the comma after it, or of a quote that is out of place. */
type ReadCell = { readonly text: string; readonly end: number } | number;

function bareCell(line: string, at: number): ReadCell {
  const end = endOf(line, ",", at);
  const text = line.slice(at, end);
  const stray = text.indexOf('"');
  return stray < 0 ? { text: text.trimEnd(), end } : at + stray;
}

function quotedCell(line: string, open: number): ReadCell {
  const close = closingQuote(line, open);
  if (close === undefined) return open;
  const end = afterBlanks(line, close + 1);
  if (end < line.length && line[end] !== ",") return close;
  return {
    text: line
      .slice(open + 1, close)
      .replaceAll('""', '"')
      .trim(),
    end,
  };
}

/** The index of the quote that closes the one at `open`; two together stand for one. */
function closingQuote(line: string, open: number): number | undefined {
  for (let at = line.indexOf('"', open + 1); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return undefined;
}

function afterBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === " " || line[at] === "\t") at += 1;
  return at;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end;
}
