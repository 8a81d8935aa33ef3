import { type UrlPath, urlPath } from "../text/brands.ts";
import { AddressBook, contentFile, splitAnchor, type Target } from "./address-book.ts";
import { monthPath, yearPath } from "./addresses.ts";
import type { PlacedColumn } from "./columns.ts";
import type { Credits } from "./credits.ts";
import type { PlacedArticle } from "./place-articles.ts";
import { isHidden } from "./visibility.ts";

/** Pages and files that every site has, whatever its content. */
const fixedPaths = [
  "/",
  "/topics/",
  "/people/",
  "/sources/",
  "/corrections/",
  "/corrections/feed.xml",
  "/corrections/feed.json",
  "/search/",
  "/feed.xml",
  "/feed.json",
  "/sitemap.xml",
  "/sitemap-news.xml",
].map(urlPath);

interface FilePath {
  readonly file: string;
  readonly path: UrlPath;
}

/** Everything of an edition that has an address. */
export interface Addressed {
  readonly columns: readonly PlacedColumn[];
  readonly articles: readonly (PlacedArticle & { readonly credits: Credits })[];
  readonly standingPages: readonly { readonly page: { readonly file: string }; readonly path: UrlPath }[];
  readonly attachments: ReadonlyMap<string, UrlPath>;
  readonly siteFiles: ReadonlyMap<string, UrlPath>;
  readonly topics: readonly FilePath[];
  /** What may stand behind `#` in a link to a column, topic, person or standing page, by file. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  readonly people: readonly FilePath[];
  /** Files about which nothing more is said. */
  readonly unread: readonly string[];
  /** Absolute URLs of the site, each ending in `/`: the one it is built for and the masthead's. */
  readonly addresses: readonly string[];
  readonly isPreview: boolean;
}

/** The address book of an edition: what its editors can link to and name. */
export function fillBook(addressed: Addressed): AddressBook {
  const book = new AddressBook(addressed.addresses);
  const page = (path: UrlPath, file?: string, anchors?: readonly string[]) =>
    book.enter({ path, file, isPublished: true, anchors });
  for (const path of fixedPaths) page(path, undefined, []);
  for (const { path, column } of addressed.columns) {
    page(path, column.file, addressed.anchors.get(column.file));
    page(urlPath(`${path}feed.xml`));
    page(urlPath(`${path}feed.json`));
  }
  for (const { page: standing, path } of addressed.standingPages)
    page(path, standing.file, addressed.anchors.get(standing.file));
  for (const [file, path] of [...addressed.attachments, ...addressed.siteFiles]) page(path, file);
  for (const file of addressed.unread) book.enter({ path: urlPath("/"), file, isPublished: true, isUnread: true });
  const targets = addressed.articles.map((each) => ({ each, target: articleTarget(each, addressed.isPreview) }));
  for (const { target } of targets) book.enter(target);
  const isOut = ({ visibility }: PlacedArticle) => addressed.isPreview || !isHidden(visibility);
  const shown = new Set(addressed.articles.filter(isOut).flatMap(listsOf));
  const hidden = new Set(addressed.articles.filter((each) => !isOut(each)).flatMap(listsOf));
  const linked = linkedFrom(addressed.articles.filter(isOut), [...addressed.topics, ...addressed.people]);
  for (const { file, path } of [...addressed.topics, ...addressed.people]) {
    // What only hidden articles use is hidden; what nobody uses stands by itself.
    const isPublished = shown.has(path) || linked.has(path) || !hidden.has(path);
    book.enter({ path, file, isPublished, anchors: addressed.anchors.get(file) });
  }
  for (const path of shown) book.enter({ path, isPublished: true });
  for (const path of hidden) book.enter({ path, isPublished: false });
  for (const { each, target } of targets) {
    for (const alias of each.text.article.aliases) book.enterAlias(alias, target);
  }
  return book;
}

/** The pages of people and topics that the bodies of `articles` link to. */
function linkedFrom(articles: readonly PlacedArticle[], files: readonly FilePath[]): ReadonlySet<UrlPath> {
  if (files.length === 0) return new Set();
  const byFile = new Map(files.map(({ file, path }) => [file, path]));
  const paths = new Set<string>(byFile.values());
  const found = articles.flatMap(({ text }) =>
    text.body.links.flatMap(({ href }): readonly UrlPath[] => {
      if (!/people|topics/u.test(href)) return [];
      const [before] = splitAnchor(href);
      if (paths.has(before)) return [urlPath(before)];
      const path = byFile.get(contentFile(before, text.article.file) ?? "");
      return path === undefined ? [] : [path];
    }),
  );
  return new Set(found);
}

function articleTarget({ text, path, visibility }: PlacedArticle, isPreview: boolean): Target {
  const isShown = isPreview || !isHidden(visibility);
  return {
    path,
    file: text.article.file,
    isPublished: isShown && visibility !== "expired",
    isListed: visibility === "published" || (isPreview && isHidden(visibility)),
    // The headings of a withdrawn text are gone, which is no fault of those who link to them.
    anchors: visibility === "retracted" ? undefined : text.body.anchors,
  };
}

/** The lists an article makes or keeps alive: its archives, topics, people and sources. */
function listsOf({ column, month, credits }: Addressed["articles"][number]): readonly UrlPath[] {
  const { topics, authors, sources } = credits;
  const archives = [yearPath(column.path, month), monthPath(column.path, month)];
  return [...archives, ...[...topics, ...authors, ...sources].map(({ path }) => path)];
}
