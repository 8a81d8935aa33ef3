/** What is found where a file should be. */
export type Found =
  | { readonly kind: "file"; readonly bytes: Buffer; readonly headers?: Headers }
  | { readonly kind: "nothing" }
  | { readonly kind: "unreadable"; readonly why: string };

/** A site as it lies in a folder or is served by a host. */
export interface PublishedSite {
  /** All its files; nothing where only what is asked for by name can be seen. */
  readonly paths: readonly string[] | undefined;
  /** Loads the file at `path`, which should have `size` bytes: what is very much longer is not read to its end. */
  load(path: string, size: number): Promise<Found>;
  /** How many files may be asked for at once. */
  readonly atOnce: number;
}
