import type { UrlPath } from "../text/brands.ts";
import type { Edition, EditionArticle } from "./edition.ts";
import { relatedArticles } from "./related-articles.ts";
import type { Terms } from "./terms.ts";

/** For each listed article, the addresses of the articles worth reading after it, best first. */
export type RelatedLists = ReadonlyMap<UrlPath, readonly UrlPath[]>;

/** The related list of every listed article: the editor's pins, then what its text is nearest to, without what is blocked. */
export function compileRelatedLists(
  { articles, columns, topics, masthead }: Edition,
  termsOf: (article: EditionArticle) => Terms,
): RelatedLists {
  const numbers = new Map(columns.map(({ folder }, index) => [folder, index]));
  const topicNumbers = new Map(topics.map(({ path }, index) => [path, index]));
  const documents = articles.map((each) => ({
    terms: termsOf(each),
    published: each.article.date.instant,
    column: numbers.get(each.column.folder) ?? 0,
    topics: each.topics.flatMap(({ path }) => topicNumbers.get(path) ?? []),
  }));
  const chosen = Math.max(0, ...new Set(articles.map(({ pinned, blocked }) => pinned.length + blocked.size)));
  const width = masthead.related + chosen;
  const { neighbours } = relatedArticles(documents, width);
  return new Map(
    articles.map(({ path, pinned, blocked }, index) => {
      const row = neighbours.subarray(index * width, (index + 1) * width);
      const near = [...row].flatMap((other) => articles[other]?.path ?? []);
      const free = near.filter((other) => !pinned.includes(other) && !blocked.has(other));
      return [path, [...pinned, ...free].slice(0, Math.max(masthead.related, pinned.length))];
    }),
  );
}
