import { type UrlPath, urlPath } from "../text/brands.ts";

import { AddressBook, type Target } from "./address-book.ts";
import { monthPath, yearPath } from "./addresses.ts";
import { fixedPaths } from "./claim-addresses.ts";
import type { PlacedColumn } from "./columns.ts";
import type { Credits } from "./credits.ts";
import { fileId } from "./names.ts";
import type { Newsroom } from "./newsroom.ts";
import type { PlacedArticle } from "./place-articles.ts";
import { isHidden } from "./visibility.ts";

/** Everything of an edition that has an address. */
export interface Addressed {
  readonly newsroom: Pick<Newsroom, "topics" | "people" | "unread">;
  readonly address: string;
  readonly isPreview: boolean;
  readonly articles: readonly (PlacedArticle & { readonly credits: Credits })[];
  readonly columns: readonly PlacedColumn[];
  readonly standingPages: readonly {
    readonly page: { readonly file: string };
    readonly path: UrlPath;
  }[];
  readonly attachments: ReadonlyMap<string, UrlPath>;
  readonly siteFiles: ReadonlyMap<string, UrlPath>;
}

/** The address book of an edition: what its editors can link to and name. */
export function fillBook(addressed: Addressed): AddressBook {
  const book = new AddressBook(addressed.address);
  const page = (path: UrlPath, file?: string) => book.enter({ path, file, isPublished: true });
  for (const path of fixedPaths) page(path);
  for (const { path, column } of addressed.columns) {
    page(path, column.file);
    page(urlPath(`${path}feed.xml`));
    page(urlPath(`${path}feed.json`));
  }
  for (const each of addressed.standingPages) page(each.path, each.page.file);
  for (const [file, path] of [...addressed.attachments, ...addressed.siteFiles]) page(path, file);
  const { topics, people, unread } = addressed.newsroom;
  for (const file of unread) book.enter({ path: urlPath("/"), file, isPublished: true, isUnread: true });
  for (const { front } of topics) page(urlPath(`/topics/${fileId(front.file)}/`), front.file);
  for (const { front } of people) page(urlPath(`/people/${fileId(front.file)}/`), front.file);
  const targets = addressed.articles.map((each) => ({
    each,
    target: articleTarget(each, addressed.isPreview),
  }));
  for (const { target } of targets) book.enter(target);
  // Shown before hidden, so that a list which both belong to counts as published.
  for (const isPublished of [true, false]) {
    for (const { each } of targets.filter(({ target }) => target.isPublished === isPublished)) {
      for (const path of listsOf(each)) book.enter({ path, isPublished });
    }
  }
  for (const { each, target } of targets) {
    for (const alias of each.text.article.aliases) book.enterAlias(alias, target);
  }
  return book;
}

function articleTarget({ text, path, visibility }: PlacedArticle, isPreview: boolean): Target {
  const isShown = isPreview || !isHidden(visibility);
  return {
    path,
    file: text.article.file,
    isPublished: isShown && visibility !== "expired",
    isListed: visibility === "published" || (isPreview && isHidden(visibility)),
    anchors: new Set(visibility === "retracted" ? [] : text.body.anchors),
  };
}

/** The lists an article makes or keeps alive: its archives, topics, people and sources. */
function listsOf({ column, month, credits, visibility }: Addressed["articles"][number]): readonly UrlPath[] {
  const { authors, sources } = credits;
  const topics = visibility === "retracted" ? [] : credits.topics;
  return [
    yearPath(column.path, month),
    monthPath(column.path, month),
    ...[...topics, ...authors, ...sources].map(({ path }) => path),
  ];
}
