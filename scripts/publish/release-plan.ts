import { manifestName } from "../edition/output-names.ts";
import type { Manifest } from "../verify/manifest.ts";
import type { Publication } from "../verify/statement.ts";

/** Everything that publishing one release does, decided before any of it is done. */
export interface ReleasePlan {
  readonly id: string;
  /** The folder the site is taken from. */
  readonly from: string;
  readonly manifest: Manifest;
  readonly publication: Publication;
  /** The release whose files are linked to; absent for the first. */
  readonly base?: string | undefined;
  /** Files whose bytes are written, the manifest last. */
  readonly write: readonly string[];
  /** Files that are those of `base`. */
  readonly link: readonly string[];
  /** Files that the release before had and this one has not. */
  readonly gone: readonly string[];
  /** Files that nothing pointed at before. */
  readonly fresh: ReadonlySet<string>;
  /** Releases that are removed afterwards, oldest first. */
  readonly remove: readonly string[];
  /** Addresses, as typed, that were allowed to go and are not lost. */
  readonly notLost: readonly string[];
}

/** What publishing comes to: a plan, or the release that is there already with the very same manifest. */
export type Planned = { readonly plan: ReleasePlan } | { readonly unchanged: string };

/** A plan, line by line. */
export function renderPlan({ id, base, write, link, gone, remove, publication, manifest }: ReleasePlan): string {
  const bytes = write.reduce((sum, path) => sum + (manifest.files.get(path)?.size ?? 0), 0);
  const lines = [
    ...write.map((path) => `写 write   ${path}`),
    ...link.map((path) => `链 link    ${path}`),
    ...gone.map((path) => `去 gone    ${path}`),
    `写 write   ../../statements/${id}.json`,
    `换 switch  current: ${publication.previous ?? "—"} → ${id}`,
    ...remove.map((each) => `删 remove  releases/${each}`),
    `${id}: 写 ${write.length} 个文件（${bytes} 字节），链接 ${link.length} 个${base === undefined ? "" : `（${base}）`} ${write.length} written, ${link.length} linked, ${gone.length} gone, ${remove.length} releases removed`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A plan for programs. */
export function planAsJson({ id, publication, base, write, link, gone, remove, notLost }: ReleasePlan): string {
  return `${JSON.stringify({ release: id, publication, base, write, link, gone, remove, notLost }, null, 1)}\n`;
}

/** What is said of an address that was allowed to go for nothing: most often it was mistyped. */
export function sayNotLost(typed: string): string {
  return `--allow-gone ${typed}：这个地址没有失效，不必写（没有发布过，或仍有页面或重定向）it is not lost: it was never published, or still leads somewhere`;
}

/** The files of a manifest in the order they are written: the manifest itself comes last, and declares the folder whole. */
export function inWritingOrder(paths: readonly string[]): readonly string[] {
  return [...paths, manifestName];
}
