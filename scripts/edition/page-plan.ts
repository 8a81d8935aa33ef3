import type { UrlPath } from "../text/brands.ts";
import { isWithin } from "./columns.ts";
import type { Edition, EditionArticle, EditionColumn } from "./edition.ts";
import { PageDigests } from "./page-digests.ts";

/** What is known of an edition's pages before there are pictures and related lists: enough to say which pages there are. */
export class PagePlan {
  readonly edition: Edition;
  /** Tells whether pages are as they were. */
  readonly digests = new PageDigests();
  readonly #byFolder = new Map<string, readonly EditionArticle[]>();
  readonly #byPath: ReadonlyMap<UrlPath, EditionArticle>;

  constructor(edition: Edition) {
    this.edition = edition;
    this.#byPath = new Map(edition.articles.map((article) => [article.path, article]));
  }

  /** The listed article at `path`. */
  articleAt(path: UrlPath): EditionArticle | undefined {
    return this.#byPath.get(path);
  }

  /** The listed articles of `column` and of the columns below it, newest first. */
  articlesOf(column: EditionColumn): readonly EditionArticle[] {
    const known = this.#byFolder.get(column.folder);
    if (known !== undefined) return known;
    const inside = new Set(this.edition.columns.filter((each) => isWithin(each, column)));
    const made = this.edition.articles.filter((article) => inside.has(article.column));
    this.#byFolder.set(column.folder, made);
    return made;
  }
}
