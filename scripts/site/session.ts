import type { EditionOptions } from "../edition/compile-edition.ts";
import type { Edition, EditionArticle } from "../edition/edition.ts";
import { FileIds, type FileRow } from "../edition/file-ids.ts";
import { textKeys, textPrinter } from "../edition/fill-text.ts";
import { frameOf } from "../edition/frame.ts";
import type { Groundwork } from "../edition/groundwork.ts";
import { type Content, loadContent, reloadContent } from "../edition/load-content.ts";
import type { KnownReading, ReadAnew, ReadingDesk } from "../edition/load-readings.ts";
import { type NextChange, nextChange } from "../edition/next-change.ts";
import type { OutputFile } from "../edition/output-file.ts";
import type { PlannedPage } from "../edition/page.ts";
import { PageMaker } from "../edition/page-maker.ts";
import type { PagePlan } from "../edition/page-plan.ts";
import { PictureDesk } from "../edition/picture-desk.ts";
import { type PreparedEdition, prepareEdition } from "../edition/prepare-edition.ts";
import { RelatedMemory } from "../edition/related/related-memory.ts";
import { compileRelatedLists } from "../edition/related-lists.ts";
import { LostText, TextShelf } from "../edition/text-shelf.ts";
import type { Problem } from "../report/problem.ts";
import type { Progress } from "../report/progress.ts";
import { hasErrors } from "../report/render-report.ts";
import { searchFiles } from "../search/search-files.ts";
import { SearchMemory, type ShardMakers } from "../search/search-memory.ts";
import type { Shelves } from "../store/shelves.ts";
import type { Language } from "../text/language.ts";
import { cutHere, type FaceCutter } from "./face-cutter.ts";
import { headlineFace } from "./headline-face.ts";
import { hostFiles, serverSnippets } from "./host-files.ts";
import { bundleAssets } from "./page-assets.ts";
import type { CodeHashes } from "./program.ts";
import { type Site, type SiteMatter, type SitePage, sitePages } from "./site.ts";
import { socialCards } from "./social-cards.ts";

/** Where one session reads, and with what. */
export interface SessionOptions {
  /** The folder of this package, where `layouts/` lies. */
  readonly root: string;
  /** The content folder. */
  readonly content: string;
  /** What earlier builds have left. */
  readonly shelves: Shelves;
  readonly code: CodeHashes;
  readonly readAnew: ReadAnew;
  /** What makes the search's shards; this thread without it. */
  readonly shardMakers?: ShardMakers;
  /** Called with all pages of a site before its files are there: other threads may still be making them. */
  readonly onPages?: (pages: readonly SitePage[]) => void;
  /** Who cuts the headline face; this thread without it. */
  readonly faceCutter?: FaceCutter;
  /** False where copy is not read as a copy editor does, which changes no page; true without it. */
  readonly isProofread?: boolean;
  readonly progress: Progress;
}

/** What loading an edition gave: its problems, and how many articles are ready to be printed. */
export interface Loaded {
  readonly problems: readonly Problem[];
  readonly language: Language;
  readonly articles: number;
  /** Absent when an error stands in the way. */
  readonly site?: Site | undefined;
  /** What servers of one's own are told, by the name of a file: no part of what is published. Absent as `site` is. */
  readonly snippets?: ReadonlyMap<string, string>;
  /** When the same content will give another site. */
  readonly next?: NextChange | undefined;
  /** What the site is printed from, for who asks about its pages. Absent as `site` is. */
  readonly matter?: SiteMatter;
}

type CheckedEdition = PreparedEdition & { readonly content: Content };

/** What is known of the content folder before it is read. */
export interface Foreknown {
  /** The files that alone can have changed since the last time; without it the whole folder is looked at. */
  readonly changed?: Iterable<string> | undefined;
  /** The whole folder, where it has been looked at just now. */
  readonly seen?: Content;
}

/** What is known of the content folder that was read last. */
const filesLedger = "files";

/** Reads a content folder, once or again and again: what is in memory from the last time is not loaded again. */
export class Session {
  readonly #options: SessionOptions;
  readonly #pictures: PictureDesk;
  readonly #related: RelatedMemory;
  readonly #search: SearchMemory;
  readonly #records = new WeakMap<EditionArticle, OutputFile>();
  readonly #inMemory = new Map<string, KnownReading>();
  readonly #rows: readonly FileRow[];
  #content: Content | undefined;
  /** What was walked through and is not written down yet. */
  #walked: Content | undefined;
  /** Of the edition before. */
  #groundwork: Groundwork | undefined;
  /** True from the moment something remembered turned out to be lost until all is read anew. */
  #isForgetful = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#pictures = new PictureDesk(options.shelves, options.code.pictures);
    this.#related = new RelatedMemory(options.shelves, options.code.reading);
    this.#search = new SearchMemory(options.shelves, options.code.pages, options.shardMakers);
    const ledger = options.shelves.ledger(filesLedger);
    this.#rows = ledger === undefined ? [] : JSON.parse(ledger.toString());
  }

  /**
   * Reads and checks everything, pictures included.
   *
   * @param nowMs the clock, which tells whether a file may change without leaving a mark
   */
  async check(options: EditionOptions, nowMs: number, foreknown?: Foreknown): Promise<CheckedEdition> {
    const checked = await this.#check(options, nowMs, foreknown);
    this.#keepIds();
    return checked;
  }

  async #check(options: EditionOptions, nowMs: number, { changed, seen }: Foreknown = {}): Promise<CheckedEdition> {
    const { progress } = this.#options;
    const last = this.#content;
    const reloaded = last && changed && reloadContent(last, changed, nowMs);
    const content = reloaded ?? seen ?? this.look(nowMs);
    this.#content = content;
    // Who reads again and again need not write down what the next walk finds by itself.
    if (reloaded === undefined) this.#walked = content;
    const reading = { ...options, desk: this.#desk, last: this.#groundwork };
    const prepared = await prepareEdition(content, reading, (done, total) =>
      progress.step("读稿 reading", done, total),
    );
    this.#groundwork = prepared.compiled?.groundwork;
    const uses = prepared.compiled?.pictureUses ?? new Map();
    const found = await this.#pictures.check(content, uses, (done, total) =>
      progress.step("看图 checking pictures", done, total),
    );
    this.#isForgetful = false;
    return { ...prepared, content, problems: [...prepared.problems, ...found] };
  }

  /** Looks at the whole folder, and reads nothing yet. */
  look(nowMs: number): Content {
    const rows = this.#content?.ids.rows ?? this.#rows;
    return loadContent(this.#options.content, new FileIds(this.#options.content, rows, nowMs));
  }

  /**
   * Reads and checks everything and, unless there are errors, makes it ready to be printed. Where something that was remembered
   * turns out to be lost, now or when a page is printed, `LostText` is thrown, and the next time all is read anew.
   */
  async load(options: EditionOptions, nowMs: number, foreknown?: Foreknown): Promise<Loaded> {
    const { compiled, problems, language, content, plan, pages } = await this.#check(options, nowMs, foreknown);
    const isFit = compiled !== undefined && !hasErrors(problems);
    const printable = isFit ? await this.#site(plan, pages, content) : undefined;
    // Files that are published as they are have been read by now.
    this.#keepIds();
    if (compiled === undefined || printable === undefined) return { problems, language, articles: 0 };
    const { site, matter } = printable;
    const { edition } = compiled;
    const next = nextChange(compiled.articles, edition.asOf);
    const articles = edition.articles.length;
    return { problems, language, articles, site, snippets: serverSnippets(edition), next, matter };
  }

  /** Writes down how the files were found. */
  #keepIds(): void {
    if (this.#walked === undefined) return;
    this.#options.shelves.keepLedger(filesLedger, JSON.stringify(this.#walked.ids.rows));
    this.#walked = undefined;
  }

  /** Writes down what only the next build needs. */
  async keep(): Promise<void> {
    await this.#related.keep();
    this.#search.keep();
  }

  async #site(plan: PagePlan, planned: readonly PlannedPage[], content: Content) {
    const texts = new TextShelf(this.#options.shelves);
    // Beside what follows. What goes wrong with it is told when it is waited for.
    const searching = this.#searchFiles(plan.edition, texts);
    searching.catch(() => {});
    const { edition } = plan;
    const { root, code, shelves, progress } = this.#options;
    const facing = this.#faceFiles(edition);
    facing.catch(() => {});
    const termsOf = (article: EditionArticle) => this.#noticingLoss(() => texts.terms(article));
    const related = await compileRelatedLists(edition, { memory: this.#related, termsOf });
    const { pictures, files } = await this.#pictures.publish(content, edition.pictures, (done, total) =>
      progress.step("制图 encoding pictures", done, total),
    );
    const { assets, files: assetFiles } = await bundleAssets({ root, code: code.pages, store: shelves.on("assets") });
    const { stylesheet: headlineFace, files: faceFiles } = await facing;
    const keys = new PageMaker(plan, { pictures, related, printText: textKeys });
    const printing = new PageMaker(
      plan,
      { pictures, related, printText: textPrinter((text) => this.#noticingLoss(() => texts.html(text))) },
      keys,
    );
    const frame = frameOf(edition, { ...assets, headlineFace });
    const pages = sitePages(planned, { keys, printing, frame, code: code.pages });
    this.#options.onPages?.(pages);
    const copies = [...edition.attachments, ...edition.siteFiles].map(
      ([file, path]): OutputFile => ({ path, key: content.ids.of(file), bytes: () => content.ids.load(file).bytes }),
    );
    const site: Site = {
      pages,
      files: [...assetFiles, ...faceFiles, ...(await searching), ...files, ...copies, ...hostFiles(edition)],
    };
    const matter: SiteMatter = { content, maker: printing, frame, termsOf, memory: this.#related };
    return { site, matter };
  }

  /** The headline face and the cards that are set in it. */
  async #faceFiles(edition: Edition) {
    const { code, shelves, faceCutter: cutter = cutHere } = this.#options;
    const shelf = { code: code.pictures, store: shelves.on("faces"), cutter };
    const [face, cards] = await Promise.all([headlineFace(edition, shelf), socialCards(edition, shelf)]);
    return { stylesheet: face.stylesheet, files: [...face.files, ...cards] };
  }

  #searchFiles(edition: Edition, texts: TextShelf): Promise<readonly OutputFile[]> {
    return searchFiles(edition, {
      memory: this.#search,
      gramsOf: (key) => this.#noticingLoss(() => texts.grams(key)),
      htmlOf: (text) => this.#noticingLoss(() => texts.html(text)),
      code: this.#options.code.pages,
      records: this.#records,
    });
  }

  #noticingLoss<T>(load: () => T): T {
    try {
      return load();
    } catch (error) {
      if (error instanceof LostText) this.#isForgetful = true;
      throw error;
    }
  }

  get #desk(): ReadingDesk {
    const { shelves, code, readAnew, isProofread = true } = this.#options;
    const isForgetful = this.#isForgetful;
    return { shelves, code: code.reading, readAnew, isProofread, inMemory: this.#inMemory, isForgetful };
  }
}
