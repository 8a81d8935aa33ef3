import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { contentHash } from "../store/content-hash.ts";
import { plainSite, writePlainSite } from "./plain-site.ts";
import { seededRandom } from "./seeded-random.ts";
import { watchSite } from "./watch-site.ts";

/** How publishing is tried. */
export interface TrustOptions {
  /** The folder of this package. */
  readonly root: string;
  /** How often a publisher is killed. */
  readonly kills: number;
  /** What the moments of killing follow from. */
  readonly seed: string;
  /** Articles of the site that is published. */
  readonly pages: number;
  /** How the folder is reached; absent where it is this machine's own. */
  readonly reach?: Reach | undefined;
}

/** How a folder of this machine is published to. */
export interface Reach {
  /** The target that is typed for a folder. */
  readonly typed: (folder: string) => string;
  /** What is said besides. */
  readonly words: readonly string[];
}

const directly: Reach = { typed: (folder) => `file:${folder}`, words: [] };

/** What came of it. */
export interface TrustReading {
  /** What was wrong; empty when nothing was. */
  readonly faults: readonly string[];
  /** Publishers that were killed before they had ended. */
  readonly killed: number;
  /** How often the site was read whole meanwhile. */
  readonly looks: number;
  /** Releases that were seen. */
  readonly releases: number;
}

/** Publishers are killed in the time that one takes which nobody kills, and a little after it. */
const partOfTime = 1.5;

/**
 * Publishes two editions of a site in turn and kills each publisher at a moment of chance, while somebody reads the site all the time:
 * never may anything but a whole site be seen, the numbers must rise, and what the last one publishes, unharmed, must be whole.
 */
export async function checkTrust(
  { root, kills, seed, pages, reach = directly }: TrustOptions,
  say: (line: string) => void,
): Promise<TrustReading> {
  const scratch = mkdtempSync(join(tmpdir(), "banxin-trust-"));
  try {
    const target = join(scratch, "site");
    const editions = ["甲", "乙"].map((edition) => {
      const from = join(scratch, edition);
      writePlainSite(from, plainSite(edition, pages));
      return from;
    });
    const digests = editions.map((from) => contentHash(readFileSync(join(from, "manifest.json"))));
    const current = join(target, "current");
    // The one that is not there: there is always something to do.
    const publish = () => {
      const there = existsSync(current) ? readlinkSync(current).slice(-12) : "";
      const next = digests.findIndex((digest) => !digest.startsWith(there));
      return startPublisher(root, reach.typed(target), ["--from", editions[Math.max(0, next)] ?? "", ...reach.words]);
    };
    const faults: string[] = [];
    await ended(publish(), faults);
    // It slows the publishers down, so it begins before one is timed.
    const watching = watchSite(current);
    const usual = publish();
    await lockTaken(usual, target);
    const started = performance.now();
    await ended(usual, faults);
    const mostMs = Math.ceil((performance.now() - started) * partOfTime);
    const random = seededRandom(seed);
    let killed = 0;
    for (let turn = 1; turn <= kills; turn++) {
      const publisher = publish();
      await lockTaken(publisher, target);
      await pause(random.below(mostMs));
      publisher.child.kill("SIGKILL");
      if ((await publisher.ended) === null) killed++;
      say(`kill ${turn}/${kills}`);
    }
    for (let turn = 0; turn < 2; turn++) await ended(publish(), faults);
    const seen = await watching.stop();
    faults.push(...seen.faults, ...fallingIn(seen.releases), ...leftIn(target));
    return { faults, killed, looks: seen.whole, releases: seen.releases.length };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A publisher that runs. */
export interface Publisher {
  readonly child: ChildProcess;
  /** Its exit code; `null` when it was killed. */
  readonly ended: Promise<number | null>;
  readonly said: () => string;
}

/** Starts publishing to what is `typed`, as a person would. */
export function startPublisher(
  root: string,
  typed: string,
  more: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Publisher {
  const usual = ["--as-of", "2026-05-20T00:00:00Z", "--allow-dirty"];
  const words = ["scripts/start.mjs", "publish", typed, ...usual, ...more];
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
  return { child, ended, said: () => said };
}

async function ended({ ended: code, said }: Publisher, faults: string[]): Promise<void> {
  if ((await code) !== 0) faults.push(`a publisher that nobody killed ended with ${await code}: ${said()}`);
}

/** Waits until a publisher has begun to hold the folder, or has ended. */
async function lockTaken({ child }: Publisher, target: string): Promise<void> {
  const locks = () =>
    (existsSync(target) ? readdirSync(target).filter((name) => name.startsWith(".publishing.")) : []).join();
  const before = locks();
  while (child.exitCode === null && locks() === before) await pause(1);
}

function fallingIn(releases: readonly string[]): readonly string[] {
  return releases.flatMap((id, index) => {
    const last = releases[index - 1];
    return last !== undefined && last > id ? [`${id} was seen after ${last}`] : [];
  });
}

/** What killed publishers have left and the last one should have removed. */
function leftIn(target: string): readonly string[] {
  const left = readdirSync(join(target, "releases")).filter((name) => name.startsWith("."));
  return left.map((name) => `releases/${name} was left`);
}
