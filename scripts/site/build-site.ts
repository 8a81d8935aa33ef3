import { outputFile } from "../edition/addresses.ts";
import type { Progress } from "../report/progress.ts";
import { loadEleventy } from "./eleventy.ts";
import { beginWriting, finishWriting, removeOrphans, writeOutput } from "./output-folder.ts";
import { Press, setPress } from "./press.ts";
import { type Loaded, loadEdition, type SessionOptions } from "./session.ts";

/** What a build did. */
export interface Built extends Loaded {
  /** Files in the output, the manifest not counted; 0 for a refused build. */
  readonly written: number;
  readonly removed: number;
}

/**
 * Builds the site into `out`. With an error in the content nothing is written and the last output stays as it is.
 *
 * The manifest goes away before the first file is written and comes back after the last: a folder without one is unfinished.
 */
export async function buildSite(
  options: SessionOptions & { readonly out: string },
  progress: Progress,
): Promise<Built> {
  const { out } = options;
  const press = new Press();
  const loaded = await loadEdition(options, press, progress);
  if (!loaded.isReady) return { ...loaded, written: 0, removed: 0 };
  const { paths } = press;
  let done = 0;
  press.onPage = () => progress.step("写页 writing pages", ++done, press.pageCount);
  setPress(press);
  const eleventy = await loadEleventy(out);
  eleventy.disableLogger();
  beginWriting(out, paths);
  await eleventy.init();
  await eleventy.write();
  for (const { path, bytes } of press.files) writeOutput(out, outputFile(path), bytes());
  const removed = removeOrphans(out, new Set(paths));
  finishWriting(out, paths);
  return { ...loaded, written: paths.length, removed };
}
