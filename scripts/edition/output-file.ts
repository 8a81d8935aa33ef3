import type { UrlPath } from "../text/brands.ts";

/** A file of the output that no template makes, its bytes loaded when they are written. */
export interface OutputFile {
  readonly path: UrlPath;
  /** Another for any other bytes. */
  readonly key: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}
