import { posix } from "node:path";
import type { StandingPage } from "../article/standing-page.ts";
import { type Problem, problem } from "../report/problem.ts";
import { type Instant, type UrlPath, urlPath } from "../text/brands.ts";
import { slugOf } from "../text/slug.ts";
import type { AddressBook } from "./address-book.ts";
import { nameLoose } from "./check-loose.ts";
import { type PlacedColumn, placeColumns } from "./columns.ts";
import { endingOf } from "./content-kinds.ts";
import { type Credits, creditsOf } from "./credits.ts";
import { fillBook } from "./fill-book.ts";
import type { Content } from "./load-content.ts";
import { fileId, Names } from "./names.ts";
import type { Front, Newsroom } from "./newsroom.ts";
import { type PlacedArticle, placeArticles } from "./place-articles.ts";
import { type PlacedRedirect, placeRedirects } from "./place-redirects.ts";

/** Everything of a newsroom that has an address, before anything that texts name is looked up. */
export interface Placement {
  readonly columns: readonly PlacedColumn[];
  readonly articles: readonly (PlacedArticle & { readonly credits: Credits })[];
  readonly standingPages: readonly { readonly page: Front<StandingPage>; readonly path: UrlPath }[];
  /** Attachments and files of `site/` and their addresses, by file. */
  readonly attachments: ReadonlyMap<string, UrlPath>;
  readonly siteFiles: ReadonlyMap<string, UrlPath>;
  readonly book: AddressBook;
  readonly redirects: readonly PlacedRedirect[];
  readonly problems: readonly Problem[];
}

/** Gives everything its address and credits; reports `slug-empty`, `column-gap`, names that are not known, and what is in no column. */
export function placeEverything(
  newsroom: Newsroom,
  binaries: Content["binaries"],
  { asOf, address, isPreview }: { readonly asOf: Instant; readonly address: string; readonly isPreview: boolean },
): Placement {
  const { masthead, unread } = newsroom;
  const problems: Problem[] = [];
  const slugProblem = (file: string, path: string): boolean => {
    const isEmpty = path.split("/").slice(1, -1).includes("");
    if (isEmpty) problems.push(problem("slug-empty", { file, line: 1, column: 1 }, { name: file }));
    return isEmpty;
  };
  const columns = placeColumns(
    newsroom.columns.flatMap(({ front }) => {
      const folder = posix.dirname(front.file);
      return slugProblem(front.file, `/${folder.split("/").map(slugOf).join("/")}/`) ? [] : [front];
    }),
  );
  problems.push(...gaps(columns, unread));
  const clockface = { zone: masthead.timeZone, language: masthead.language };
  const names = new Names(newsroom);
  const {
    placed,
    skipped,
    problems: misplaced,
  } = placeArticles(newsroom.articles, columns, {
    asOf,
    unread,
    loose: newsroom.loose,
  });
  const articles = placed.map((each) => ({ ...each, credits: creditsOf(each.text.article, names, clockface) }));
  for (const each of newsroom.loose) nameLoose(each, names);
  const standingPages = newsroom.standingPages.flatMap(({ front }) => {
    const slug = front.slug ?? slugOf(fileStem(front.file));
    return slugProblem(front.file, `/${slug}/`) ? [] : [{ page: front, path: urlPath(`/${slug}/`) }];
  });
  const files = (kind: Content["binaries"][number]["kind"], addressOf: (file: string) => string) =>
    new Map(
      binaries
        .filter((each) => each.kind === kind)
        .map(({ file }) => [file, addressOf(file)] as const)
        .filter(([file, path]) => !slugProblem(file, path.replace(/\.\w+$/u, "/")))
        .map(([file, path]) => [file, urlPath(path)]),
    );
  const attachments = files("attachment", attachmentAddress);
  const siteFiles = files("site", (file) => `/${posix.basename(file)}`);
  const placement = { columns, articles, standingPages, attachments, siteFiles };
  const book = fillBook({
    ...placement,
    people: newsroom.people.map(({ front }) => ({ file: front.file, path: urlPath(`/people/${fileId(front.file)}/`) })),
    topics: newsroom.topics.map(({ front }) => ({ file: front.file, path: urlPath(`/topics/${fileId(front.file)}/`) })),
    anchors: new Map(
      [...newsroom.columns, ...newsroom.topics, ...newsroom.people, ...newsroom.standingPages].map(
        ({ front, body }) => [front.file, body.anchors],
      ),
    ),
    unread: [...unread, ...skipped],
    addresses: [address, masthead.address],
    isPreview,
  });
  const expired = new Set(articles.filter(({ visibility }) => visibility === "expired").map(({ path }) => path));
  const { redirects, problems: misled } = placeRedirects(newsroom.redirects, book, expired);
  return { ...placement, book, redirects, problems: [...problems, ...misplaced, ...names.problems, ...misled] };
}

/** Attachments keep their place in the content folder as their address, so that it never changes by itself. */
function attachmentAddress(file: string): string {
  const folders = file.split("/").slice(0, -1);
  return `/attachments/${[...folders, fileStem(file)].map(slugOf).join("/")}.${endingOf(file)}`;
}

function fileStem(file: string): string {
  return posix.basename(file).replace(/\.[^.]+$/u, "");
}

/** A column below a folder that is none leaves an address that, cut short, is no page. */
function gaps(columns: readonly PlacedColumn[], unread: readonly string[]): readonly Problem[] {
  const folders = new Set(columns.map(({ folder }) => folder));
  return columns.flatMap(({ column, folder }) => {
    const above = posix.dirname(folder);
    if (above === "." || folders.has(above) || unread.includes(`${above}/column.md`)) return [];
    return [problem("column-gap", { file: column.file, line: 1, column: 1 }, { folder: above })];
  });
}
