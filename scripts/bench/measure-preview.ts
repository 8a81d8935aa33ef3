import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endProcess, type Look, type Running, startProcess, watchMemory } from "./run-process.ts";
import type { Workplace } from "./workplace.ts";

const savesMeasured = 3;
const msBetweenRequests = 10;
/** Who edits looks at the page first. A slow preview, which may still be writing other pages, gets as long again as it took. */
const msToRest = 2000;
const msToWait = 300_000;

/**
 * Starts a preview, edits one body some times, and returns for each time the seconds from the save until its page
 * is served with the new text; or the bytes that all processes together held at their peak.
 * The last build must have printed the latest edit of a body: that page tells its address.
 */
export async function measurePreview(place: Workplace, look: Look): Promise<readonly number[]> {
  const address = pageWith(place.lastBody.mark, place.out);
  const port = await freePort();
  const preview = startProcess(place.command("start", "--content", place.content, "--port", `${port}`));
  const watching = look === "bytes" ? watchMemory(preview.child) : undefined;
  try {
    const page = `http://localhost:${port}/${address}`;
    let waited = await servedWith(place.lastBody.mark, page, preview);
    const seconds: number[] = [];
    for (let save = 1; save <= savesMeasured; save++) {
      await pause(Math.max(msToRest, waited));
      const { mark } = place.editSameBody();
      waited = await servedWith(mark, page, preview);
      seconds.push(waited / 1000);
    }
    return watching === undefined ? seconds : [watching.stop()];
  } finally {
    watching?.stop();
    await endProcess(preview);
  }
}

/** The address, without a leading `/`, of the page below `out` that shows `mark`. */
function pageWith(mark: string, out: string): string {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("index.html"));
  const page = pages.find((file) => readFileSync(join(out, file), "utf8").includes(mark));
  if (page === undefined) throw new Error(`no page below ${out} shows the edit ${mark}`);
  return page.replaceAll("\\", "/").replace(/index\.html$/u, "");
}

/** Waits until the page at `address` holds `mark`, and returns how many milliseconds that took. */
async function servedWith(mark: string, address: string, { child, said }: Running): Promise<number> {
  const started = performance.now();
  while (!(await textAt(address)).includes(mark)) {
    if (child.exitCode !== null || performance.now() - started > msToWait)
      throw new Error(`the preview never showed it:\n${said()}`);
    await pause(msBetweenRequests);
  }
  return performance.now() - started;
}

/** The text served at `address`; empty while nobody answers. */
async function textAt(address: string): Promise<string> {
  try {
    return await (await fetch(address)).text();
  } catch {
    return "";
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().on("error", failed);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}
