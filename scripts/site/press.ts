import { htmlPageKinds } from "../../layouts/render-page.tsx";
import { outputFile } from "../edition/addresses.ts";
import type { PageKind } from "../edition/page.ts";
import { contentHash } from "../store/content-hash.ts";
import type { UrlPath } from "../text/brands.ts";
import { type Mark, writtenMark } from "./output-ledger.ts";

/** Every kind of page, in the order in which they are written. Each is one virtual template. */
export const pageKinds = [
  ...htmlPageKinds,
  "atom",
  "jsonFeed",
  "siteMap",
  "siteMapIndex",
  "newsSiteMap",
  "robots",
] as const satisfies readonly PageKind[];

/** A page as Eleventy gets it. */
export interface PrintedPage {
  readonly kind: PageKind;
  readonly path: UrlPath;
  /** The whole file, in memory of its own: it is handed over to the thread that writes it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The page `path` with this text, in UTF-8. */
export function printedPage({ kind, path }: Pick<PrintedPage, "kind" | "path">, text: string): PrintedPage {
  // Not `Buffer.from`, whose memory short texts share, nor `TextEncoder`, which takes twice as long.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return { kind, path, bytes };
}

/** A page, or another file that was made, as it was written. */
export interface WrittenPage {
  readonly path: UrlPath;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of `bytes`, in 64 hexadecimal digits. */
  readonly sha256: string;
  readonly mark: Mark;
}

/** `page` as whoever wrote it below `out` has left it. */
export function writtenPage({ path, bytes }: Pick<PrintedPage, "path" | "bytes">, out: string): WrittenPage {
  return { path, bytes, sha256: contentHash(bytes), mark: writtenMark(out, outputFile(path), bytes.length) };
}

/** What goes over to another thread with `pages`, and comes back when they are written. */
export function buffersOf(pages: readonly Pick<PrintedPage, "bytes">[]): readonly ArrayBuffer[] {
  return pages.map(({ bytes }) => bytes.buffer);
}

/** What Eleventy is to write: pages that are printed already. */
export class Press {
  #bytes: ReadonlyMap<string, Buffer> = new Map();
  #ids = idsByKind([]);

  /** Puts `pages` in place of those before. */
  load(pages: readonly PrintedPage[]): void {
    this.#bytes = new Map(pages.map(({ path, bytes }) => [path, Buffer.from(bytes.buffer)]));
    this.#ids = idsByKind(pages);
  }

  /** The addresses of the pages of each kind: all that Eleventy is told of them. */
  get ids(): Readonly<Record<string, readonly UrlPath[]>> {
    return this.#ids;
  }

  /** The whole file of the page `id`. */
  print(id: string): Buffer {
    const bytes = this.#bytes.get(id);
    if (bytes === undefined) throw new Error(`no page ${id}`);
    return bytes;
  }
}

/** Eleventy wants a list, if an empty one, for every kind. */
function idsByKind(pages: readonly PrintedPage[]): Readonly<Record<string, readonly UrlPath[]>> {
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
