import type { EditionArticle } from "../edition/edition.ts";
import type { SearchNames } from "../text/search-names.ts";

/** The names of `articles`, which are sorted by date. */
export function namesOf(articles: readonly EditionArticle[]): SearchNames {
  const columns = new Numbering();
  const sources = new Numbering();
  const authors = new Numbering();
  const column = articles.map((each) => columns.of(each.column.title));
  const source = articles.map((each) => each.sources.map(({ name }) => sources.of(name)));
  const author = articles.map((each) => each.authors.map(({ name }) => authors.of(name)));
  const years = new Map<number, number>();
  articles.forEach(({ month: { year } }, number) => {
    if (!years.has(year)) years.set(year, number);
  });
  return {
    ...{ columns: columns.names, sources: sources.names, authors: authors.names },
    years: [...years],
    ...{ column, source, author },
  };
}

/** Numbers names in the order in which they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
