import type { SearchFold } from "../../scripts/text/search-fold.ts";
import { type Result, resultOf } from "./search-excerpt.ts";
import { type Candidate, findCandidates, isCertain } from "./search-find.ts";
import { type FoundArticle, NotThere, type SearchIndex } from "./search-index.ts";
import type { Phrase } from "./search-query.ts";

/** What a search works with. */
export interface SearchDesk {
  readonly index: SearchIndex;
  readonly fold: SearchFold;
}

/** How many were found. */
export interface Total {
  readonly count: number;
  /** False where some of them have not been looked into. */
  readonly isCertain: boolean;
}

/** So many articles are looked into at one time. */
const atOnce = 10;
/** More thousands of words than that are not looked into for one page of results: they weigh 100 KiB. */
const mostThousands = 40;
/** A phrase that the index takes for there and no article holds is given up after so many. */
const mostLooks = 30;

/** One search: what was found, taken out best first. Whatever it gives holds what was sought. */
export class SearchRun {
  readonly #desk: SearchDesk;
  readonly #phrases: readonly Phrase[];
  readonly #candidates: readonly Candidate[];
  #at = 0;
  #shown = 0;

  private constructor(desk: SearchDesk, phrases: readonly Phrase[], candidates: readonly Candidate[]) {
    this.#desk = desk;
    this.#phrases = phrases;
    this.#candidates = candidates;
  }

  /** @param isWanted says of an article's number whether the reader wants it */
  static async start(
    desk: SearchDesk,
    phrases: readonly Phrase[],
    isWanted: (article: number) => boolean = () => true,
  ): Promise<SearchRun> {
    const candidates = await findCandidates(desk.index, phrases);
    return new SearchRun(
      desk,
      phrases,
      candidates.filter(({ article }) => isWanted(article)),
    );
  }

  /** How many there are, as far as is known. */
  get total(): Total {
    const left = this.#candidates.length - this.#at;
    return { count: this.#shown + left, isCertain: left === 0 || isCertain(this.#phrases) };
  }

  /** True when nothing is left. */
  get isOver(): boolean {
    return this.#at === this.#candidates.length;
  }

  /**
   * The next results, at most `count`; fewer only when nothing is left, where what comes next is very long, or where very much looked
   * right and was not. Rejects where what is needed cannot be had; then nothing is taken out, and the next call tries again.
   */
  async next(count: number): Promise<readonly Result[]> {
    const from = this.#at;
    try {
      return await this.#takeOut(count);
    } catch (error) {
      this.#at = from;
      throw error;
    }
  }

  async #takeOut(count: number): Promise<readonly Result[]> {
    const results: Result[] = [];
    let thousands = 0;
    let gone = 0;
    for (let looks = 0; results.length < count && !this.isOver && looks < mostLooks; looks += atOnce) {
      const part = this.#upTo(Math.min(atOnce, count - results.length), mostThousands - thousands);
      if (part.length === 0 && results.length > 0) break;
      if (part.length === 0) part.push(...this.#candidates.slice(this.#at, this.#at + 1));
      for (const { length } of part) thousands += length;
      this.#at += part.length;
      const found = await Promise.all(part.map(({ article }) => this.#articleOrGone(article)));
      const there = found.filter((each) => each !== "gone");
      gone += found.length - there.length;
      results.push(...there.flatMap((each) => resultOf(each, this.#phrases, this.#desk.fold) ?? []));
    }
    // One article that is gone is no reason to show none; where nothing else was found, it cannot be said that nothing is there.
    if (gone > 0 && this.#shown + results.length === 0) throw new NotThere("what the index tells of is gone");
    this.#shown += results.length;
    return results;
  }

  /** The candidates that come next, at most `count` and together no longer than so many thousand words. */
  #upTo(count: number, thousands: number): Candidate[] {
    const part: Candidate[] = [];
    let left = thousands;
    for (const candidate of this.#candidates.slice(this.#at, this.#at + count)) {
      left -= candidate.length;
      if (left < 0) break;
      part.push(candidate);
    }
    return part;
  }

  /** An article; "gone" where the index is older than the site, as browsers may keep it for a while. */
  async #articleOrGone(number: number): Promise<FoundArticle | "gone"> {
    try {
      return await this.#desk.index.article(number);
    } catch (error) {
      if (error instanceof NotThere) return "gone";
      throw error;
    }
  }
}
