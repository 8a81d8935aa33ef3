import { join } from "node:path";
import type { EditionOptions } from "../edition/compile-edition.ts";
import { frameOf } from "../edition/frame.ts";
import { loadFile } from "../edition/load-content.ts";
import { PageMaker } from "../edition/page-maker.ts";
import { pagesOf } from "../edition/pages-of.ts";
import { type OutputFile, PictureDesk } from "../edition/picture-desk.ts";
import { type PreparedEdition, prepareEdition } from "../edition/prepare-edition.ts";
import { compileRelatedLists } from "../edition/related-lists.ts";
import type { Problem } from "../report/problem.ts";
import type { Progress } from "../report/progress.ts";
import { hasErrors } from "../report/render-report.ts";
import { FileStore } from "../store/file-store.ts";
import type { Language } from "../text/language.ts";
import { bundleAssets } from "./page-assets.ts";
import type { Press } from "./press.ts";

/** What loading an edition gave: its problems, and how many articles are ready to be printed. */
export interface Loaded {
  readonly problems: readonly Problem[];
  readonly language: Language;
  readonly articles: number;
  /** False when an error stands in the way; the press then keeps what it had. */
  readonly isReady: boolean;
}

/** Where one run reads, and what it is told. */
export interface SessionOptions extends EditionOptions {
  /** The folder of this package, where `layouts/` and `.cache/` lie. */
  readonly root: string;
  /** The content folder. */
  readonly content: string;
  /** Kept by who loads more than once, so that a picture is decoded once; a new one when absent. */
  readonly desk?: PictureDesk;
}

/** Reads and checks everything, pictures included. */
export async function checkContent(options: SessionOptions, progress: Progress): Promise<PreparedEdition> {
  const prepared = prepareEdition(options.content, options, (done, total) =>
    progress.step("读稿 reading", done, total),
  );
  if (prepared.compiled === undefined) return prepared;
  const { desk = pictureDesk(options.root) } = options;
  const found = await desk.check({ root: options.content }, prepared.compiled.pictureUses, (done, total) =>
    progress.step("看图 checking pictures", done, total),
  );
  return { ...prepared, problems: [...prepared.problems, ...found] };
}

/** Reads and checks everything and, unless there are errors, loads `press` with the edition. */
export async function loadEdition(options: SessionOptions, press: Press, progress: Progress): Promise<Loaded> {
  const { desk = pictureDesk(options.root) } = options;
  const { compiled, problems, language } = await checkContent({ ...options, desk }, progress);
  if (compiled === undefined || hasErrors(problems)) return { problems, language, articles: 0, isReady: false };
  const { edition } = compiled;
  // The files' closures live as long as the press, so they hold the folder's name and not what was read from it.
  const folder = { root: options.content };
  const { pictures, files } = await desk.publish(folder, edition.pictures, (done, total) =>
    progress.step("制图 encoding pictures", done, total),
  );
  const maker = new PageMaker(edition, pictures, compileRelatedLists(edition));
  const assets = await bundleAssets(options.root);
  const copies = [...edition.attachments, ...edition.siteFiles].map(
    ([file, path]): OutputFile => ({ path, bytes: () => loadFile(folder, file), isNamedByContent: false }),
  );
  press.load(pagesOf(maker), [...assets.files, ...files, ...copies], frameOf(edition, assets.assets));
  return {
    problems,
    language,
    articles: edition.articles.length,
    isReady: true,
  };
}

/** Checks pictures and encodes them, remembering those of earlier builds below `root`. */
export function pictureDesk(root: string): PictureDesk {
  return new PictureDesk(new FileStore(join(root, ".cache/pictures")));
}
