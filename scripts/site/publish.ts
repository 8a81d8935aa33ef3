import { outputFile } from "../edition/addresses.ts";
import type { OutputFile } from "../edition/output-file.ts";
import type { Progress } from "../report/progress.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Shelves } from "../store/shelves.ts";
import type { Store } from "../store/store.ts";
import type { UrlPath } from "../text/brands.ts";
import { type Look, markOf, OutputLedger, type OutputRow } from "./output-ledger.ts";
import { type Hindrance, OutputWriter } from "./output-writer.ts";
import type { PrintedPage, WrittenPage } from "./press.ts";
import type { Site, SitePage } from "./site.ts";

/** With what and where a site is written. */
export interface Publishing {
  /** The output folder, as a path of the machine. */
  readonly out: string;
  readonly shelves: Shelves;
  /** Where printed pages are remembered; nowhere when absent. */
  readonly pages?: Store;
  /** What looks at the files that are there; this thread when absent. */
  readonly look?: Look;
  readonly progress: Progress;
}

/** What was done. */
export interface Published {
  /** Files whose bytes this build wrote; the manifest is not counted. */
  readonly written: number;
  /** Files that were there already, just as they must be. */
  readonly unchanged: number;
  /** Files of earlier builds that are gone. */
  readonly removed: number;
  /** What kept it from being written. */
  readonly hindrance?: Hindrance;
}

/** So many files are written before pages get their turn. */
const filesAtATime = 20;

/** A file, and the key it will be known by. */
interface Keyed<T> {
  readonly path: string;
  readonly key: string;
  readonly of: T;
}

/** What is to be done: files to leave alone and files to write. */
interface Plan {
  readonly kept: readonly OutputRow[];
  readonly pages: readonly Keyed<SitePage>[];
  readonly files: readonly Keyed<OutputFile>[];
}

/**
 * Brings the output folder from what it is to what `site` says: writes what is stale, removes what no longer belongs, leaves the
 * rest alone. Remembered pages are written as they are; the others are printed and given to `writePages`, which tells of each that
 * is written.
 */
export async function publish(
  site: Site,
  publishing: Publishing,
  writePages: (pages: Iterator<PrintedPage>, onWritten: (page: WrittenPage) => void) => Promise<void>,
): Promise<Published> {
  const publication = await Publication.open(site, publishing);
  if (!(publication instanceof Publication)) return { written: 0, unchanged: 0, removed: 0, hindrance: publication };
  try {
    const pages = writePages(publication.pages(), (page) => publication.note(page));
    await bothDone(pages, publication.writeFiles());
    return publication.finish();
  } finally {
    publication.close();
  }
}

/** Waits for both, whatever becomes of one of them: the folder is let go of after that. */
async function bothDone(one: Promise<void>, other: Promise<void>): Promise<void> {
  for (const each of await Promise.allSettled([one, other])) if (each.status === "rejected") throw each.reason;
}

/** One site on its way into the output folder, which is held until the publication is closed. */
export class Publication {
  readonly #publishing: Publishing;
  readonly #writer: OutputWriter;
  readonly #ledger: OutputLedger;
  readonly #plan: Plan;
  /** What was written, without marks yet. */
  readonly #rows: OutputRow[] = [];
  /** Pages that have been given out and are not written yet, by address. */
  readonly #awaited = new Map<UrlPath, Keyed<SitePage>>();

  private constructor(publishing: Publishing, writer: OutputWriter, ledger: OutputLedger, plan: Plan) {
    this.#publishing = publishing;
    this.#writer = writer;
    this.#ledger = ledger;
    this.#plan = plan;
  }

  /** Finds what is to be done and makes the folder ready for it. */
  static async open(site: Site, publishing: Publishing): Promise<Publication | Hindrance> {
    const { out, shelves, pages, look } = publishing;
    const writer = await OutputWriter.open(out);
    if (!(writer instanceof OutputWriter)) return writer;
    try {
      // Only now, since until it was ours another build may have changed the folder.
      const ledger = new OutputLedger(out, shelves);
      const looking = ledger.untouched(look);
      // Meanwhile.
      const keyed = keyedOf(site);
      const plan = planOf(keyed, await looking);
      for (const { key } of plan.kept) pages?.use(key);
      const stale = [...plan.pages, ...plan.files].map(({ path }) => path);
      const planned = pathsOf(site);
      const isDone = stale.length === 0 && writer.isFinished(plan.kept);
      const hindrance = isDone ? undefined : writer.begin(planned, stale);
      if (hindrance === undefined) return new Publication(publishing, writer, ledger, plan);
      writer.close();
      return hindrance;
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** The pages that must be printed, one after another; those that are remembered are written on the way. */
  *pages(): Generator<PrintedPage> {
    for (const stale of this.#plan.pages) {
      const { key, path, of } = stale;
      const known = this.#publishing.pages?.get(key);
      if (known !== undefined) {
        this.#writer.write(path, known);
        this.#note(stale, known, contentHash(known));
        continue;
      }
      this.#awaited.set(of.path, stale);
      yield { kind: of.kind, path: of.path, text: of.text() };
    }
  }

  /** Notes that a page has been written. */
  note({ path, bytes, sha256 }: WrittenPage): void {
    const stale = this.#awaited.get(path);
    if (stale === undefined) throw new Error(`${path} was written unasked`);
    this.#awaited.delete(path);
    this.#publishing.pages?.set(stale.key, bytes, sha256);
    this.#note(stale, bytes, sha256);
  }

  /** Writes the files that are no pages, whenever this thread has nothing else to do. */
  async writeFiles(): Promise<void> {
    for (const [count, stale] of this.#plan.files.entries()) {
      if (count % filesAtATime === 0) await new Promise(setImmediate);
      const bytes = await stale.of.bytes();
      this.#writer.write(stale.path, bytes);
      const sha256 = contentHash(bytes);
      const key = stale.of.isMade === true ? stale.key : sha256;
      this.#note({ ...stale, key }, bytes, sha256);
    }
  }

  /** Writes the manifest, when all that it tells of is there. */
  finish(): Published {
    for (const { path } of this.#awaited.values()) throw new Error(`${path} was not written`);
    const rows = [...this.#plan.kept, ...this.#rows.map((row) => withMark(row, this.#publishing.out))];
    if (!this.#writer.isFinished(rows)) this.#writer.finish(rows);
    if (this.#rows.length > 0 || this.#writer.removed > 0) this.#ledger.keep(rows);
    return { written: this.#rows.length, unchanged: this.#plan.kept.length, removed: this.#writer.removed };
  }

  /** Lets go of the folder. */
  close(): void {
    this.#writer.close();
  }

  #note({ path, key }: Keyed<unknown>, { length: size }: Uint8Array, sha256: string): void {
    this.#rows.push({ path, key, size, sha256, mark: [0, 0, 0, 0] });
    const { pages, files } = this.#plan;
    this.#publishing.progress.step("写页 writing pages", this.#rows.length, pages.length + files.length);
  }
}

/** `row` as the file is on the disk now: what was passed over must not be promised. */
function withMark(row: OutputRow, out: string): OutputRow {
  const mark = markOf(out, row.path);
  if (mark?.[0] !== row.size) throw new Error(`${row.path}: made ${row.size} bytes, found ${mark?.[0]}`);
  return { ...row, mark };
}

/** All files of the site, each once. */
function pathsOf({ pages, files }: Site): readonly string[] {
  const paths = new Set<string>();
  for (const path of [...pages, ...files].map((each) => outputFile(each.path))) {
    if (paths.has(path)) throw new Error(`${path} is the file of two pages`);
    paths.add(path);
  }
  return [...paths];
}

/** Everything of the site with its key: of pages it takes time to tell. */
function keyedOf({ pages, files }: Site) {
  return {
    pages: pages.map((of): Keyed<SitePage> => ({ path: outputFile(of.path), key: of.key(), of })),
    files: files.map((of): Keyed<OutputFile> => ({ path: outputFile(of.path), key: of.key, of })),
  };
}

function planOf({ pages, files }: ReturnType<typeof keyedOf>, untouched: ReadonlyMap<string, OutputRow>): Plan {
  const isStale = ({ path, key }: Keyed<unknown>) => untouched.get(path)?.key !== key;
  const kept = [...pages, ...files].filter((each) => !isStale(each));
  return {
    pages: pages.filter(isStale),
    files: files.filter(isStale),
    kept: kept.flatMap(({ path }) => untouched.get(path) ?? []),
  };
}
