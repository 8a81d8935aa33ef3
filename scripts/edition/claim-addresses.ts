import { type Place, type Problem, problem } from "../report/problem.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { Claims, monthPath, yearPath } from "./addresses.ts";
import type { EditionArticle, EditionColumn, EditionStandingPage } from "./edition.ts";
import { hostFileNames, internalFiles, manifestName } from "./output-names.ts";
import type { Page } from "./page.ts";
import { placeIn } from "./place-in.ts";
import type { PlacedRedirect } from "./place-redirects.ts";

/** Names in the output that the build itself uses, besides its pages. */
const ownPaths = [
  `/${manifestName}`,
  ...[...internalFiles, ...hostFileNames].map((name) => `/${name}`),
  "/assets/",
  "/pictures/",
  "/attachments/",
  "/cards/",
  "/headline-face.css",
].map(urlPath);

const searchPath = "/search/";

/** Kinds of pages that claim their address for the file they come from. */
const claimedByFile: ReadonlySet<string> = new Set(["article", "expired", "redirect", "standing"]);

/** Everything that wants an address. */
export interface Claimants {
  /** Every page that this edition publishes. */
  readonly pages: readonly Pick<Page, "kind" | "path">[];
  readonly columns: readonly EditionColumn[];
  readonly standingPages: readonly EditionStandingPage[];
  /** Hidden ones too: the clash is there before the day they appear. */
  readonly articles: readonly EditionArticle[];
  readonly siteFiles: ReadonlyMap<string, UrlPath>;
  readonly attachments: ReadonlyMap<string, UrlPath>;
  readonly redirects: readonly PlacedRedirect[];
}

/**
 * Reports `address-taken`, `alias-own`, `redirect-shadows` and `output-nested`: two things at one address, or one below a file (SAFETY item 13).
 *
 * What comes first holds the address: the site's own pages, then columns and files, then articles, their old addresses, those of `redirects.csv` last.
 */
export function claimAddresses(claimants: Claimants): readonly Problem[] {
  const claims = new Claims();
  const first = (file: string): Place => ({ file, line: 1, column: 1 });
  const { columns, standingPages, articles } = claimants;
  for (const path of ownPaths) claims.claim(path, "Banxin", first("masthead.md"));
  const pagesWithFiles = new Set<UrlPath>(columns.map(({ path }) => path));
  for (const { kind, path } of claimants.pages) {
    const isFromFile = kind === "column" && pagesWithFiles.has(path);
    if (!claimedByFile.has(kind) && !isFromFile) claims.claim(path, "Banxin", first("masthead.md"));
  }
  for (const { path, column } of columns) claims.claim(path, column.file, first(column.file));
  for (const { path, page } of standingPages) claims.claim(path, page.file, first(page.file));
  for (const [file, path] of [...claimants.siteFiles, ...claimants.attachments]) claims.claim(path, file, first(file));
  for (const path of archivesOf(articles)) if (!claims.has(path)) claims.claim(path, "Banxin", first("masthead.md"));
  for (const { path, article } of articles) claims.claim(path, article.file, first(article.file));
  const own = articles.flatMap((each) => claimAliases(each, claims));
  const shadowing = claimants.redirects.flatMap((each) => claimRedirect(each, claims));
  return [...claims.problems, ...own, ...shadowing, ...claims.nested];
}

/** The archives that hidden articles will have one day. */
function archivesOf(articles: readonly EditionArticle[]): Iterable<UrlPath> {
  return new Set(
    articles.flatMap(({ column, month }) => [yearPath(column.path, month), monthPath(column.path, month)]),
  );
}

/** The search has files of its own below its page, more of them with every article. */
function claimedPath(alias: string): UrlPath {
  return urlPath(alias.toLowerCase().startsWith(searchPath) ? searchPath : alias);
}

function claimAliases({ article, path }: EditionArticle, claims: Claims): readonly Problem[] {
  return article.aliases.flatMap((alias, index) => {
    const place = placeIn(article, `aliases.${index}`, "aliases");
    if (alias === path) return [problem("alias-own", place, { alias })];
    claims.claim(claimedPath(alias), article.file, place);
    return [];
  });
}

function claimRedirect({ from, place }: PlacedRedirect, claims: Claims): readonly Problem[] {
  const holder = claims.holderOf(claimedPath(from));
  if (holder !== undefined) return [problem("redirect-shadows", place, { from, holder })];
  claims.claim(from, place.file, place);
  return [];
}
