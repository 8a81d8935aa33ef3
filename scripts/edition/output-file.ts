import type { UrlPath } from "../text/brands.ts";

/** A file of the output that no template makes, its bytes loaded when they are written. */
export interface OutputFile {
  readonly path: UrlPath;
  /** Another for any other bytes: their SHA-256, or of what they are made from, a key of the store. */
  readonly key: string;
  /** True where the key is not the bytes' own. Copies of files have theirs, since a file may change before it is copied. */
  readonly isMade?: true;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}
