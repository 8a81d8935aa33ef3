import type { Edition, EditionArticle } from "./edition.ts";
import type { Link } from "./page.ts";

/** The articles of the same column that were published just before and just after one. */
export interface Neighbours {
  readonly earlier?: Link | undefined;
  readonly later?: Link | undefined;
}

const known = new WeakMap<Edition, ReadonlyMap<EditionArticle, Neighbours>>();

/**
 * The neighbours of `article` in its own column (the columns inside it have theirs), by date; none for an article that lists do not show.
 *
 * They are worked out for all articles at once: a new article changes its neighbours' pages and no other.
 */
export function neighboursOf(edition: Edition, article: EditionArticle): Neighbours {
  const neighbours = known.get(edition) ?? allNeighbours(edition.articles);
  known.set(edition, neighbours);
  return neighbours.get(article) ?? {};
}

/** @param articles newest first */
function allNeighbours(articles: readonly EditionArticle[]): ReadonlyMap<EditionArticle, Neighbours> {
  const neighbours = new Map<EditionArticle, Neighbours>();
  const later = new Map<string, EditionArticle>();
  for (const article of articles) {
    const { folder } = article.column;
    const next = later.get(folder);
    if (next !== undefined) neighbours.set(next, { ...neighbours.get(next), earlier: linkTo(article) });
    neighbours.set(article, next === undefined ? {} : { later: linkTo(next) });
    later.set(folder, article);
  }
  return neighbours;
}

function linkTo({ article, path }: EditionArticle): Link {
  return { title: article.listTitle ?? article.title, path };
}
