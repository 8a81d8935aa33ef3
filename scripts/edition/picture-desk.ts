import { posix } from "node:path";
import { pictureProblem } from "../images/picture-problem.ts";
import type { PictureFault } from "../images/read-picture.ts";
import type { Place, Problem } from "../report/problem.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Shelves } from "../store/shelves.ts";
import { type Store, storeKey } from "../store/store.ts";
import { urlPath } from "../text/brands.ts";
import { slugOf } from "../text/slug.ts";
import { endingOf } from "./content-kinds.ts";
import type { PublishedPicture, PublishedPictures } from "./fill-text.ts";
import type { Content } from "./load-content.ts";
import type { OutputFile } from "./output-file.ts";

/** Pictures at work at one time: one a core of the smallest machine we build on. */
const atOnce = 2;

/** A picture encoded for readers. */
interface Encoded {
  readonly width: number;
  readonly height: number;
  readonly ending: string;
  /** Of its bytes, which are kept under the same key with `bytes` added. */
  readonly hash: string;
}

/** A folder's pictures and what they hold. */
type PictureFolder = Pick<Content, "ids">;

/** Checks pictures and encodes them for readers; what it once found and made it remembers. */
export class PictureDesk {
  readonly #shelves: Shelves;
  readonly #code: string;

  /** @param code a hash of the code that reads and encodes pictures, libraries included */
  constructor(shelves: Shelves, code: string) {
    this.#shelves = shelves;
    this.#code = code;
  }

  /** The problems of all pictures in use, at every place that shows them. */
  async check(
    folder: PictureFolder,
    uses: ReadonlyMap<string, readonly Place[]>,
    onPicture?: (done: number, total: number) => void,
  ): Promise<readonly Problem[]> {
    let done = 0;
    const checked = await inTurns([...uses], async ([file, places]) => {
      const fault = await this.#faultOf(folder, file);
      onPicture?.(++done, uses.size);
      return fault === undefined ? [] : places.map((place) => pictureProblem(fault, file, place));
    });
    return checked.flat();
  }

  /** Encodes `files`, which `check` found good. Their addresses carry a hash of what they show, and so never show anything else. */
  async publish(
    folder: PictureFolder,
    files: readonly string[],
    onPicture?: (done: number, total: number) => void,
  ): Promise<{ readonly pictures: PublishedPictures; readonly files: readonly OutputFile[] }> {
    let done = 0;
    const made = await inTurns(files, async (file) => {
      const encoded = await this.#encoded(folder, file);
      onPicture?.(++done, files.length);
      return { file, encoded, picture: publishedPicture(file, encoded) };
    });
    const outputs = new Map(
      made.map(({ file, encoded, picture }) => [
        picture.path,
        { path: picture.path, key: encoded.hash, bytes: () => this.#bytesOf(folder, file) },
      ]),
    );
    return { pictures: new Map(made.map(({ file, picture }) => [file, picture])), files: [...outputs.values()] };
  }

  get #store(): Store {
    return this.#shelves.on("pictures");
  }

  async #faultOf(folder: PictureFolder, file: string): Promise<PictureFault | undefined> {
    const ending = endingOf(file);
    const keyOf = (id: string) => storeKey("fault", this.#code, id, ending);
    const known = this.#store.get(keyOf(folder.ids.of(file)));
    if (known !== undefined) return JSON.parse(known.toString())[0];
    const { readPicture } = await import("../images/read-picture.ts");
    const { id, bytes } = folder.ids.load(file);
    const { fault } = await readPicture(bytes, ending);
    this.#store.set(keyOf(id), Buffer.from(JSON.stringify(fault === undefined ? [] : [fault])));
    return fault;
  }

  async #encoded(folder: PictureFolder, file: string): Promise<Encoded> {
    const key = this.#keyOf(folder, file);
    const known = this.#store.get(key);
    // Its bytes are loaded when they are written; here it is enough that they are wanted.
    this.#store.use(bytesKey(key));
    if (known !== undefined && this.#store.has(bytesKey(key))) return JSON.parse(known.toString());
    const { encodePicture } = await import("../images/encode-picture.ts");
    const original = folder.ids.load(file);
    const { bytes, width, height, ending } = await encodePicture(original.bytes);
    const encoded: Encoded = { width, height, ending, hash: contentHash(bytes) };
    // Of what was read now: the file may have been changed since it was looked at.
    const ownKey = storeKey("picture", this.#code, original.id);
    this.#store.set(bytesKey(ownKey), bytes);
    this.#store.set(ownKey, Buffer.from(JSON.stringify(encoded)));
    return encoded;
  }

  async #bytesOf(folder: PictureFolder, file: string): Promise<Uint8Array> {
    const known = this.#store.get(bytesKey(this.#keyOf(folder, file)));
    if (known !== undefined) return known;
    const { encodePicture } = await import("../images/encode-picture.ts");
    return (await encodePicture(folder.ids.load(file).bytes)).bytes;
  }

  #keyOf(folder: PictureFolder, file: string): string {
    return storeKey("picture", this.#code, folder.ids.of(file));
  }
}

function bytesKey(key: string): string {
  return storeKey(key, "bytes");
}

function publishedPicture(file: string, { width, height, ending, hash }: Encoded): PublishedPicture {
  const name = slugOf(posix.basename(file).replace(/\.[^.]+$/u, ""));
  const path = urlPath(`/pictures/${name === "" ? "" : `${name}-`}${hash.slice(0, 12)}.${ending}`);
  return { path, width, height };
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
