import type { Look } from "./run-process.ts";

/** What is measured, in the order in which it is told. */
export const rows = ["hugo", "hugoEdit", "full", "unchanged", "body", "headline", "added", "clone", "preview"] as const;

/** One of `rows`. */
export type Row = (typeof rows)[number];

/** What a table calls each row. */
export const rowTitles: Readonly<Record<Row, string>> = {
  hugo: "Hugo, full build",
  hugoEdit: "Hugo, one body edited",
  full: "full build, nothing remembered",
  unchanged: "built again, nothing changed",
  body: "one body edited",
  headline: "one headline edited",
  added: "one article added",
  clone: "fresh clone, store restored",
  preview: "preview: from save to page served",
};

/** One number read off one run. */
export interface Reading {
  readonly row: Row;
  readonly articles: number;
  /** What ran: `Node 24.1.0`, `Hugo 0.111.3`. */
  readonly by: string;
  readonly look: Look;
  /** Seconds or bytes. */
  readonly value: number;
}

/** Medians of `readings`, one for each row, size, runner and look, in order of first reading. */
export function mediansOf(readings: readonly Reading[]): readonly (Reading & { readonly runs: number })[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const { row, articles, by, look } = reading;
    const key = [row, articles, by, look].join("|");
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return [...groups.values()].flatMap((group) => {
    const [reading] = group;
    return reading === undefined ? [] : [{ ...reading, value: median(group), runs: group.length }];
  });
}

/** The middle value; of an even number the mean of the two middle ones. */
function median(group: readonly Reading[]): number {
  const values = group.map(({ value }) => value).sort((a, b) => a - b);
  const half = values.length / 2;
  const [low = 0, high = low] = values.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (low + high) / 2;
}
