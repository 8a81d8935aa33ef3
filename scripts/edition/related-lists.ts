import type { UrlPath } from "../text/brands.ts";
import type { Edition, EditionArticle } from "./edition.ts";
import type { RelatedSource } from "./related/related-articles.ts";
import { mostNeighbours, type RelatedMemory } from "./related/related-memory.ts";
import type { Terms } from "./related/terms.ts";

/** For each listed article, the addresses of the articles worth reading after it, best first. */
export type RelatedLists = ReadonlyMap<UrlPath, readonly UrlPath[]>;

/** With what related lists are compiled. */
export interface RelatedDesk {
  readonly termsOf: (article: EditionArticle) => Terms;
  readonly memory: RelatedMemory;
}

/** The related list of every listed article: the editor's pins, then what its text is nearest to, without what is blocked. */
export async function compileRelatedLists(edition: Edition, desk: RelatedDesk): Promise<RelatedLists> {
  const { articles, masthead } = edition;
  const neighbours = await desk.memory.neighboursOf(sourcesOf(edition, desk.termsOf));
  return new Map(
    articles.map(({ path, pinned, blocked }, index) => {
      const row = neighbours.subarray(index * mostNeighbours, (index + 1) * mostNeighbours);
      const near = [...row].flatMap((other) => articles[other]?.path ?? []);
      const free = near.filter((other) => !pinned.includes(other) && !blocked.has(other));
      return [path, [...pinned, ...free].slice(0, Math.max(masthead.related, pinned.length))];
    }),
  );
}

function sourcesOf({ articles }: Edition, termsOf: (article: EditionArticle) => Terms): readonly RelatedSource[] {
  return articles.map((article) => ({
    key: article.terms,
    terms: () => termsOf(article),
    published: article.article.date.instant,
    column: article.column.folder,
    topics: article.topics.map(({ path }) => path),
  }));
}
