/**
 * For each document of an edition the row where the same one stood in an earlier edition, −1 where there was none.
 *
 * Rows ascend: a document that changed places with another counts as a new one. So two that are the same in both editions stand in
 * the same order in both, and ties fall out alike.
 *
 * @param before what the documents of the earlier edition contributed
 * @param now the same of the edition at hand
 */
export function matchRows(before: readonly string[], now: readonly string[]): Int32Array {
  const rows = new Int32Array(now.length).fill(-1);
  let same = 0;
  while (same < now.length && same < before.length && now[same] === before[same]) rows[same] = same++;
  let now1 = now.length;
  let before1 = before.length;
  while (now1 > same && before1 > same && now[now1 - 1] === before[before1 - 1]) rows[--now1] = --before1;
  const { firsts, nexts } = rowsBetween(before, same, before1);
  let last = same - 1;
  for (let i = same; i < now1; i++) {
    let row = firsts.get(now[i] ?? "") ?? -1;
    while (row >= 0 && row <= last) row = nexts[row - same] ?? -1;
    if (row < 0) continue;
    rows[i] = row;
    last = row;
  }
  return rows;
}

/** The first row of each contribution, and for each row the next one of the same contribution, −1 after the last. */
function rowsBetween(
  before: readonly string[],
  from: number,
  to: number,
): { readonly firsts: ReadonlyMap<string, number>; readonly nexts: Int32Array } {
  const firsts = new Map<string, number>();
  const nexts = new Int32Array(to - from);
  for (let row = to - 1; row >= from; row--) {
    const contribution = before[row] ?? "";
    nexts[row - from] = firsts.get(contribution) ?? -1;
    firsts.set(contribution, row);
  }
  return { firsts, nexts };
}

/** For each of `count` rows the document that stands there now, −1 where it is gone. */
export function turnRound(rows: Int32Array, count: number): Int32Array {
  const documents = new Int32Array(count).fill(-1);
  for (const [document, row] of rows.entries()) if (row >= 0) documents[row] = document;
  return documents;
}

/** A run of documents that stood side by side before, and do still. */
export interface Run {
  readonly document: number;
  readonly row: number;
  readonly length: number;
}

/** All that can be carried over from an earlier edition, in as few runs as there are. */
export function runsOf(rows: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let document = 0; document < rows.length; ) {
    const row = rows[document] ?? -1;
    let length = 1;
    while (row >= 0 && rows[document + length] === row + length) length++;
    if (row >= 0) runs.push({ document, row, length });
    document += length;
  }
  return runs;
}

/** Copies `width` numbers a row from `from` to where their documents stand in `to`. */
export function carry<T extends Uint32Array | Int32Array>(
  runs: readonly Run[],
  [from, to]: readonly [T, T],
  width: number,
): void {
  for (const { document, row, length } of runs)
    to.set(from.subarray(row * width, (row + length) * width), document * width);
}
