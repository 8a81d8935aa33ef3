import type { Moment } from "../article/article.ts";
import { type Instant, instant as instantOf, type UrlPath, urlPath } from "../text/brands.ts";
import type { Edition, EditionArticle, EditionColumn } from "./edition.ts";

/** The latest of update, corrections and retraction in force at the edition's instant; nothing where there is none. */
export function updatedMoment({ article, visibility }: EditionArticle, asOf: number): Moment | undefined {
  // Most articles stay as they were, and site maps ask for all of them.
  if (article.updated === undefined && article.corrections.length === 0 && visibility !== "retracted") return undefined;
  const changes = [
    article.updated,
    ...article.corrections.map(({ date }) => date),
    visibility === "retracted" ? article.retracted?.date : undefined,
  ];
  return changes
    .filter((moment) => moment !== undefined)
    .filter(({ instant }) => instant <= asOf)
    .map((moment) => afterPublication(moment, article.date.instant))
    .toSorted((a, b) => a.instant - b.instant)
    .at(-1);
}

/**
 * `moment` as the first instant it can mean. A day alone counts from its first minute, but what corrects or retracts an article on the
 * day it was published comes after it, and must not look as if nothing had changed since.
 */
function afterPublication(moment: Moment, published: Instant): Moment {
  return moment.instant > published ? moment : { ...moment, instant: instantOf(published + 1000) };
}

/** The articles that lists have shown and show no more, by the address of each list. */
export function withdrawnByList({ retracted, expired }: Edition): ReadonlyMap<UrlPath, readonly EditionArticle[]> {
  const byList = new Map<UrlPath, EditionArticle[]>();
  for (const article of [...retracted, ...expired]) {
    for (const path of new Set(listsOf(article))) {
      const known = byList.get(path);
      if (known === undefined) byList.set(path, [article]);
      else known.push(article);
    }
  }
  return byList;
}

function listsOf({ column, topics, authors, sources }: EditionArticle): readonly UrlPath[] {
  const registers = [...topics, ...authors, ...sources].map(({ path }) => path);
  return [urlPath("/"), ...withAncestors(column).map(({ path }) => path), ...registers];
}

function withAncestors(column: EditionColumn): readonly EditionColumn[] {
  return column.parent === undefined ? [column] : [column, ...withAncestors(column.parent)];
}

/** When a retracted or expired article left the lists; it was in them from its publication on. */
export function withdrawalOf({ article }: EditionArticle): Instant {
  const { date, retracted, expires } = article;
  const ends = [retracted?.date, expires].flatMap((end) => (end === undefined ? [] : [end]));
  return instantOf(Math.min(...ends.map((end) => afterPublication(end, date.instant).instant)));
}

/**
 * When the page of a list last changed; nothing where it has never shown an article.
 *
 * That is when an article came, was updated or left. A correction is told on the article's own page: no list shows it.
 *
 * @param shown what the list shows at `asOf`
 * @param withdrawn what it showed before
 */
export function listChange(
  shown: readonly EditionArticle[],
  withdrawn: readonly EditionArticle[],
  asOf: Instant,
): Instant | undefined {
  let last: Instant | undefined;
  const see = (at: Instant) => {
    if (last === undefined || at > last) last = at;
  };
  for (const { article } of shown) {
    const { date, updated } = article;
    see(updated !== undefined && updated.instant <= asOf ? updated.instant : date.instant);
  }
  for (const article of withdrawn) see(withdrawalOf(article));
  return last;
}
