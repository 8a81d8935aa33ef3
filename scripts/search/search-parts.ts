import type { EditionArticle } from "../edition/edition.ts";
import { gramsOf } from "../edition/search/article-grams.ts";
import { packGrams } from "../edition/search/grams-bytes.ts";
import type { SearchFold } from "../text/search-fold.ts";
import { levels } from "../text/search-gram.ts";

/** What one article is found by: its text, remembered by its key, and the names that the edition gave it. */
export interface SearchPart {
  /** The store's key of the grams of its text. */
  readonly grams: string;
  /** Authors, sources and editors as they are printed, a line each. */
  readonly names: string;
}

/** The part of `article`. */
export function searchPart({ grams, authors, sources, article }: EditionArticle): SearchPart {
  const fields = [authors.map(({ name }) => name), sources.map(({ name }) => name), article.editor];
  return { grams, names: fields.map((names) => names.join("、")).join("\n") };
}

/** Loads packed grams (`packGrams`) of texts, and makes those of names. */
export class SearchParts {
  readonly #fold: SearchFold;
  readonly #load: (key: string) => Uint8Array;
  readonly #names = new Map<string, Uint8Array>();

  /** @param load gives the grams of a text, or throws */
  constructor(fold: SearchFold, load: (key: string) => Uint8Array) {
    this.#fold = fold;
    this.#load = load;
  }

  /** The grams of `part`: those of its text and those of its names. */
  gramsOf({ grams, names }: SearchPart): readonly Uint8Array[] {
    return [this.#load(grams), this.#gramsOfNames(names)];
  }

  #gramsOfNames(names: string): Uint8Array {
    const known = this.#names.get(names);
    if (known !== undefined) return known;
    const fields = names.split("\n").map((text) => ({ level: levels.standfirst, text }));
    const made = packGrams(gramsOf(fields, this.#fold));
    this.#names.set(names, made);
    return made;
  }
}
