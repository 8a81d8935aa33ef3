import type { SearchNames } from "../../scripts/text/search-names.ts";

/** Tells whether an article is wanted. */
export type IsWanted = (article: number) => boolean;

const fields = ["column", "year", "author", "source"] as const;
type Field = (typeof fields)[number];

/** The four lists by which results are narrowed: `select[name=column|year|author|source]` in `form`, filled when they are first needed. */
export class SearchFilters {
  readonly #form: HTMLFormElement;
  readonly #load: () => Promise<SearchNames>;
  #filling: Promise<void> | undefined;

  constructor(form: HTMLFormElement, load: () => Promise<SearchNames>) {
    this.#form = form;
    this.#load = load;
  }

  /** What is chosen, by the name of the field; what is not is not there. */
  get chosen(): ReadonlyMap<string, string> {
    return new Map(
      fields.flatMap((field) => (this.#select(field)?.value ? [[field, this.#select(field)?.value ?? ""]] : [])),
    );
  }

  /** Fills the lists with what the site has: once, however often it is asked, and again after a failure. */
  fill(): Promise<void> {
    this.#filling ??= this.#fillOnce().catch((error: unknown) => {
      this.#filling = undefined;
      throw error;
    });
    return this.#filling;
  }

  async #fillOnce(): Promise<void> {
    const names = await this.#load();
    const years = names.years.map(([year]) => String(year)).reverse();
    const options = { column: names.columns, year: years, author: names.authors, source: names.sources };
    for (const field of fields) {
      const sorted = field === "year" ? options[field] : options[field].toSorted((a, b) => a.localeCompare(b));
      this.#select(field)?.append(...sorted.map((name) => new Option(name, name)));
    }
  }

  /** Chooses what `address` says, and shows the lists where that is anything. Rejects where it is not known what there is to choose. */
  async choose(address: URLSearchParams): Promise<void> {
    const isNarrowed = fields.some((field) => (address.get(field) ?? "") !== "");
    const lists = this.#form.querySelector("details");
    if (isNarrowed && lists) lists.open = true;
    if (isNarrowed) await this.fill();
    for (const field of fields) {
      const select = this.#select(field);
      if (select) select.value = address.get(field) ?? "";
    }
  }

  /** Whether an article, of the version of the search that `load` gives the names of, is what the reader narrowed the search to. */
  async isWanted(load: () => Promise<SearchNames>): Promise<IsWanted> {
    const { chosen } = this;
    if (chosen.size === 0) return () => true;
    return wantedBy(chosen, await load());
  }

  #select(field: Field): HTMLSelectElement | null {
    return this.#form.querySelector(`select[name=${field}]`);
  }
}

/** Whether an article has all that is `chosen`, by the name of the field. */
export function wantedBy(chosen: ReadonlyMap<string, string>, names: SearchNames): IsWanted {
  const [column, author, source] = [
    numberIn(names.columns, chosen.get("column")),
    numberIn(names.authors, chosen.get("author")),
    numberIn(names.sources, chosen.get("source")),
  ];
  const [from, to] = yearRange(names, chosen.get("year"));
  return (article) =>
    (column === undefined || names.column[article] === column) &&
    (author === undefined || names.author[article]?.includes(author) === true) &&
    (source === undefined || names.source[article]?.includes(source) === true) &&
    article >= from &&
    article < to;
}

/** The number of `name`; absent where any will do, -1, which no article has, where it is gone since it could be chosen. */
function numberIn(names: readonly string[], name: string | undefined): number | undefined {
  return name === undefined ? undefined : names.indexOf(name);
}

function yearRange({ years }: SearchNames, year: string | undefined): readonly [number, number] {
  if (year === undefined) return [0, Number.POSITIVE_INFINITY];
  const at = years.findIndex(([each]) => String(each) === year);
  return at < 0 ? [0, 0] : [years[at]?.[1] ?? 0, years[at + 1]?.[1] ?? Number.POSITIVE_INFINITY];
}
