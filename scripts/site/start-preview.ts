import { setTimeout as pause } from "node:timers/promises";
import { loadEleventy } from "./eleventy.ts";
import { Preview, type PreviewOptions, type PreviewVoice } from "./preview.ts";

/** How long the watcher may take from saying that it is ready to watching every file. */
const msToWatch = 500;

/**
 * Serves the site with drafts and embargoed articles on a port, which must be free, and builds it anew after every save below
 * the content folder. It writes `.cache/preview/<port>/` only. Errors are told, the last good pages stay, and the next save tries again.
 */
export async function startPreview(options: PreviewOptions, voice: PreviewVoice): Promise<void> {
  const preview = new Preview(options, voice);
  const eleventy = await loadEleventy(
    preview.out,
    (config) => {
      config.addWatchTarget(options.content);
      config.setWatchThrottleWaitTime(50);
      config.on("eleventy.before", () => preview.load());
      config.on("eleventy.after", () => preview.complete());
      config.setServerOptions({
        port: options.port,
        // Another port than the one asked for is never taken in silence.
        portReassignmentRetryCount: 0,
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
  // What was saved during the first build, or before the watcher had come to every file, it does not tell.
  await pause(msToWatch);
  if (preview.isBehind) await rebuild(options.content);
}
