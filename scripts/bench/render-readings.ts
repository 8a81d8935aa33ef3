import { mediansOf, type Reading, type Row, rows, rowTitles } from "./readings.ts";
import type { Look } from "./run-process.ts";

/** Where and on what the readings were taken. */
export interface Circumstances {
  /** Name of the content folder. */
  readonly content: string;
  /** Number and kind of the cores. */
  readonly machine: string;
  readonly runs: number;
}

/**
 * The medians as Markdown, a table for each Node with a column for each size; in brackets the ratio to Hugo's full build of
 * the same size (to its peak, for memory), where Hugo ran too.
 */
export function renderReadings(readings: readonly Reading[], { content, machine, runs }: Circumstances): string {
  const medians = mediansOf(readings);
  const sizes = [...new Set(medians.map(({ articles }) => articles))].sort((a, b) => a - b);
  const runners = [...new Set(medians.filter(({ row }) => !isHugo(row)).map(({ by }) => by))];
  const hugo = medians.find(({ row }) => isHugo(row))?.by;
  const tables = runners.map((runner) => {
    const told = medians.filter(({ by, row }) => by === runner || isHugo(row));
    return [
      `| ${runner} | ${sizes.map((size) => `${size.toLocaleString("en")} articles`).join(" | ")} |`,
      `|---|${"---:|".repeat(sizes.length)}`,
      ...(["seconds", "bytes"] as const).flatMap((look) => rowsOf(told, look, sizes)),
    ].join("\n");
  });
  const against = hugo === undefined ? [] : [`in brackets: of the full build of ${hugo}`];
  return [[content, machine, `medians of ${runs}`, ...against].join(" · "), ...tables].join("\n\n");
}

/** All readings and their medians as JSON. */
export function readingsAsJson(readings: readonly Reading[], circumstances: Circumstances): string {
  return JSON.stringify({ ...circumstances, medians: mediansOf(readings), readings }, null, 2);
}

function rowsOf(told: readonly Reading[], look: Look, sizes: readonly number[]): readonly string[] {
  const present = rows.filter((row) => told.some((reading) => reading.row === row && reading.look === look));
  return present.map((row) => {
    const cells = sizes.map((size) => {
      const at = (wanted: Row) =>
        told.find((each) => each.row === wanted && each.look === look && each.articles === size);
      return cellOf(at(row), at("hugo"));
    });
    return `| ${look === "bytes" ? "peak memory, " : ""}${rowTitles[row]} | ${cells.join(" | ")} |`;
  });
}

function cellOf(reading: Reading | undefined, hugo: Reading | undefined): string {
  if (reading === undefined) return "–";
  const { look, value } = reading;
  const text = look === "seconds" ? `${value.toFixed(2)} s` : `${Math.round(value / 1_000_000)} MB`;
  return hugo === undefined || reading === hugo ? text : `${text} (${(value / hugo.value).toFixed(2)})`;
}

function isHugo(row: Row): boolean {
  return row === "hugo" || row === "hugoEdit";
}
