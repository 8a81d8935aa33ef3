import { loadEleventy } from "./eleventy.ts";
import { Preview, type PreviewOptions, type PreviewVoice } from "./preview.ts";
import { restartWithNewCode } from "./preview-restart.ts";
import { PreviewWatch } from "./preview-watch.ts";

/**
 * Serves the site with drafts and embargoed articles on a port, which must be free, and renews it after every save below
 * the content folder. It writes `.cache/preview/<port>/` only. Errors are told, the last good pages stay, and the next save tries
 * again. When the code changes it is started anew.
 */
export async function startPreview(options: PreviewOptions, voice: PreviewVoice): Promise<void> {
  const { program, content, port } = options;
  const preview = new Preview(options, voice);
  const sayAddress = () => voice.progress.say(preview.address);
  // Before the first reading, so that nothing saved meanwhile is missed.
  const watch = new PreviewWatch(content, (named) => void preview.renew(named).then(sayAddress));
  await preview.renew();
  await preview.keep();
  const eleventy = await loadEleventy(program, preview.out, {
    runMode: "serve",
    configure: (config) =>
      config.setServerOptions({
        port,
        // Another port than the one asked for is never taken in silence.
        portReassignmentRetryCount: 0,
        messageOnStart: () => false,
        // The channel tells pages when to load again.
        liveReload: false,
        middleware: [preview.channel.answer],
        // With this, serving has begun when `serve` is done.
        ready: () => {},
      }),
  });
  await eleventy.serve(port);
  sayAddress();
  restartWithNewCode(program, voice.progress, async () => {
    watch.close();
    await eleventy.stopWatch();
    await preview.close();
  });
}
