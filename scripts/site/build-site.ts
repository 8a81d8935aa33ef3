import { outputFile } from "../edition/addresses.ts";
import type { Progress } from "../report/progress.ts";
import { loadEleventy } from "./eleventy.ts";
import { type Hindrance, OutputWriter } from "./output-writer.ts";
import { Press, setPress } from "./press.ts";
import { type Loaded, loadEdition, type SessionOptions } from "./session.ts";

/** What a build did. */
export interface Built extends Loaded {
  /** Files that this build wrote: every one of the site, the manifest not counted; 0 for a refused build. */
  readonly written: number;
  /** Files of earlier builds that this one removed. */
  readonly removed: number;
  /** What kept the build from writing, though the content is good. */
  readonly hindrance?: Hindrance;
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
  const press = new Press();
  const loaded = await loadEdition(options, press, progress);
  if (!loaded.isReady) return { ...loaded, written: 0, removed: 0 };
  const writer = await OutputWriter.open(options.out, press.paths);
  if (!(writer instanceof OutputWriter)) return { ...loaded, written: 0, removed: 0, hindrance: writer };
  try {
    await printAll(press, writer, { out: options.out, progress });
    writer.finish();
  } finally {
    writer.close();
  }
  return { ...loaded, written: writer.count, removed: writer.removed };
}

async function printAll(
  press: Press,
  writer: OutputWriter,
  { out, progress }: { readonly out: string; readonly progress: Progress },
): Promise<void> {
  let done = 0;
  press.onPage = (path, text) => {
    writer.note(outputFile(path), text);
    progress.step("写页 writing pages", ++done, press.pageCount);
  };
  setPress(press);
  const eleventy = await loadEleventy(out);
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
  for (const { path, bytes } of press.files) writer.write(outputFile(path), bytes());
}
