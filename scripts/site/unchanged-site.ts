import type { EditionOptions } from "../edition/compile-edition.ts";
import type { Content } from "../edition/load-content.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Shelves } from "../store/shelves.ts";
import { storeKey } from "../store/store.ts";
import type { Instant } from "../text/brands.ts";
import type { OutputLedger } from "./output-ledger.ts";
import { manifestOf, OutputWriter } from "./output-writer.ts";
import type { CodeHashes } from "./program.ts";
import type { Published } from "./publish.ts";
import type { Loaded } from "./session.ts";

/** What a site is made of, and where it is left. */
export interface Making {
  readonly content: Content;
  readonly options: EditionOptions;
  readonly code: CodeHashes;
  /** The output folder. */
  readonly out: string;
  readonly shelves: Shelves;
}

/** What is told of a site that is not printed. */
type Told = Omit<Loaded, "site" | "matter">;

/** What a build writes down of the site that it leaves. */
interface Left {
  /** Of all that the site was made of but the instant. */
  readonly key: string;
  readonly asOf: Instant;
  /** The SHA-256 of its manifest. */
  readonly manifest: string;
  readonly told: Omit<Told, "snippets">;
  readonly snippets: readonly (readonly [name: string, text: string])[];
}

/**
 * What the last build told of its site, where that site is still what is wanted: no file of the content was touched since, the
 * instant gives the same edition, and the output is as it was left. Then nothing has to be read. Nothing where any of it is in doubt.
 */
export async function unchangedSite(making: Making, ledger: OutputLedger): Promise<(Told & Published) | undefined> {
  const { content, options, out, shelves } = making;
  const bytes = content.ids.isTouched ? undefined : shelves.ledger(nameOf(out));
  if (bytes === undefined) return undefined;
  const left: Left = JSON.parse(bytes.toString());
  // What other code wrote down may have another shape: the key tells, and is looked at first.
  if (left.key !== keyOf(making)) return undefined;
  const { asOf, manifest, told, snippets } = left;
  const isSameEdition = asOf <= options.asOf && options.asOf < (told.next?.at ?? Number.POSITIVE_INFINITY);
  if (!isSameEdition) return undefined;
  const rows = [...(await ledger.untouched()).values()];
  const listed = manifestOf(rows);
  if (contentHash(listed) !== manifest || !(await isFinished(out, ledger, listed))) return undefined;
  return { ...told, snippets: new Map(snippets), manifest, written: 0, unchanged: rows.length, removed: 0 };
}

/** Writes down what a build has left. */
export function keepSite(making: Making, told: Told, manifest: string): void {
  const { options, out, shelves } = making;
  const key = keyOf(making);
  if (key === undefined) return;
  const { problems, language, articles, next, snippets = new Map() } = told;
  const left: Left = {
    ...{ key, asOf: options.asOf, manifest },
    told: { problems, language, articles, next },
    snippets: [...snippets],
  };
  shelves.keepLedger(nameOf(out), JSON.stringify(left));
}

/** Each output folder has its own: what was built into another one tells nothing of this. */
function nameOf(out: string): string {
  return `site-${storeKey(out).slice(0, 16)}`;
}

/** Nothing where it is not known what every file holds. */
function keyOf({ content, options, code }: Making): string | undefined {
  const { address, isPreview, published } = options;
  const { sum } = content.ids;
  const against = published && [published.pages, [...published.mayGo]];
  return sum && storeKey("site", JSON.stringify([code, sum, content.problems, address, isPreview, against]));
}

/** True while no other build writes there, nor has since `ledger` looked. */
async function isFinished(out: string, ledger: OutputLedger, manifest: string): Promise<boolean> {
  const writer = await OutputWriter.open(out);
  if (!(writer instanceof OutputWriter)) return false;
  try {
    return ledger.isCurrent && writer.isFinished(manifest);
  } finally {
    writer.close();
  }
}
