import { posix } from "node:path";
import type { EncodedForm, EncodedPicture } from "../images/encoded-picture.ts";
import { pictureProblem } from "../images/picture-problem.ts";
import type { PictureFault } from "../images/read-picture.ts";
import type { Place, Problem } from "../report/problem.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Shelves } from "../store/shelves.ts";
import { type Store, storeKey } from "../store/store.ts";
import { urlPath } from "../text/brands.ts";
import { slugOf } from "../text/slug.ts";
import { endingOf } from "./content-kinds.ts";
import type { UsedPicture } from "./edition.ts";
import type { PublishedPicture, PublishedPictures } from "./fill-text.ts";
import type { Content } from "./load-content.ts";
import type { OutputFile } from "./output-file.ts";

/** Pictures at work at one time: one a core of the smallest machine we build on. */
const atOnce = 2;

/** A picture encoded for readers, without the bytes of its files, each of which is kept under a key of its own. */
interface Encoded extends Omit<EncodedPicture, "forms" | "tone"> {
  readonly tone?: EncodedPicture["tone"];
  readonly forms: readonly (Omit<EncodedForm, "files"> & {
    /** `hash` of the bytes. */
    readonly files: readonly { readonly width: number; readonly hash: string }[];
  })[];
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

  /** Encodes `used`, which `check` found good. Their addresses carry a hash of what they show, and so never show anything else. */
  async publish(
    folder: PictureFolder,
    used: readonly UsedPicture[],
    onPicture?: (done: number, total: number) => void,
  ): Promise<{ readonly pictures: PublishedPictures; readonly files: readonly OutputFile[] }> {
    let done = 0;
    const made = await inTurns(used, async (each) => {
      const encoded = await this.#encoded(folder, each);
      onPicture?.(++done, used.length);
      return { each, encoded, picture: publishedPicture(each.file, encoded) };
    });
    const outputs = made.flatMap(({ each, encoded, picture }) =>
      encoded.forms.flatMap(({ files }, form) =>
        files.map(({ hash }, at): readonly [string, OutputFile] => {
          const path = picture.forms[form]?.files[at]?.path ?? picture.path;
          return [path, { path, key: hash, bytes: () => this.#bytesOf(folder, each, hash) }];
        }),
      ),
    );
    return {
      pictures: new Map(made.map(({ each, picture }) => [each.file, picture])),
      files: [...new Map(outputs).values()],
    };
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

  async #encoded(folder: PictureFolder, used: UsedPicture): Promise<Encoded> {
    const key = this.#keyOf(folder.ids.of(used.file), used);
    const record = this.#store.get(key);
    if (record === undefined) return (await this.#encode(folder, used)).encoded;
    const known: Encoded = JSON.parse(record.toString());
    const keys = hashesOf(known).map((hash) => bytesKey(key, hash));
    // Their bytes are loaded when they are written; here it is enough that they are wanted.
    for (const each of keys) this.#store.use(each);
    return keys.every((each) => this.#store.has(each)) ? known : (await this.#encode(folder, used)).encoded;
  }

  /** Encodes a picture and remembers it; `bytes` by their hash. */
  async #encode(folder: PictureFolder, used: UsedPicture) {
    const { encodePicture } = await import("../images/encode-picture.ts");
    const original = folder.ids.load(used.file);
    const picture = await encodePicture(original.bytes, used.credit);
    // Of what was read now: the file may have been changed since it was looked at.
    const key = this.#keyOf(original.id, used);
    const bytes = new Map<string, Uint8Array>();
    const keep = ({ width, bytes: file }: EncodedForm["files"][number]) => {
      const hash = contentHash(file);
      bytes.set(hash, file);
      this.#store.set(bytesKey(key, hash), file, hash);
      return { width, hash };
    };
    const forms = picture.forms.map((form) => ({ ...form, files: form.files.map(keep) }));
    const encoded: Encoded = { ...picture, forms };
    this.#store.set(key, Buffer.from(JSON.stringify(encoded)));
    return { encoded, bytes };
  }

  async #bytesOf(folder: PictureFolder, used: UsedPicture, hash: string): Promise<Uint8Array> {
    const known = this.#store.get(bytesKey(this.#keyOf(folder.ids.of(used.file), used), hash));
    if (known !== undefined) return known;
    const anew = (await this.#encode(folder, used)).bytes.get(hash);
    if (anew === undefined) throw new Error(`${used.file} is not encoded as it was`);
    return anew;
  }

  #keyOf(id: string, { credit }: UsedPicture): string {
    return storeKey("picture", this.#code, id, credit);
  }
}

function hashesOf({ forms }: Encoded): readonly string[] {
  return forms.flatMap(({ files }) => files.map(({ hash }) => hash));
}

function bytesKey(key: string, hash: string): string {
  return storeKey(key, hash);
}

/** All files of a picture have one name, and end in their widths. */
function publishedPicture(file: string, encoded: Encoded): PublishedPicture {
  const { width, height, tone } = encoded;
  const name = slugOf(posix.basename(file).replace(/\.[^.]+$/u, ""));
  const hash = contentHash(hashesOf(encoded).join()).slice(0, 12);
  const stem = `/pictures/${name === "" ? "" : `${name}-`}${hash}`;
  const forms = encoded.forms.map(({ type, ending, isStill, files }) => ({
    type,
    isStill,
    files: files.map((each) => ({
      width: each.width,
      path: urlPath(`${stem}${isStill ? "-still" : ""}-${each.width}.${ending}`),
    })),
  }));
  const path = forms.at(-1)?.files.at(-1)?.path;
  if (path === undefined) throw new Error(`no file of ${file}`);
  return { path, width, height, tone, forms };
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
