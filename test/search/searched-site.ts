import { SearchIndex } from "../../layouts/client/search-index.ts";
import { phrasesOf } from "../../layouts/client/search-query.ts";
import { type SearchDesk, SearchRun } from "../../layouts/client/search-run.ts";
import { shorterQueries } from "../../layouts/client/search-shorter.ts";
import { type BuiltArticle, readBuiltArticle } from "../../scripts/bench/read-built-article.ts";
import { SearchFold } from "../../scripts/text/search-fold.ts";
import { decodeHan } from "../../scripts/text/search-han.ts";
import { hasSample, newsroomFolder, ownContent, sessionOf, usualInstant } from "../newsroom.ts";

/** A site whose search is run without a browser: its files and pages are at hand, nothing is fetched. */
export interface SearchedSite {
  /** Those that can be found. */
  readonly articles: readonly BuiltArticle[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly desk: SearchDesk;
  /** The articles that `query` finds, best first. */
  readonly find: (query: string) => Promise<readonly BuiltArticle[]>;
  /** What is offered where `query` finds nothing. */
  readonly shorter: (query: string) => Promise<readonly string[]>;
}

/** The sample site, or that of another content folder. */
export async function searchedSite(
  content: string = hasSample ? ownContent : newsroomFolder,
  asOf = usualInstant,
): Promise<SearchedSite> {
  const { site } = await sessionOf(content).load({ asOf, address: undefined, isPreview: false }, Date.now());
  if (site === undefined) throw new Error("the content has errors");
  const files = new Map<string, Uint8Array>();
  for (const file of site.files) {
    if (file.path.startsWith("/search/")) files.set(file.path.slice("/search/".length), await file.bytes());
  }
  const pages = site.pages.filter(({ kind }) => kind === "article");
  const listed = new Set([...files].flatMap(([name, bytes]) => (name.startsWith("paths/") ? linesIn(bytes) : [])));
  // What is retracted has a page and is not searched.
  const articles = pages
    .filter(({ path }) => listed.has(path))
    .flatMap(({ path, text }) => readBuiltArticle(text(), path) ?? []);
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const load = async (name: string) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`no file ${name}`);
    return bytes;
  };
  const desk: SearchDesk = {
    index: new SearchIndex(listed.size, load),
    fold: new SearchFold(decodeHan(await load("han.bin"))),
  };
  const find = async (query: string) => {
    const run = await SearchRun.start(desk, phrasesOf(query, desk.fold));
    const found: BuiltArticle[] = [];
    while (!run.isOver) found.push(...(await run.next(10)).flatMap(({ article }) => byPath.get(article.path) ?? []));
    return found;
  };
  const shorter = (query: string) => shorterQueries(desk, phrasesOf(query, desk.fold), () => true);
  return { articles, files, desk, find, shorter };
}

function linesIn(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).trim().split("\n");
}
