import { htmlPageKinds } from "../../layouts/render-page.tsx";
import { outputFile } from "../edition/addresses.ts";
import type { Frame, Page, PageKind } from "../edition/page.ts";
import type { OutputFile } from "../edition/picture-desk.ts";
import type { UrlPath } from "../text/brands.ts";
import { renderOutput } from "./render-output.ts";

/** Every kind of page, in the order in which they are written. Each is one virtual template. */
export const pageKinds = [
  ...htmlPageKinds,
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

  /** Called with every page that is printed. */
  onPage: (path: UrlPath, text: string) => void = () => {};

  /** Loads the pages and files of an edition in place of those before. */
  load(pages: readonly Page[], files: readonly OutputFile[], frame: Frame): void {
    this.#pages = byAddress(pages);
    this.#ids = idsByKind(pages);
    this.#files = files;
    this.#frame = frame;
  }

  /** The addresses of the pages of each kind: all that Eleventy is told of them. */
  get ids(): Readonly<Record<string, readonly UrlPath[]>> {
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
    this.onPage(page.path, text);
    return text;
  }
}

function byAddress(pages: readonly Page[]): ReadonlyMap<string, Page> {
  const found = new Map<string, Page>();
  for (const page of pages) {
    const first = found.get(page.path);
    if (first !== undefined) throw new Error(`${page.path} is the address of two pages: ${first.kind}, ${page.kind}`);
    found.set(page.path, page);
  }
  return found;
}

/** Eleventy wants a list, if an empty one, for every kind. */
function idsByKind(pages: readonly Page[]): Readonly<Record<string, readonly UrlPath[]>> {
  // `get` takes the kinds of the list alone: with one missing there, this does not compile.
  const ids = new Map<(typeof pageKinds)[number], UrlPath[]>(pageKinds.map((kind) => [kind, []]));
  for (const { kind, path } of pages) ids.get(kind)?.push(path);
  return Object.fromEntries(ids);
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
