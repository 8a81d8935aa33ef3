import { posix } from "node:path";
import type { UrlPath } from "../text/brands.ts";
import { nearest } from "../text/nearest.ts";

/** Something of this site that editors can point at. */
export interface Target {
  readonly path: UrlPath;
  /** The manuscript it comes from; absent for pages the site makes by itself. */
  readonly file?: string | undefined;
  /** False for what readers may not see at this instant. */
  readonly isPublished: boolean;
  /** True for an article that lists show: published, neither retracted nor expired. */
  readonly isListed?: boolean | undefined;
  /** True for a file with errors of its own: nothing more is said about what points at it. */
  readonly isUnread?: boolean | undefined;
  /** What may stand behind `#`; absent where that is not checked. */
  readonly anchors?: readonly string[] | undefined;
}

/** A reference that leads somewhere: the target, and what stood behind `?` and `#`. */
export interface Found {
  readonly target: Target;
  /** With its `?`; empty for none. */
  readonly query: string;
  readonly anchor?: string | undefined;
}

/** So many suggestions an edition gets: each looks at every file, and a report shows no more of one kind anyway. */
const mostSuggestions = 60;

/** Finds what editors name: by file (relative, or from `content/` with a leading `/`) or by address. */
export class AddressBook {
  readonly #byFile = new Map<string, Target>();
  readonly #byPath = new Map<string, Target>();
  readonly #addresses: readonly string[];
  #suggestions = 0;

  /** @param addresses absolute URLs of the site, each ending in `/`; references that begin with one are the site's own */
  constructor(addresses: readonly string[]) {
    this.#addresses = addresses;
  }

  /** Enters `target` under its address and, when it has one, its file. The first holder of an address keeps it. */
  enter(target: Target): void {
    if (!this.#byPath.has(target.path)) this.#byPath.set(target.path, target);
    if (target.file === undefined) return;
    this.#byFile.set(target.file, target);
    // Some systems write é and が as two characters in names of files, whatever was typed.
    const whole = target.file.normalize("NFC");
    if (!this.#byFile.has(whole)) this.#byFile.set(whole, target);
  }

  /** Enters an old address of `target`. */
  enterAlias(alias: string, target: Target): void {
    if (!this.#byPath.has(alias)) this.#byPath.set(alias, target);
  }

  /** True when readers find something at `path`. */
  isPublished(path: UrlPath): boolean {
    return this.#byPath.get(path)?.isPublished === true;
  }

  /** True when `reference` is an absolute URL of this site. */
  isOwn(reference: string): boolean {
    return this.#withoutAddress(reference) !== reference;
  }

  /** The file nearest to `reference`, written in `from`, as one would write it from `content/`; nothing when none is near. */
  suggestion(reference: string, from: string, among: Iterable<string> = this.#byFile.keys()): string | undefined {
    if (++this.#suggestions > mostSuggestions) return undefined;
    const sought = contentFile(reference, from) ?? reference;
    const name = posix.basename(sought);
    const files = [...among];
    const found = nearest(sought, files) ?? files.find((file) => posix.basename(file) === name);
    return found === undefined ? undefined : `/${found}`;
  }

  /** What `reference`, written in the manuscript `from`, names; `undefined` when there is no such thing. */
  find(reference: string, from: string): Found | undefined {
    const [written = "", anchor] = splitAnchor(this.#withoutAddress(reference));
    const [before = "", query] = written.split(/(?=\?)/u, 2);
    const target = this.#byFileName(before, from) ?? this.#byAddress(before);
    return target && { target, query: query ?? "", anchor };
  }

  #withoutAddress(reference: string): string {
    const own = this.#addresses.find((address) => reference.startsWith(address));
    return own === undefined ? reference : `/${reference.slice(own.length)}`;
  }

  #byFileName(reference: string, from: string): Target | undefined {
    const file = contentFile(reference, from);
    if (file === undefined) return undefined;
    return this.#byExactName(file) ?? this.#byExactName(file.normalize("NFC"));
  }

  #byExactName(file: string): Target | undefined {
    // An article in a folder of its own may be named by the folder, or as if it had none.
    return this.#byFile.get(file) ?? this.#byFile.get(`${file.replace(/\.md$|\/$/u, "")}/index.md`);
  }

  #byAddress(reference: string): Target | undefined {
    if (!reference.startsWith("/")) return undefined;
    return this.#byPath.get(reference) ?? this.#byPath.get(`${reference}/`);
  }
}

/** The path below `content/` that `reference` names when it stands in the file `from`; `undefined` outside the folder. */
export function contentFile(reference: string, from: string): string | undefined {
  if (reference === "") return undefined;
  const written = decoded(reference);
  const joined = written.startsWith("/") ? posix.normalize(written.slice(1)) : posix.join(posix.dirname(from), written);
  return joined.startsWith("../") || joined === ".." || joined.startsWith("/") ? undefined : joined;
}

/** `reference` before and after its `#`; the anchor is decoded. */
export function splitAnchor(reference: string): readonly [before: string, anchor: string | undefined] {
  const hash = reference.indexOf("#");
  return hash < 0 ? [reference, undefined] : [reference.slice(0, hash), decoded(reference.slice(hash + 1))];
}

/** `text` with its `%XX` read, or as it is where they are no UTF-8. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
