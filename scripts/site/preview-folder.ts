import { outputFile } from "../edition/addresses.ts";
import type { Shelves } from "../store/shelves.ts";
import type { UrlPath } from "../text/brands.ts";
import { OutputLedger } from "./output-ledger.ts";
import { OutputWriter, writeBelow } from "./output-writer.ts";
import { type PrintedPage, printedPage } from "./press.ts";
import type { Site, SitePage } from "./site.ts";

/** So many pages are compared, or written, before requests get their turn. */
const pagesAtATime = 100;

/** A page that is not yet what the site says. */
interface StalePage {
  readonly file: string;
  readonly key: string;
  readonly page: SitePage;
}

/** Where and by whom a preview is written. */
export interface PreviewPlace {
  /** The output folder, as a path of the machine. */
  readonly out: string;
  /** Where it is noted what was published there. */
  readonly shelves: Shelves;
  /** Writes pages into the folder: Eleventy. */
  readonly write: (pages: readonly PrintedPage[]) => Promise<void>;
}

/**
 * The output folder of a preview that lives. Nobody else writes there meanwhile, so what it holds is known without looking.
 *
 * A page is brought up to date when somebody asks for it, and the others after that: what an editor looks at does not wait for
 * the rest of the site. The folder counts as unfinished and can never be published.
 */
export class PreviewFolder {
  readonly #place: PreviewPlace;
  readonly #writer: OutputWriter;
  /** What each file in the folder was made from. */
  readonly #keys = new Map<string, string>();
  /** Pages of the site, by file, that have not been compared with what is there. */
  #doubtful = new Map<string, SitePage>();
  /** What is being written: Eleventy does one thing at a time. */
  #turn: Promise<void> = Promise.resolve();

  private constructor(place: PreviewPlace, writer: OutputWriter) {
    this.#place = place;
    this.#writer = writer;
  }

  /** Takes over the folder as it was when `site` had been published to it, and holds it until `close`. */
  static async open(site: Site, place: PreviewPlace): Promise<PreviewFolder> {
    const writer = await OutputWriter.open(place.out);
    if (!(writer instanceof OutputWriter)) throw new Error(`${place.out} is written by process ${writer.pid}`);
    const folder = new PreviewFolder(place, writer);
    const ledger = new OutputLedger(place.out, place.shelves);
    const files = [...byFile(site.pages).keys(), ...byFile(site.files).keys()];
    const untouched = await ledger.untouched();
    for (const file of files) {
      const row = untouched.get(file);
      if (row !== undefined) folder.#keys.set(file, row.key);
    }
    folder.#claim(new Set(files));
    return folder;
  }

  /** Makes `site` the one that is shown: removes what is not of it, and writes all but the pages, which are doubtful from now on. */
  async show(site: Site): Promise<void> {
    await this.#turn;
    const pages = byFile(site.pages);
    const files = byFile(site.files);
    const planned = new Set([...pages.keys(), ...files.keys()]);
    const isSame = planned.size === this.#keys.size && [...planned].every((file) => this.#keys.has(file));
    if (!isSame) this.#claim(planned);
    this.#doubtful = pages;
    for (const [file, { key, bytes }] of files) {
      if (this.#keys.get(file) === key) continue;
      this.#keys.delete(file);
      writeBelow(this.#place.out, file, await bytes());
      this.#keys.set(file, key);
    }
  }

  /** Brings the page that is served at `address`, a path as browsers send it, up to date. */
  async prove(address: string): Promise<void> {
    const file = this.#fileAt(address);
    const page = this.#doubtful.get(file);
    const stale = page && this.#compare(file, page);
    if (stale === undefined) await this.#turn;
    else await this.#write([stale]);
  }

  /** Brings all other pages up to date, and ends early when `isWanted` no longer says so. */
  async proveAll(isWanted: () => boolean): Promise<void> {
    const stale: StalePage[] = [];
    let compared = 0;
    for (const [file, page] of this.#doubtful) {
      const found = this.#compare(file, page);
      if (found !== undefined) stale.push(found);
      if (stale.length === pagesAtATime) await this.#write(stale.splice(0));
      if (++compared % pagesAtATime === 0) await new Promise(setImmediate);
      if (!isWanted()) return;
    }
    await this.#write(stale);
  }

  /** What is served at `address`: another text for any other page, and the same for all addresses where there is none. */
  keyAt(address: string): string {
    return this.#keys.get(this.#fileAt(address)) ?? "";
  }

  /** Lets go of the folder, when all that was begun is written. */
  async close(): Promise<void> {
    this.#doubtful.clear();
    await this.#turn;
    this.#writer.close();
  }

  /** Says that `planned` are all files there will be, and removes the others. */
  #claim(planned: ReadonlySet<string>): void {
    const fresh = [...planned].filter((file) => !this.#keys.has(file));
    const hindrance = this.#writer.begin([...planned], fresh);
    if (hindrance !== undefined) throw new Error(`${this.#place.out}: ${JSON.stringify(hindrance)}`);
    for (const file of this.#keys.keys()) if (!planned.has(file)) this.#keys.delete(file);
  }

  /** `page` when what is there is not what it says; it is doubtful until it has been written. */
  #compare(file: string, page: SitePage): StalePage | undefined {
    const key = page.key();
    if (this.#keys.get(file) !== key) return { file, key, page };
    this.#doubtful.delete(file);
    return undefined;
  }

  /** Has those of `stale` written that nobody else has asked for meanwhile. */
  #write(stale: readonly StalePage[]): Promise<void> {
    const pages = stale.filter(({ file, page }) => this.#doubtful.get(file) === page);
    if (pages.length === 0) return this.#turn;
    const printed = pages.map(({ page }) => printedPage(page, page.text()));
    for (const { file } of pages) {
      this.#doubtful.delete(file);
      // A file that is not written to its end is not what it was either.
      this.#keys.delete(file);
    }
    const turn = this.#turn.then(async () => {
      await this.#place.write(printed);
      for (const { file, key } of pages) this.#keys.set(file, key);
    });
    this.#turn = turn.catch(() => {
      for (const { file, page } of pages) this.#doubtful.set(file, page);
    });
    return turn;
  }

  /** The file served at `address`; as on a host, the page that says so where there is none. */
  #fileAt(address: string): string {
    const path = decodeURIComponent(address).slice(1);
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const found = [file, `${file}/index.html`].find((each) => this.#doubtful.has(each) || this.#keys.has(each));
    return found ?? "404.html";
  }
}

function byFile<T extends { readonly path: UrlPath }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((each) => [outputFile(each.path), each]));
}
