import { watch } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../report/progress.ts";
import { PreviewWatch } from "./preview-watch.ts";
import type { Program } from "./program.ts";

/** Folders and files whose change makes other code. */
const codeFolders = ["scripts", "layouts"] as const;
const codeFiles: ReadonlySet<string> = new Set([".eleventy.ts", "package-lock.json", "tsconfig.json"]);

/**
 * Ends what runs and starts the program anew whenever its code has changed. Code that cannot be compiled or started is told, and
 * the next change tries again: what runs goes on until other code is compiled.
 *
 * @param close ends what runs, so that the same may be started again
 */
export function restartWithNewCode({ root, renew }: Program, progress: Progress, close: () => Promise<void>): void {
  if (renew === undefined) return;
  let last = Promise.resolve();
  let closing: Promise<void> | undefined;
  let isReplaced = false;
  const tryAgain = async () => {
    if (isReplaced) return;
    try {
      const { isOther, start } = await renew();
      // What has been ended is started again even if the change that ended it was taken back.
      if (!isOther && closing === undefined) return;
      progress.say("代码变了，重新开始 The code has changed: starting again");
      closing ??= close();
      await closing;
      await start();
      isReplaced = true;
      for (const each of watchers) each.close();
    } catch (error) {
      progress.say(describe(error));
    }
  };
  const changed = () => {
    last = last.then(tryAgain);
  };
  const watchers = [
    ...codeFolders.map((folder) => new PreviewWatch(join(root, folder), changed)),
    watch(root, (_, name) => name !== null && codeFiles.has(name) && changed()).on("error", changed),
  ];
  // What was changed while this code started.
  changed();
}

/** What esbuild finds says where it is; anything else is told with the place where it happened. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "errors" in error ? error.message : (error.stack ?? error.message);
}
