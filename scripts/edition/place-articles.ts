import { posix } from "node:path";
import { type Problem, problem } from "../report/problem.ts";
import type { Instant, UrlPath } from "../text/brands.ts";
import { articlePath, type YearAndMonth } from "./addresses.ts";
import { nearestFolder, type PlacedColumn } from "./columns.ts";
import { contentKind } from "./content-kinds.ts";
import type { ArticleText, LooseFile } from "./newsroom.ts";
import { type Visibility, visibilityOf } from "./visibility.ts";

/** An article with its column, address and visibility, before anything it names is looked up. */
export interface PlacedArticle {
  readonly text: ArticleText;
  readonly column: PlacedColumn;
  readonly path: UrlPath;
  readonly month: YearAndMonth;
  readonly visibility: Visibility;
}

/**
 * Gives every article its address; reports `article-outside-column` and `slug-empty`.
 *
 * Articles whose column has errors of its own are `skipped` without a word: they would only seem to be in another column.
 */
export function placeArticles(
  texts: readonly ArticleText[],
  columns: readonly PlacedColumn[],
  at: { readonly asOf: Instant; readonly unread: readonly string[]; readonly loose: readonly LooseFile[] },
): {
  readonly placed: readonly PlacedArticle[];
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const skipped: string[] = [];
  const byFolder = new Map<string, PlacedColumn | "unread">(columns.map((each) => [each.folder, each]));
  for (const file of at.unread) if (file.endsWith("/column.md")) byFolder.set(posix.dirname(file), "unread");
  const columnOf = (file: string) => {
    const column = nearestFolder(ownFolder(file), byFolder);
    if (column === undefined)
      problems.push(problem("article-outside-column", { file, line: 1, column: 1 }, { name: file }));
    return column;
  };
  const placed = texts.flatMap((text) => {
    const { article, slug, month } = text;
    const place = { file: article.file, line: 1, column: 1 };
    if (slug === "") problems.push(problem("slug-empty", place, { name: article.file }));
    const column = columnOf(article.file);
    if (column === undefined || column === "unread" || slug === "") {
      skipped.push(article.file);
      return [];
    }
    const path = articlePath(column.path, month, slug);
    return [{ text, column, month, path, visibility: visibilityOf(article, at.asOf) }];
  });
  // What has no front matter at all may not have been meant for an article.
  for (const { file, mentions } of at.loose) if (contentKind(file) === "article" && mentions) columnOf(file);
  return { placed, skipped, problems };
}

/** `file` as its column is looked for: an article that has a folder of its own belongs to the folder that this one lies in. */
export function ownFolder(file: string): string {
  return file.replace(/\/index\.md$/u, ".md");
}
