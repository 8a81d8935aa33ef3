import { readlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contentHash } from "../store/content-hash.ts";

/** What somebody saw who read a published site again and again. */
export interface Sightings {
  /** How often the whole site was read without a change of the link meanwhile. */
  readonly whole: number;
  /** Releases in the order in which they were seen. */
  readonly releases: readonly string[];
  /** What was wrong; empty when never anything was. */
  readonly faults: readonly string[];
}

/**
 * Reads the site behind the link `current` again and again until stopped: all files of its manifest, each through the link, as a server
 * does. While the link stays the same, every file must be what the manifest says; and it must always be there.
 */
export function watchSite(current: string): { readonly stop: () => Promise<Sightings> } {
  let isStopped = false;
  let whole = 0;
  const releases: string[] = [];
  const faults: string[] = [];
  const look = async () => {
    const release = readlinkSync(current);
    const wrong = await faultsIn(current);
    if (releases.at(-1) !== basename(release)) releases.push(basename(release));
    if (readlinkSync(current) !== release) return;
    whole++;
    faults.push(...wrong.map((each) => `${release}: ${each}`));
  };
  const watching = (async () => {
    while (!isStopped) {
      await look();
      await pause(1);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await watching;
      return { whole, releases, faults };
    },
  };
}

async function faultsIn(current: string): Promise<readonly string[]> {
  try {
    const { files } = JSON.parse(await readFile(join(current, "manifest.json"), "utf8"));
    const faults: string[] = [];
    for (const { path, sha256 } of files)
      if (contentHash(await readFile(join(current, path))) !== sha256) faults.push(`${path} is not what it should be`);
    return faults;
  } catch (error) {
    return [String(error)];
  }
}
