import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";

/** Reports rows that have more cells than their table has columns: what stands in those is not printed (GFM, "Tables"). */
export function checkTableCells(draft: BodyDraft, tokens: readonly Token[]): void {
  let columns = 0;
  let line = 0;
  let isHead = false;
  for (const { type, map } of tokens) {
    if (type === "table_open") columns = 0;
    else if (type === "thead_open") isHead = true;
    else if (type === "thead_close") isHead = false;
    else if (type === "th_open" && isHead) columns++;
    else if (type === "tr_open") line = map?.[0] ?? line;
    else if (type === "tr_close" && !isHead) {
      const lost = cellsOf(draft.places.lines[line] ?? "").slice(columns);
      const words = lost.find((cell) => cell !== "");
      if (words !== undefined) draft.reportAt("table-cells", [line + 1, 1], { cell: words });
    }
  }
}

/** The cells of a row's line; a bar behind a backslash is no divider. */
function cellsOf(line: string): readonly string[] {
  const bare = line.trim().replace(/^(?:>\s*)+/u, "");
  const cells = bare.split(/(?<!\\)\|/u).map((cell) => cell.trim());
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}
