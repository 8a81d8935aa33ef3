import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Circumstances } from "../random-edits.ts";
import type { Random } from "../seeded-random.ts";
import { foreignName, type Leavings } from "./damages.ts";
import { differenceOf } from "./difference.ts";
import { stateOf } from "./edited-newsroom.ts";

/** Where commands are run, and on what. Everything but `content` is made when needed. */
export interface CommandPlaces extends Leavings {
  /** The folder of a package like this one. */
  readonly root: string;
  readonly content: string;
  /** For what is not kept. */
  readonly scratch: string;
}

/** What a command did. */
interface Outcome {
  readonly code: number | null;
  /** Standard output. */
  readonly report: string;
  /** Standard error. */
  readonly said: string;
}

/** How two builds of the same content compare. */
export interface Comparison {
  /** Nothing where all is the same. */
  readonly difference: string | undefined;
  /** False for a build that was refused. */
  readonly isReady: boolean;
}

/** A command is killed so many milliseconds after its start at the latest: most are done by then. */
const latestKill = 1500;

/** Builds one content folder by the command, with what earlier builds remember and without. */
export class CommandBuilds {
  readonly #places: CommandPlaces;

  constructor(places: CommandPlaces) {
    this.#places = places;
  }

  /**
   * Builds in the folders that are kept, disturbed as chance will have it, and in new ones, and compares exit code, report and every byte.
   * A build that is refused must not have changed its output.
   */
  async compare(circumstances: Circumstances, random: Random): Promise<Comparison> {
    const { out, scratch } = this.#places;
    const clean = { out: join(scratch, "clean-out"), cache: join(scratch, "clean-cache") };
    for (const folder of Object.values(clean)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    const before = stateOf(out);
    const isFull = random.below(12) === 0 ? ["--full"] : [];
    const beside = await this.#disturb(circumstances, random);
    const [wanted, found] = await Promise.all([
      this.#end(this.#start(clean, circumstances)),
      this.#end(this.#start(this.#places, circumstances, isFull)),
    ]);
    await beside?.ended;
    if (wanted.code !== found.code || wanted.report !== found.report || (wanted.code ?? 3) > 1)
      return { difference: `a clean build: ${told(wanted)}\nthe other: ${told(found)}`, isReady: false };
    const isReady = wanted.code === 0;
    const difference = isReady ? differenceOf(clean.out, out, foreignName) : changeOf(before, stateOf(out));
    return { difference, isReady };
  }

  /** What else goes on: a build that is killed before the next begins, or one at the same time. */
  async #disturb(
    circumstances: Circumstances,
    random: Random,
  ): Promise<{ readonly ended: Promise<unknown> } | undefined> {
    const other = { out: join(this.#places.scratch, "other-out"), cache: this.#places.cache };
    switch (random.below(10)) {
      case 0:
      case 1: {
        const build = this.#start(this.#places, circumstances);
        const ended = this.#end(build);
        await pause(random.below(latestKill));
        build.kill("SIGKILL");
        await ended;
        return undefined;
      }
      case 2:
        return { ended: this.#end(this.#start(other, circumstances)) };
      case 3:
        return { ended: this.#end(this.#start(other, circumstances, ["--full"])) };
      default:
        return undefined;
    }
  }

  #start({ out, cache }: Leavings, { asOfMs, address }: Circumstances, more: readonly string[] = []): ChildProcess {
    const { root, content } = this.#places;
    const asOf = new Date(asOfMs).toISOString();
    const words = ["--content", content, "--out", out, "--cache", cache, "--as-of", asOf, ...more];
    const addressed = address === undefined ? words : [...words, "--address", address];
    return spawn(process.execPath, ["scripts/start.mjs", "build", ...addressed], {
      cwd: root,
      env: { ...process.env, INIT_CWD: root },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  #end(build: ChildProcess): Promise<Outcome> {
    let report = "";
    let said = "";
    build.stdout?.setEncoding("utf8").on("data", (text) => {
      report += text;
    });
    build.stderr?.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    return new Promise((done, failed) => {
      build.on("error", failed).on("close", (code) => done({ code, report, said }));
    });
  }
}

function told({ code, report, said }: Outcome): string {
  return `ended with ${code}\n${report}${said}`;
}

function changeOf(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): string | undefined {
  const changed = [...new Set([...before.keys(), ...after.keys()])].find(
    (file) => before.get(file)?.equals(after.get(file) ?? Buffer.alloc(0)) !== true,
  );
  return changed && `the build was refused, and ${changed} is another`;
}
