import assert from "node:assert/strict";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../newsroom.ts";

/** Where the preview on `port` is written. */
export function folderOf(port: number): string {
  return join(root, ".cache/preview", String(port));
}

/** What a page says, without what keeps its lines together or lets them break. */
export function spoken(page: string): string {
  return page.replaceAll(/<wbr>|<span class="unbroken">|<\/span>/gu, "");
}

/** Waits until `holds`, half a minute at most. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return;
    await pause(100);
  }
  assert.fail(`never came true: ${holds}`);
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
