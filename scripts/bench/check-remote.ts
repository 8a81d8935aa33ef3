import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contentHash } from "../store/content-hash.ts";
import { startPublisher } from "./check-trust.ts";
import { type Crawled, crawlSite } from "./crawl-site.ts";
import { addressOf, linkedSite } from "./linked-site.ts";
import { bareSettings, startRclone } from "./loopback-rclone.ts";
import { writePlainSite } from "./plain-site.ts";
import { seededRandom } from "./seeded-random.ts";

/** How publishing by rclone is tried. */
export interface RemoteOptions {
  /** The folder of this package. */
  readonly root: string;
  readonly kills: number;
  /** What the moments of killing follow from. */
  readonly seed: string;
  /** Articles of the site. */
  readonly pages: number;
}

/** What came of it. */
export interface RemoteReading extends Crawled {
  /** Publishers that were killed before they had ended. */
  readonly killed: number;
}

/**
 * Publishes edition after edition to a WebDAV server of rclone and kills each publisher at a moment of chance, while somebody follows all links
 * over HTTP: none may lead nowhere. What the last one publishes, unharmed, must be there byte by byte and nothing besides.
 */
export async function checkRemote(
  { root, kills, seed, pages }: RemoteOptions,
  say: (line: string) => void,
): Promise<RemoteReading> {
  const scratch = mkdtempSync(join(tmpdir(), "banxin-remote-"));
  const folder = (name: string) => join(scratch, name);
  const [store, from, record] = [folder("store"), folder("site"), folder("record")];
  mkdirSync(store);
  const settings = bareSettings(scratch);
  const server = await startRclone("webdav", store, settings);
  try {
    const publish = (edition: number) => {
      writePlainSite(from, linkedSite(edition, pages));
      const gone = Array.from({ length: edition }, (_, number) => ["--allow-gone", `/${addressOf(number)}`]).flat();
      const words = ["--from", from, "--record", record, "--grace", "0", ...gone];
      return startPublisher(root, `rclone:${server.remote}`, words, settings);
    };
    const faults: string[] = [];
    const toEnd = async (edition: number) => {
      const { ended, said } = publish(edition);
      if ((await ended) !== 0) faults.push(`a publisher that nobody killed failed: ${said()}`);
    };
    await toEnd(0);
    const crawling = crawlSite(server.address);
    const started = performance.now();
    await toEnd(1);
    const mostMs = Math.ceil(performance.now() - started);
    const random = seededRandom(seed);
    let killed = 0;
    for (let turn = 1; turn <= kills; turn++) {
      // Now and then an edition is published that was there before.
      const publisher = publish(Math.max(0, turn + 1 - (random.below(3) === 0 ? 1 : 0)));
      await pause(random.below(mostMs));
      publisher.child.kill("SIGKILL");
      if ((await publisher.ended) === null) killed++;
      say(`kill ${turn}/${kills}`);
    }
    await toEnd(kills + 2);
    const seen = await crawling.stop();
    faults.push(...seen.faults, ...differences(store, from));
    return { ...seen, faults, killed };
  } finally {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What the store holds and the site has not, or the other way round, or otherwise. */
function differences(store: string, from: string): readonly string[] {
  const [stored, built] = [digests(store), digests(from)];
  const paths = [...new Set([...stored.keys(), ...built.keys()])];
  return paths
    .filter((path) => stored.get(path) !== built.get(path))
    .map((path) => `${path} is not what was published`);
}

function digests(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name)).filter((path) => existsSync(path));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), contentHash(readFileSync(path))]));
}
