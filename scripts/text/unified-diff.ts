/** Lines around a change that are shown with it. */
const context = 3;
/** Beyond so many lines by lines a change is shown as a whole. */
const mostCells = 4_000_000;

/** One line of a comparison: kept, taken out or put in. */
interface Step {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/**
 * The change from `before` to `after` as a unified diff with three lines of context, ending in a line feed; empty where they are the same.
 *
 * @param name the file's path, for the two lines at the head
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = stepsBetween(linesOf(before), linesOf(after));
  return `--- ${name}\n+++ ${name}\n${hunks(steps).join("")}`;
}

/** A line feed ends the last line and begins no other. */
function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/u, "").split("\n");
}

function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const kept = (lines: readonly string[]): readonly Step[] => lines.map((line) => ({ sign: " ", line }));
  return [
    ...kept(before.slice(0, start)),
    ...middle(before.slice(start, before.length - tail), after.slice(start, after.length - tail)),
    ...kept(before.slice(before.length - tail)),
  ];
}

/** By the longest common subsequence of lines. */
function middle(before: readonly string[], after: readonly string[]): readonly Step[] {
  const width = after.length + 1;
  if (before.length * width > mostCells) {
    return [...before.map((line): Step => ({ sign: "-", line })), ...after.map((line): Step => ({ sign: "+", line }))];
  }
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old = "", fresh = ""] = [before[row], after[column]];
    if (row < before.length && column < after.length && old === fresh) {
      steps.push({ sign: " ", line: old });
      [row, column] = [row + 1, column + 1];
    } else if (row < before.length && (column === after.length || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ sign: "-", line: old });
      row++;
    } else {
      steps.push({ sign: "+", line: fresh });
      column++;
    }
  }
  return steps;
}

function hunks(steps: readonly Step[]): readonly string[] {
  const found: string[] = [];
  let [oldLine, newLine, from] = [1, 1, 0];
  for (const [start, end] of hunkRanges(steps)) {
    for (; from < start; from++) [oldLine, newLine] = [oldLine + 1, newLine + 1];
    const lines = steps.slice(start, end);
    const olds = lines.filter(({ sign }) => sign !== "+").length;
    const news = lines.filter(({ sign }) => sign !== "-").length;
    const head = `@@ -${oldLine},${olds} +${newLine},${news} @@\n`;
    found.push(head + lines.map(({ sign, line }) => `${sign}${line}\n`).join(""));
    [oldLine, newLine, from] = [oldLine + olds, newLine + news, end];
  }
  return found;
}

/** Stretches of `steps` with all changes, and what is kept around them; those that touch are one. */
function hunkRanges(steps: readonly Step[]): readonly (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = [];
  for (const [index, { sign }] of steps.entries()) {
    if (sign === " ") continue;
    const [start, end] = [Math.max(0, index - context), Math.min(steps.length, index + context + 1)];
    const last = ranges.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}
