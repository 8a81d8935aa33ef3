import { type Problem, problem } from "../report/problem.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { Claims, leafPaths, monthPath, yearPath } from "./addresses.ts";
import type { EditionArticle, EditionColumn, Register } from "./edition.ts";
import { placeIn } from "./place-in.ts";

/** Pages that every site has, whatever its content. */
export const fixedPaths = [
  "/",
  "/topics/",
  "/people/",
  "/sources/",
  "/corrections/",
  "/search/",
  "/404.html",
  "/feed.xml",
  "/feed.json",
  "/sitemap.xml",
  "/sitemap-news.xml",
  "/robots.txt",
  "/manifest.json",
].map(urlPath);

/** Folders of the output that hold files of the site's own making. */
const ownFolders = ["/assets/", "/pictures/", "/attachments/"].map(urlPath);

/** Everything that wants an address. */
export interface Claimants {
  readonly columns: readonly EditionColumn[];
  /** Hidden ones too: the clash is there before the day they appear. */
  readonly articles: readonly EditionArticle[];
  readonly standingPages: readonly {
    readonly path: UrlPath;
    readonly page: { readonly file: string };
  }[];
  readonly registers: readonly Register<unknown>[];
  readonly siteFiles: ReadonlyMap<string, UrlPath>;
  readonly attachments: ReadonlyMap<string, UrlPath>;
  /** Pages of a list. */
  readonly perPage: number;
}

/** Reports `address-taken`, `alias-own` and `output-nested`: two things at one address, or one below a file (SAFETY item 13). */
export function claimAddresses(claimants: Claimants): readonly Problem[] {
  const claims = new Claims();
  const problems: Problem[] = [];
  const first = (file: string) => ({ file, line: 1, column: 1 });
  for (const path of [...fixedPaths, ...ownFolders]) claims.claim(path, "Banxin", first("masthead.md"));
  for (const { path, column } of claimants.columns) claims.claim(path, column.file, first(column.file));
  for (const { path, page } of claimants.standingPages) claims.claim(path, page.file, first(page.file));
  for (const [file, path] of claimants.siteFiles) claims.claim(path, file, first(file));
  for (const [file, path] of claimants.attachments) claims.claim(path, file, first(file));
  for (const { articles, path } of claimants.registers) {
    for (const leaf of leafPaths(path, articles.length, claimants.perPage))
      claims.claim(leaf, path, first("masthead.md"));
  }
  for (const { path, file } of listPages(claimants)) claims.claim(path, file, first(file));
  for (const { path, article } of claimants.articles) claims.claim(path, article.file, first(article.file));
  for (const { path, article } of claimants.articles) {
    article.aliases.forEach((alias, index) => {
      const place = placeIn(article, `aliases.${index}`, "aliases");
      if (alias === path) problems.push(problem("alias-own", place, { alias }));
      else claims.claim(urlPath(alias), article.file, place);
    });
  }
  return [...claims.problems, ...problems, ...nested(claimants, claims)];
}

/** The further pages of column indexes and the archives, which take room below a column. */
function listPages({ columns, articles }: Claimants): readonly { readonly path: UrlPath; readonly file: string }[] {
  const pages = new Map<UrlPath, string>();
  for (const { column, month } of articles) {
    pages.set(yearPath(column.path, month), column.column.file);
    pages.set(monthPath(column.path, month), column.column.file);
  }
  for (const { path, column } of columns) {
    const total = articles.filter((each) => each.path.startsWith(path)).length;
    for (const leaf of leafPaths(path, total, column.perPage).slice(1)) pages.set(leaf, column.file);
  }
  return [...pages].map(([path, file]) => ({ path, file }));
}

/** Only an alias can be a file without an ending, which nothing may then lie below. */
function nested({ articles }: Claimants, claims: Claims): readonly Problem[] {
  return articles.flatMap(({ article }) =>
    article.aliases.flatMap((alias, index) => {
      const file = ancestors(alias).find((each) => claims.hasFile(each));
      const place = placeIn(article, `aliases.${index}`, "aliases");
      return file === undefined ? [] : [problem("output-nested", place, { address: alias, holder: file })];
    }),
  );
}

/** `/a/b/c.html` → `/a`, `/a/b`. */
function ancestors(path: string): readonly string[] {
  const names = path.split("/").filter((name) => name !== "");
  return names.slice(0, -1).map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
}
