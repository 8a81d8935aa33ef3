import { readFileSync } from "node:fs";
import { posix } from "node:path";
import sharp from "sharp";
import { encodePicture } from "../images/encode-picture.ts";
import { pictureProblem } from "../images/picture-problem.ts";
import { type PictureFault, readPicture } from "../images/read-picture.ts";
import type { Place, Problem } from "../report/problem.ts";
import { contentHash } from "../store/content-hash.ts";
import type { FileStore, StoredFile } from "../store/file-store.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { slugOf } from "../text/slug.ts";
import { endingOf } from "./content-kinds.ts";
import type { PublishedPicture, PublishedPictures } from "./fill-text.ts";
import { type Content, loadFile } from "./load-content.ts";

/** A file of the output, its bytes loaded when they are written. */
export interface OutputFile {
  readonly path: UrlPath;
  readonly bytes: () => Uint8Array;
  /** True when `path` carries a hash of what the file shows: once written, it never changes. */
  readonly isNamedByContent: boolean;
}

/** Pictures at work at one time: one a core of the smallest machine we build on. */
const atOnce = 2;

/** Checks pictures and encodes them for readers; what it once encoded it finds again in its store. */
export class PictureDesk {
  readonly #store: FileStore;
  readonly #faults = new Map<string, PictureFault | undefined>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** The problems of all pictures in use, at every place that shows them. */
  async check(
    content: Pick<Content, "root">,
    uses: ReadonlyMap<string, readonly Place[]>,
    onPicture?: (done: number, total: number) => void,
  ): Promise<readonly Problem[]> {
    let done = 0;
    const checked = await inTurns([...uses], async ([file, places]) => {
      const fault = await this.#faultOf(loadFile(content, file), endingOf(file));
      onPicture?.(++done, uses.size);
      return fault === undefined ? [] : places.map((place) => pictureProblem(fault, file, place));
    });
    return checked.flat();
  }

  /** Encodes `files`, which `check` found good. Their addresses carry a hash of what they show, and so never show anything else. */
  async publish(
    content: Pick<Content, "root">,
    files: readonly string[],
    onPicture?: (done: number, total: number) => void,
  ): Promise<{
    readonly pictures: PublishedPictures;
    readonly files: readonly OutputFile[];
  }> {
    let done = 0;
    const made = await inTurns(files, async (file) => {
      const stored = await this.#encoded(loadFile(content, file));
      onPicture?.(++done, files.length);
      return { file, stored, picture: publishedPicture(file, stored) };
    });
    const outputs = new Map(made.map(({ stored, picture }) => [picture.path, () => readFileSync(stored.file)]));
    return {
      pictures: new Map(made.map(({ file, picture }) => [file, picture])),
      files: [...outputs].map(([path, bytes]) => ({ path, bytes, isNamedByContent: true })),
    };
  }

  async #faultOf(bytes: Uint8Array, ending: string): Promise<PictureFault | undefined> {
    const key = `${contentHash(bytes)}.${ending}`;
    if (this.#faults.has(key)) return this.#faults.get(key);
    const { fault } = await readPicture(bytes, ending);
    this.#faults.set(key, fault);
    return fault;
  }

  async #encoded(bytes: Uint8Array): Promise<StoredFile> {
    const key = contentHash(`${encoder} ${contentHash(bytes)}`);
    const known = this.#store.find(key);
    if (known !== undefined) return known;
    const { bytes: made, width, height, ending } = await encodePicture(bytes);
    return this.#store.keep(key, `${width}x${height}.${ending}`, made);
  }
}

/** What an encoded picture depends on besides its bytes: our code and the versions of the libraries. */
const encoder = contentHash(
  JSON.stringify(sharp.versions) +
    ["decoder.ts", "encode-picture.ts", "picture-kinds.ts"]
      .map((name) => readFileSync(new URL(`../images/${name}`, import.meta.url), "utf8"))
      .join(""),
);

function publishedPicture(file: string, { label, file: stored }: StoredFile): PublishedPicture {
  const [size = "", ending = ""] = label.split(".");
  const [width = 0, height = 0] = size.split("x").map(Number);
  const hash = stored.slice(stored.lastIndexOf(".") + 1).slice(0, 12);
  const name = slugOf(posix.basename(file).replace(/\.[^.]+$/u, ""));
  return {
    path: urlPath(`/pictures/${name === "" ? "" : `${name}-`}${hash}.${ending}`),
    width,
    height,
  };
}

/** `work` on each of `all`, a few at a time; results in the order of `all`. */
async function inTurns<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = new Array(all.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) {
      const each = all[index];
      if (each !== undefined) results[index] = await work(each);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
