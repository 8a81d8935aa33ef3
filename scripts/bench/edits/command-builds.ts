import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Circumstances } from "../random-edits.ts";
import type { Random } from "../seeded-random.ts";
import { foreignName, type Leavings } from "./damages.ts";
import { differenceOf } from "./difference.ts";
import { type FolderState, stateOf } from "./edited-newsroom.ts";

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
    const { scratch, out, cache } = this.#places;
    const clean = { out: join(scratch, "clean-out"), cache: join(scratch, "clean-cache") };
    for (const folder of Object.values(clean)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    if (random.below(5) === 0) await this.#killOne(circumstances, random.below(latestKill));
    const full = (chance: number) => (random.below(chance) === 0 ? ["--full"] : []);
    const run = async (leavings: Leavings, more: readonly string[]): Promise<Run> => {
      const before = stateOf(leavings.out);
      return { out: leavings.out, before, outcome: await endOf(this.#start(leavings, circumstances, more)) };
    };
    // Now and then two builds share one store.
    const other = { out: join(scratch, "other-out"), cache };
    const isShared = random.below(5) === 0;
    const [wanted, ...found] = await Promise.all([
      run(clean, []),
      run({ out, cache }, full(12)),
      ...(isShared ? [run(other, full(2))] : []),
    ]);
    return {
      difference: found.map((each) => differenceBetween(wanted, each)).find((each) => each !== undefined),
      isReady: wanted.outcome.code === 0,
    };
  }

  /** Kills a build after so many milliseconds. */
  async #killOne(circumstances: Circumstances, ms: number): Promise<void> {
    const build = this.#start(this.#places, circumstances);
    const ended = endOf(build);
    await pause(ms);
    build.kill("SIGKILL");
    await ended;
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
}

/** A build, and what its output was before it. */
interface Run {
  readonly out: string;
  readonly before: FolderState;
  readonly outcome: Outcome;
}

function endOf(build: ChildProcess): Promise<Outcome> {
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

function differenceBetween(wanted: Run, found: Run): string | undefined {
  const [one, other] = [wanted.outcome, found.outcome];
  if (one.code !== other.code || one.report !== other.report || (one.code ?? 3) > 1)
    return `a clean build ${told(one)}\nthe other ${told(other)}`;
  return one.code === 0
    ? differenceOf(stateOf(wanted.out), found.out, foreignName)
    : changeOf(found.before, stateOf(found.out));
}

function told({ code, report, said }: Outcome): string {
  return `ended with ${code}\n${report}${said}`;
}

function changeOf(before: FolderState, after: FolderState): string | undefined {
  const changed = [...new Set([...before.keys(), ...after.keys()])].find(
    (file) => before.get(file)?.equals(after.get(file) ?? Buffer.alloc(0)) !== true,
  );
  return changed && `the build was refused, and ${changed} is another`;
}
