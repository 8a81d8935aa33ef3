import type { Shelves } from "../store/shelves.ts";
import type { EditionArticle, ResolvedBody } from "./edition.ts";
import type { Terms } from "./terms.ts";
import { unpackTerms } from "./terms-bytes.ts";

/** Reads a file anew, so that what was set from it is on its shelves again. */
export type SetAgain = (file: string) => void;

/** What is kept beside the readings: HTML and terms. What was damaged since is made again. */
export class TextShelf {
  readonly #shelves: Shelves;
  readonly #setAgain: SetAgain;

  constructor(shelves: Shelves, setAgain: SetAgain) {
    this.#shelves = shelves;
    this.#setAgain = setAgain;
  }

  /** The HTML of `text`, with slots. */
  html({ file, body }: ResolvedBody): string {
    return body.isEmpty ? "" : this.#load("texts", body.key, file).toString();
  }

  /** The terms of `article`. */
  terms({ article, terms }: EditionArticle): Terms {
    return unpackTerms(this.#load("terms", terms, article.file));
  }

  #load(shelf: "texts" | "terms", key: string, file: string): Buffer {
    const found = this.#shelves.on(shelf).get(key);
    if (found !== undefined) return found;
    this.#setAgain(file);
    const made = this.#shelves.on(shelf).get(key);
    if (made === undefined) throw new Error(`${file} was changed while it was read`);
    return made;
  }
}
