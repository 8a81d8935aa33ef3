import type { Shelves } from "../store/shelves.ts";
import type { EditionArticle, ResolvedBody } from "./edition.ts";
import type { Terms } from "./related/terms.ts";
import { unpackTerms } from "./related/terms-bytes.ts";

/** Something that was kept beside a reading is not there any more: all manuscripts must be read anew. */
export class LostText extends Error {}

/** What is kept beside the readings: HTML, terms and grams. Throws `LostText` where it was damaged since. */
export class TextShelf {
  readonly #shelves: Shelves;

  constructor(shelves: Shelves) {
    this.#shelves = shelves;
  }

  /** The HTML of `text`, with slots. */
  html({ file, body }: ResolvedBody): string {
    return body.isEmpty ? "" : this.#load("texts", body.key, file).toString();
  }

  /** The terms of `article`. */
  terms({ article, terms }: EditionArticle): Terms {
    return unpackTerms(this.#load("terms", terms, article.file));
  }

  /** What the search looks an article up by (`packGrams`), by its key. */
  grams(key: string): Uint8Array {
    return this.#load("grams", key, "an article");
  }

  #load(shelf: "texts" | "terms" | "grams", key: string, file: string): Buffer {
    const found = this.#shelves.on(shelf).get(key);
    if (found === undefined) throw new LostText(`${file}: what was remembered of it is lost`);
    return found;
  }
}
