import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { root, testCache } from "../newsroom.ts";

/** What a command did. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The words behind `node` that start the program with `words`, which remembers what tests remember unless they say otherwise. */
export function wordsOf([command = "", ...words]: readonly string[]): readonly string[] {
  const remembers = ["build", "check", "start"].includes(command);
  return ["scripts/start.mjs", command, ...(remembers ? ["--cache", testCache] : []), ...words];
}

/** Runs the program with `words`, as npm would, in a process of its own. */
export function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, wordsOf(words), {
    cwd: root,
    env: { ...process.env, INIT_CWD: root, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A new empty folder, gone after the tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "banxin-out-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below `folder` by path, and the hash of its bytes. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, contentHash(readFileSync(join(folder, name)))]));
}
