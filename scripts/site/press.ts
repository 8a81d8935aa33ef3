import { outputFile } from "../edition/addresses.ts";
import type { Frame, Page, PageKind } from "../edition/page.ts";
import type { OutputFile } from "../edition/picture-desk.ts";
import { renderOutput } from "./render-output.ts";

/** Every kind of page, in the order in which they are written. Each is one virtual template. */
export const pageKinds = [
  "article",
  "front",
  "column",
  "archive",
  "topic",
  "person",
  "source",
  "directory",
  "corrections",
  "search",
  "standing",
  "expired",
  "notFound",
  "redirect",
  "atom",
  "jsonFeed",
  "siteMap",
  "siteMapIndex",
  "newsSiteMap",
  "robots",
  "searchIndex",
] as const satisfies readonly PageKind[];

/** What is to be printed: an edition's pages and files. A preview loads it anew before every rebuild. */
export class Press {
  #pages: ReadonlyMap<string, Page> = new Map();
  #ids = idsByKind([]);
  #files: readonly OutputFile[] = [];
  #frame: Frame | undefined;

  /** Called after every page, for progress. */
  onPage: () => void = () => {};

  /** Loads the pages and files of an edition in place of those before. */
  load(pages: readonly Page[], files: readonly OutputFile[], frame: Frame): void {
    this.#pages = new Map(pages.map((page) => [page.path, page]));
    if (this.#pages.size !== pages.length) throw new Error("two pages share one address");
    this.#ids = idsByKind(pages);
    this.#files = files;
    this.#frame = frame;
  }

  /** The addresses of the pages of each kind: all that Eleventy is told of them. */
  get ids(): Readonly<Partial<Record<PageKind, readonly string[]>>> {
    return this.#ids;
  }

  /** Files that no template makes. */
  get files(): readonly OutputFile[] {
    return this.#files;
  }

  /** All files that a whole run writes, below the output folder. */
  get paths(): readonly string[] {
    return [...this.#pages.values(), ...this.#files].map(({ path }) => outputFile(path));
  }

  /** How many pages a whole run prints. */
  get pageCount(): number {
    return this.#pages.size;
  }

  /** The text of the page `id`. */
  print(id: string): string {
    const page = this.#pages.get(id);
    if (page === undefined || this.#frame === undefined) throw new Error(`no page ${id}`);
    const text = renderOutput(page, this.#frame);
    this.onPage();
    return text;
  }
}

/** Eleventy wants a list, if an empty one, for every kind. */
function idsByKind(pages: readonly Page[]): Readonly<Partial<Record<PageKind, readonly string[]>>> {
  return Object.fromEntries(
    pageKinds.map((kind) => [kind, pages.filter((page) => page.kind === kind).map(({ path }) => path)]),
  );
}

let loaded: Press | undefined;

/** Makes `press` the one that `.eleventy.ts` prints with: Eleventy loads its configuration by itself, without arguments. */
export function setPress(press: Press): void {
  loaded = press;
}

/** The press set last. */
export function currentPress(): Press {
  if (loaded === undefined) throw new Error("Run npm run build or npm start: Eleventy alone has nothing to print.");
  return loaded;
}
