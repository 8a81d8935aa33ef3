import { isoMoment } from "../article/moment.ts";
import { type Problem, problem } from "../report/problem.ts";
import type { Instant, UrlPath } from "../text/brands.ts";
import { articlePath, articleSlug, type YearAndMonth, yearAndMonth } from "./addresses.ts";
import { columnOf, type PlacedColumn } from "./columns.ts";
import type { ArticleText } from "./newsroom.ts";
import { type Visibility, visibilityOf } from "./visibility.ts";

/** An article with its column, address and visibility, before anything it names is looked up. */
export interface PlacedArticle {
  readonly text: ArticleText;
  readonly column: PlacedColumn;
  readonly path: UrlPath;
  readonly month: YearAndMonth;
  readonly visibility: Visibility;
}

/** Gives every article its address; reports `article-outside-column` and `slug-empty`. */
export function placeArticles(
  texts: readonly ArticleText[],
  columns: readonly PlacedColumn[],
  at: { readonly zone: string; readonly asOf: Instant },
): {
  readonly placed: readonly PlacedArticle[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const byFolder = new Map(columns.map((each) => [each.folder, each]));
  const placed = texts.flatMap((text) => {
    const { article } = text;
    const place = { file: article.file, line: 1, column: 1 };
    const column = columnOf(ownFolder(article.file), byFolder);
    const slug = articleSlug(article);
    if (slug === "") problems.push(problem("slug-empty", place, { name: article.file }));
    if (column === undefined) problems.push(problem("article-outside-column", place, { name: article.file }));
    if (column === undefined || slug === "") return [];
    const month = yearAndMonth(isoMoment(article.date.instant, at.zone));
    return [
      {
        text,
        column,
        month,
        path: articlePath(column.path, month, slug),
        visibility: visibilityOf(article, at.asOf),
      },
    ];
  });
  return { placed, problems };
}

/** An article that has a folder of its own belongs to the folder that this one lies in. */
function ownFolder(file: string): string {
  return file.replace(/\/index\.md$/u, ".md");
}
