import type { UrlPath } from "../text/brands.ts";
import type { AddressBook } from "./address-book.ts";
import { referenceMissing } from "./compile-article.ts";
import type { EditionColumn } from "./edition.ts";
import type { Newsroom } from "./newsroom.ts";
import type { Link } from "./page.ts";
import { placeIn } from "./place-in.ts";
import type { Workbench } from "./workbench.ts";

/** The masthead's choice of columns and pages, in order; without it the top columns. */
export function navigationLinks(
  newsroom: Newsroom,
  columns: readonly EditionColumn[],
  bench: Workbench,
): readonly Link[] {
  const { masthead } = newsroom;
  const links = new Map<string, Link>(columns.map(({ path, title }) => [path, { path, title }]));
  for (const { front } of newsroom.standingPages) {
    const path = bench.around.book.find(`/${front.file}`, "masthead.md")?.target.path;
    if (path !== undefined) links.set(path, { path, title: front.title });
  }
  if (masthead.navigation === undefined) {
    return columns.filter(({ parent }) => parent === undefined).map(({ path, title }) => ({ path, title }));
  }
  return masthead.navigation.flatMap((reference, index) => {
    const link = links.get(navigationPath(reference, bench.around.book) ?? "");
    if (link !== undefined) return [link];
    const place = placeIn(masthead, `navigation.${index}`, "navigation");
    bench.problems.push(referenceMissing(reference, place, bench.around));
    return [];
  });
}

/** Navigation may name a column's folder, a page's name, a file or an address. */
function navigationPath(reference: string, book: AddressBook): UrlPath | undefined {
  const ways = [reference, `/${reference}`, `/${reference}/column.md`, `/pages/${reference}.md`];
  return ways.map((way) => book.find(way, "masthead.md")?.target.path).find((path) => path !== undefined);
}
