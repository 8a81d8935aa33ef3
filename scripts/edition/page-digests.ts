import { contentHash } from "../store/content-hash.ts";

/**
 * Tells values apart by what they hold: two of them have the same digest when a layout would print the same from them.
 *
 * Values that many pages share are written out once and stand in the others by their digest.
 */
export class PageDigests {
  readonly #known = new WeakMap<object, string>();

  /** `value`, known to be shared from now on. It must not change any more. */
  share<T extends object>(value: T): T {
    if (!this.#known.has(value)) this.#known.set(value, contentHash(this.#members(value)));
    return value;
  }

  /** The digest of `value`, which holds nothing but text, numbers, truth values, lists and records of such. */
  of(value: unknown): string {
    return contentHash(this.#written(value));
  }

  #written(value: unknown): string {
    switch (typeof value) {
      case "string":
        // The length first, so that no text can look like what stands around it.
        return `${value.length}"${value}`;
      case "object":
        return value === null ? "null" : (this.#known.get(value) ?? this.#members(value));
      case "number":
      case "boolean":
      case "undefined":
        return String(value);
      default:
        throw new Error(`a page cannot be made from a ${typeof value}`);
    }
  }

  #members(value: object): string {
    let members = "";
    if (Array.isArray(value)) {
      for (const each of value) members += `${this.#written(each)},`;
      return `[${members}]`;
    }
    if (!isRecord(value)) throw new Error("a page cannot be made from an object without members");
    // Not `Object.entries`, which takes twice as long: every page of the edition comes by here.
    for (const name in value) {
      const each = value[name];
      if (each !== undefined) members += `${name}:${this.#written(each)},`;
    }
    return `{${members}}`;
  }
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  const kind = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
}
