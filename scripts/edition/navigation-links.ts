import type { AddressBook, Target } from "./address-book.ts";
import { referenceMissing } from "./compile-article.ts";
import { uniqueLinks } from "./credits.ts";
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
  const chosen = masthead.navigation.flatMap((reference, index) => {
    const target = navigationTarget(reference, bench.around.book);
    const link = target && links.get(target.path);
    if (link !== undefined) return [link];
    if (target?.isUnread === true) return [];
    const place = placeIn(masthead, `navigation.${index}`, "navigation");
    bench.problems.push(referenceMissing(reference, place, bench.around));
    return [];
  });
  return uniqueLinks(chosen);
}

/** What the navigation names by `reference`: a column's folder, a page's name, a file or an address. */
export function navigationTarget(reference: string, book: AddressBook): Target | undefined {
  const ways = [
    reference,
    `/${reference}`,
    `/${reference}/column.md`,
    `/pages/${reference}.md`,
    `${reference}column.md`,
  ];
  return ways.map((way) => book.find(way, "masthead.md")?.target).find((target) => target !== undefined);
}
