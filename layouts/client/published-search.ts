import { SearchFold } from "../../scripts/text/search-fold.ts";
import { decodeHan } from "../../scripts/text/search-han.ts";
import type { SearchNames } from "../../scripts/text/search-names.ts";
import { type SearchVersion, versionName } from "../../scripts/text/search-version.ts";
import { GarbledBytes } from "../../scripts/text/varint.ts";
import { type LoadBytes, loadFile, SearchIndex } from "./search-index.ts";
import type { SearchDesk } from "./search-run.ts";

/** What a search of one version works with. */
export interface PublishedDesk extends SearchDesk {
  readonly version: string;
  /** What results can be narrowed to: loaded once, and again after a failure. */
  readonly names: () => Promise<SearchNames>;
}

/** How a file is asked for: as the browser keeps it, after asking the server whether it is still the same, or past what is kept. */
export type LoadFrom = (address: string, cache: "default" | "no-cache" | "reload") => Promise<Uint8Array>;

/** A version that was asked for so long ago, in milliseconds, is asked for again. */
const keptFor = 60_000;

/**
 * The search of a site as it is published, also while it is published anew: a page may stay open for days, and browsers and hosts keep files.
 *
 * Which version there is, is always asked for at the server. All other files are asked for by the version (`grams/3.bin?v=…`), which servers of
 * files ignore: what was kept of another version has another address. So what is looked up together belongs together.
 */
export class PublishedSearch {
  readonly #load: LoadFrom;
  readonly #now: () => number;
  #desk: PublishedDesk | undefined;
  #asking: Promise<PublishedDesk> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds of a clock that never goes back */
  constructor(load: LoadFrom, now: () => number) {
    this.#load = load;
    this.#now = now;
  }

  /** What there is to search; at most a minute old. The same as long as the version is. */
  async desk(): Promise<PublishedDesk> {
    return this.#desk !== undefined && this.#now() - this.#askedAt < keptFor ? this.#desk : this.#newest();
  }

  /**
   * What `look` finds. Where it finds nothing or fails, it may have looked at what is no longer published: then it looks at what is. That nothing
   * is there is never said without asking the server.
   */
  async search<T>(look: (desk: PublishedDesk) => Promise<T>, isNothing: (found: T) => boolean): Promise<T> {
    const desk = await this.desk();
    const [first] = await Promise.allSettled([look(desk)]);
    if (first.status === "fulfilled" && !isNothing(first.value)) return first.value;
    const newest = await this.#newest();
    if (newest !== desk) return look(newest);
    if (first.status === "rejected") throw first.reason;
    return first.value;
  }

  /** Asked for once however often it is wanted at the same time. */
  #newest(): Promise<PublishedDesk> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<PublishedDesk> {
    const askedAt = this.#now();
    const { version, articles } = versionIn(await this.#load(versionName, "no-cache"));
    if (this.#desk?.version !== version) this.#desk = await openDesk(this.#load, version, articles);
    this.#askedAt = askedAt;
    return this.#desk;
  }
}

async function openDesk(from: LoadFrom, version: string, articles: number): Promise<PublishedDesk> {
  // A text whose words are the same does not change the version, but may be set otherwise.
  const usual = (name: string) => (name.startsWith("texts/") ? "no-cache" : "default");
  const load: LoadBytes = (name, cache) => from(`${name}?v=${version}`, cache ?? usual(name));
  const fold = new SearchFold(await loadFile(load, "han.bin", decodeHan));
  let names: Promise<SearchNames> | undefined;
  return {
    ...{ version, fold, index: new SearchIndex(articles, load) },
    names() {
      names ??= loadFile(load, "names.json", namesIn);
      names.catch(() => {
        names = undefined;
      });
      return names;
    },
  };
}

function versionIn(bytes: Uint8Array): SearchVersion {
  const { articles, version }: Partial<SearchVersion> = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof articles !== "number" || typeof version !== "string") throw new GarbledBytes("not a version");
  return { articles, version };
}

function namesIn(bytes: Uint8Array): SearchNames {
  const names: SearchNames = JSON.parse(new TextDecoder().decode(bytes));
  if (!Array.isArray(names.columns)) throw new GarbledBytes("not names");
  return names;
}
