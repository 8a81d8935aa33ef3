import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type TakenApart, takeApart } from "./body-pieces.ts";
import { newsroomFiles } from "./newsroom-files.ts";
import { type PlainArticle, readPlainArticle, textsOf } from "./plain-article.ts";

/** A real article, taken apart. */
export interface RealArticle extends PlainArticle, TakenApart {
  /** Folder of the nearest column. */
  readonly column: string;
  /** Characters of all pieces together. */
  readonly length: number;
}

/** What new articles are made of. */
export interface Quarry {
  /** All real articles, in path order. */
  readonly articles: readonly RealArticle[];
  /** Those that an article of a column may be made of, by the column's folder. */
  readonly neighbours: ReadonlyMap<string, readonly RealArticle[]>;
  /** The first and the last day that a real article bears, as milliseconds. */
  readonly days: { readonly first: number; readonly last: number };
}

/** Fewer articles than this in a column, and its new ones are made of the whole newsroom's. */
const enoughNeighbours = 8;

/** Takes all articles of the content folder `folder` apart. Those that are not plain UTF-8 with front matter are left where they are. */
export function openQuarry(folder: string): Quarry {
  const files = newsroomFiles(folder);
  const columns = new Set(files.filter(({ kind }) => kind === "column").map(({ file }) => posix.dirname(file)));
  const articles = files
    .filter(({ kind }) => kind === "article")
    .flatMap(({ file }): readonly RealArticle[] => {
      const plain = readPlainArticle(file, readFileSync(join(folder, file)));
      if (plain === undefined) return [];
      const apart = takeApart(plain.body, file);
      const length = apart.pieces.reduce((sum, piece) => sum + piece.length, 0);
      return [{ ...plain, ...apart, length, column: columnOf(file, columns) }];
    });
  const neighbours = new Map(
    [...columns].map((column) => {
      const own = articles.filter((article) => article.column === column);
      return [column, own.length < enoughNeighbours ? articles : own];
    }),
  );
  const days = articles
    .map(dayOf)
    .filter((day) => !Number.isNaN(day))
    .sort((a, b) => a - b);
  return { articles, neighbours, days: { first: days[0] ?? 0, last: days.at(-1) ?? 0 } };
}

function columnOf(file: string, columns: ReadonlySet<string>): string {
  let folder = posix.dirname(file);
  while (folder !== "." && !columns.has(folder)) folder = posix.dirname(folder);
  return folder;
}

/** The day an article bears, as milliseconds; not a number when it bears none. */
export function dayOf(article: PlainArticle): number {
  const [, year, month, day] = /(\d{4})\D(\d{1,2})\D(\d{1,2})/u.exec(textsOf(article.fields["date"])[0] ?? "") ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}
