import type { UrlPath } from "../text/brands.ts";
import type { Edition, EditionArticle } from "./edition.ts";
import type { RelatedSource } from "./related/related-articles.ts";
import type { Nearest, RelatedMemory } from "./related/related-memory.ts";
import { seriesNeighbours } from "./related/series.ts";
import type { Terms } from "./related/terms.ts";

/** What is worth reading after one article, all in the order in which it is printed. */
export interface RelatedList {
  /** The next part of its series, and the one before it. */
  readonly series: readonly UrlPath[];
  /** The editor's pins, then what its text is nearest to. */
  readonly related: readonly UrlPath[];
}

/** The related list of each listed article, by its address. */
export type RelatedLists = ReadonlyMap<UrlPath, RelatedList>;

/** With what related lists are compiled. */
export interface RelatedDesk {
  readonly termsOf: (article: EditionArticle) => Terms;
  readonly memory: RelatedMemory;
}

/**
 * The related list of every listed article: the editor's pins, the parts beside it in its series, then what its text is nearest to.
 * What the editor blocked is on none of them, nor is the article's own text under another headline; of two that are all but the same
 * text one stands for both: our own before a reprint, else the nearer one.
 */
export async function compileRelatedLists(edition: Edition, desk: RelatedDesk): Promise<RelatedLists> {
  const { articles, masthead } = edition;
  const nearest = await desk.memory.nearestOf(relatedSources(edition, desk.termsOf));
  const series = seriesNeighbours(
    articles.map(({ article, column }) => ({ title: article.title, column: column.folder })),
  );
  const pathsOf = (all: readonly number[]) => all.flatMap((one) => articles[one]?.path ?? []);
  return new Map(
    articles.map(({ path, pinned, blocked }, index) => {
      const isFree = (other: UrlPath) => !pinned.includes(other) && !blocked.has(other);
      const room = Math.max(0, masthead.related - pinned.length);
      const parts = pathsOf(series[index] ?? [])
        .filter(isFree)
        .slice(0, room);
      const alike: UrlPath[] = [];
      for (const other of withoutTwins(index, nearest, articles)) {
        if (parts.length + alike.length >= room) break;
        const near = articles[other]?.path;
        if (near !== undefined && isFree(near) && !parts.includes(near)) alike.push(near);
      }
      return [path, { series: parts, related: [...pinned, ...alike] }];
    }),
  );
}

/** What is near to `article`, and of two that are each other's twins one. */
function withoutTwins(article: number, nearest: Nearest, articles: readonly EditionArticle[]): readonly number[] {
  const chosen: number[] = [];
  for (const other of nearest.of(article)) {
    const twins = nearest.twinsOf(other);
    const place = chosen.findIndex((one) => twins.includes(one));
    if (place === -1) chosen.push(other);
    else if (isReprint(articles, chosen[place]) && !isReprint(articles, other)) chosen[place] = other;
  }
  return chosen;
}

function isReprint(articles: readonly EditionArticle[], article: number | undefined): boolean {
  return article !== undefined && articles[article]?.isReprint === true;
}

/** What relates the listed articles of an edition, in its order. */
export function relatedSources(
  { articles }: Edition,
  termsOf: (article: EditionArticle) => Terms,
): readonly RelatedSource[] {
  return articles.map((article) => ({
    key: article.terms,
    terms: () => termsOf(article),
    published: article.article.date.instant,
    column: article.column.folder,
    topics: article.topics.map(({ path }) => path),
  }));
}
