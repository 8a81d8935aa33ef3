import { posix } from "node:path";
import { columnPath } from "./addresses.ts";
import type { EditionColumn } from "./edition.ts";
import type { Link } from "./page.ts";

/** A column's place in the tree, before its texts are resolved. */
export type PlacedColumn = Pick<EditionColumn, "column" | "folder" | "path" | "title"> & {
  readonly parent: PlacedColumn | undefined;
};

/**
 * The columns as a tree, each before its children; siblings by `order`, then by folder.
 * A column's parent is the nearest folder above it that is a column.
 */
export function placeColumns(columns: readonly EditionColumn["column"][]): readonly PlacedColumn[] {
  const byFolder = new Map(columns.map((column) => [posix.dirname(column.file), column]));
  const placed = new Map<string, PlacedColumn>();
  const place = (folder: string): PlacedColumn | undefined => {
    const column = byFolder.get(folder);
    if (column === undefined) return folder.includes("/") ? place(posix.dirname(folder)) : undefined;
    const known = placed.get(folder);
    if (known !== undefined) return known;
    const parent = folder.includes("/") ? place(posix.dirname(folder)) : undefined;
    const made = {
      column,
      folder,
      path: columnPath(folder),
      title: column.title,
      parent,
    };
    placed.set(folder, made);
    return made;
  };
  for (const folder of byFolder.keys()) place(folder);
  const childrenOf = (parent: PlacedColumn | undefined): readonly PlacedColumn[] =>
    [...placed.values()]
      .filter((each) => each.parent === parent)
      .sort((a, b) => a.column.order - b.column.order || (a.folder < b.folder ? -1 : 1))
      .flatMap((each) => [each, ...childrenOf(each)]);
  return childrenOf(undefined);
}

/** What `folders` has for the nearest folder above `file` that is in it. */
export function nearestFolder<T>(file: string, folders: ReadonlyMap<string, T>): T | undefined {
  let folder = posix.dirname(file);
  while (folder !== ".") {
    const found = folders.get(folder);
    if (found !== undefined) return found;
    folder = posix.dirname(folder);
  }
  return undefined;
}

/** The columns from the top down to `column`, as links. */
export function columnTrail(column: PlacedColumn): readonly Link[] {
  const above = column.parent === undefined ? [] : columnTrail(column.parent);
  return [...above, { title: column.title, path: column.path }];
}

/** True when `column` is `ancestor` or lies below it. */
export function isWithin(column: PlacedColumn, ancestor: PlacedColumn): boolean {
  return column.folder === ancestor.folder || (column.parent !== undefined && isWithin(column.parent, ancestor));
}
