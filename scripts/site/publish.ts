import { outputFile } from "../edition/addresses.ts";
import type { OutputFile } from "../edition/output-file.ts";
import type { Progress } from "../report/progress.ts";
import { contentHash } from "../store/content-hash.ts";
import type { Shelves } from "../store/shelves.ts";
import type { Store } from "../store/store.ts";
import type { UrlPath } from "../text/brands.ts";
import { allDone } from "./all-done.ts";
import { type WriteMade, writeMadeHere } from "./made-files.ts";
import { OutputLedger, type OutputRow, writtenMark } from "./output-ledger.ts";
import { type Hindrance, manifestOf, OutputWriter } from "./output-writer.ts";
import { type PrintedPage, printedPage, type WrittenPage } from "./press.ts";
import { type Restore, restoreHere } from "./restore.ts";
import type { Site, SitePage } from "./site.ts";

/** With what and where a site is written. */
export interface Publishing {
  /** The output folder, as a path of the machine. */
  readonly out: string;
  readonly shelves: Shelves;
  /** Where pages, and what else is made, are remembered; nowhere when absent. */
  readonly pages?: Store;
  /** What writes them as they are remembered; this thread when absent. */
  readonly restore?: Restore;
  /** What writes files that are made and are no pages; this thread when absent. */
  readonly writeMade?: WriteMade;
  /** What was left there, looked at beforehand: it is looked at again where that is no more true. */
  readonly ledger?: OutputLedger;
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
  /** The SHA-256 of the manifest. Absent where something kept it from being written. */
  readonly manifest?: string;
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
 * rest alone. What is remembered is written as it is; other pages are printed and given to `writePages`, which tells of each that
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
    await publication.restore();
    const pages = writePages(publication.pages(), (page) => publication.note(page));
    // The folder is let go of after that.
    await allDone([pages, publication.writeFiles()]);
    return publication.finish();
  } finally {
    publication.close();
  }
}

/** One site on its way into the output folder, which is held until the publication is closed. */
export class Publication {
  readonly #publishing: Publishing;
  readonly #writer: OutputWriter;
  readonly #ledger: OutputLedger;
  readonly #plan: Plan;
  /** What was written. */
  readonly #rows = new Map<string, OutputRow>();
  /** Pages and made files that have been given out and are not written yet, by address. */
  readonly #awaited = new Map<UrlPath, Keyed<unknown>>();

  private constructor(publishing: Publishing, writer: OutputWriter, ledger: OutputLedger, plan: Plan) {
    this.#publishing = publishing;
    this.#writer = writer;
    this.#ledger = ledger;
    this.#plan = plan;
  }

  /** Finds what is to be done and makes the folder ready for it. */
  static async open(site: Site, publishing: Publishing): Promise<Publication | Hindrance> {
    const { out, shelves, pages } = publishing;
    const writer = await OutputWriter.open(out);
    if (!(writer instanceof OutputWriter)) return writer;
    try {
      // Until the folder was ours another build may have changed it.
      const ledger = publishing.ledger?.isCurrent === true ? publishing.ledger : new OutputLedger(out, shelves);
      const plan = planOf(keyedOf(site), await ledger.untouched());
      for (const { key } of plan.kept) pages?.use(key);
      const stale = [...plan.pages, ...plan.files].map(({ path }) => path);
      const planned = pathsOf(site);
      const isDone = stale.length === 0 && writer.isFinished(manifestOf(plan.kept));
      const hindrance = isDone ? undefined : writer.begin(planned, stale);
      if (hindrance === undefined) return new Publication(publishing, writer, ledger, plan);
      writer.close();
      return hindrance;
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** Writes what was made before and is remembered. */
  async restore(): Promise<void> {
    const { out, pages: store, restore = restoreHere } = this.#publishing;
    if (store === undefined) return;
    const { pages, files } = this.#plan;
    const made = [...pages, ...files.filter(({ of }) => of.isMade === true)];
    const known = new Map(made.filter(({ key }) => store.has(key)).map(({ path, key }) => [path, key]));
    for (const key of known.values()) store.use(key);
    const remembered = [...known].map(([path, key]) => ({ path, key }));
    await restore(remembered, { out, store }, (restored) => {
      for (const { path, sha256, mark } of restored) this.#note({ path, key: known.get(path) ?? "", sha256, mark });
    });
  }

  /** The pages that must be printed, one after another. */
  *pages(): Generator<PrintedPage> {
    for (const stale of this.#plan.pages) {
      const { path, of } = stale;
      if (this.#rows.has(path)) continue;
      this.#awaited.set(of.path, stale);
      yield printedPage(of, of.text());
    }
  }

  /** Notes that a page, or a made file, has been written. */
  note({ path, bytes, sha256, mark }: WrittenPage): void {
    const stale = this.#awaited.get(path);
    if (stale === undefined) throw new Error(`${path} was written unasked`);
    this.#awaited.delete(path);
    this.#publishing.pages?.set(stale.key, bytes, sha256);
    this.#note({ path: stale.path, key: stale.key, sha256, mark });
  }

  /** Writes the files that are no pages, whenever this thread has nothing else to do. */
  async writeFiles(): Promise<void> {
    const { out, writeMade = writeMadeHere } = this.#publishing;
    const stale = this.#plan.files.filter(({ path }) => !this.#rows.has(path));
    const made = stale.filter(({ of }) => of.isMade === true);
    for (const each of made) this.#awaited.set(each.of.path, each);
    const files = made.map(({ of }) => of);
    const others = stale.filter(({ of }) => of.isMade !== true);
    await allDone([writeMade(out, files, (file) => this.note(file)), this.#writeOthers(others)]);
  }

  async #writeOthers(files: readonly Keyed<OutputFile>[]): Promise<void> {
    for (const [count, { path, of }] of files.entries()) {
      if (count % filesAtATime === 0) await new Promise(setImmediate);
      const bytes = await of.bytes();
      this.#writer.write(path, bytes);
      const sha256 = contentHash(bytes);
      this.#note({ path, key: sha256, sha256, mark: writtenMark(this.#publishing.out, path, bytes.length) });
    }
  }

  /** Writes the manifest, when all that it tells of is there. */
  finish(): Published {
    for (const { path } of this.#awaited.values()) throw new Error(`${path} was not written`);
    const rows = [...this.#plan.kept, ...this.#rows.values()];
    const manifest = manifestOf(rows);
    if (!this.#writer.isFinished(manifest)) this.#writer.finish(manifest);
    const [written, unchanged, removed] = [this.#rows.size, this.#plan.kept.length, this.#writer.removed];
    if (written > 0 || removed > 0) this.#ledger.keep(rows);
    return { written, unchanged, removed, manifest: contentHash(manifest) };
  }

  /** Lets go of the folder. */
  close(): void {
    this.#writer.close();
  }

  #note(row: Omit<OutputRow, "size">): void {
    this.#rows.set(row.path, { ...row, size: row.mark[0] });
    const { pages, files } = this.#plan;
    this.#publishing.progress.step("写页 writing pages", this.#rows.size, pages.length + files.length);
  }
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
