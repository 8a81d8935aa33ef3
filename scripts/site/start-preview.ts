import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../edition/addresses.ts";
import type { Problem } from "../report/problem.ts";
import { Progress } from "../report/progress.ts";
import type { Instant } from "../text/brands.ts";
import { escapeHtml } from "../text/escape-html.ts";
import type { Language } from "../text/language.ts";
import { type EleventyConfig, loadEleventy } from "./eleventy.ts";
import { writeOutput } from "./output-folder.ts";
import { Press, setPress } from "./press.ts";
import { loadEdition } from "./session.ts";

/** What a preview is told. */
export interface PreviewOptions {
  readonly root: string;
  readonly content: string;
  /** The instant to preview. */
  readonly asOf: Instant;
  readonly port: number;
}

/**
 * Serves the site with drafts and embargoed articles on `port`, and builds it anew after every save below the content folder.
 * It writes `.cache/preview/` only. Errors are told, the last good pages stay, and the next save tries again.
 *
 * @param tell the report of some problems in a language
 */
export async function startPreview(
  options: PreviewOptions,
  tell: (problems: readonly Problem[], language: Language) => string,
): Promise<void> {
  const out = join(options.root, ".cache/preview");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const press = new Press();
  setPress(press);
  const progress = new Progress(process.stderr);
  let written: ReadonlySet<string> = new Set();

  const reload = async () => {
    const { root, content, port } = options;
    // The preview shows the site at its own address, whatever the masthead says.
    const address = `http://localhost:${port}/`;
    const loaded = await loadEdition({ root, content, asOf: options.asOf, address, isPreview: true }, press, progress);
    progress.clear();
    const report = tell(loaded.problems, loaded.language);
    process.stdout.write(report);
    if (!loaded.isReady && press.pageCount === 0) writeOutput(out, "index.html", problemPage(report));
  };
  const tidy = () => {
    for (const { path, bytes } of press.files) {
      if (!written.has(outputFile(path))) writeOutput(out, outputFile(path), bytes());
    }
    const now = new Set(press.paths);
    for (const path of written) if (!now.has(path)) rmSync(join(out, path), { force: true });
    written = now;
    progress.say(`http://localhost:${options.port}/`);
  };
  const eleventy = await loadEleventy(
    out,
    (config: EleventyConfig) => {
      config.addWatchTarget(options.content);
      config.setWatchThrottleWaitTime(50);
      config.on("eleventy.before", reload);
      config.on("eleventy.after", tidy);
      config.setServerOptions({
        port: options.port,
        showVersion: false,
        domDiff: false,
      });
    },
    "serve",
  );
  eleventy.disableLogger();
  await eleventy.init();
  const rebuild = await eleventy.watch();
  // Eleventy rebuilds after a change and an addition, not after a deletion.
  eleventy.watcher?.on("unlink", (path) => void rebuild(path));
  await eleventy.serve(options.port);
}

/** What the browser shows while there is no page yet because of errors. */
function problemPage(report: string): Uint8Array {
  return Buffer.from(
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Banxin</title><pre>${escapeHtml(report)}</pre></html>`,
  );
}
