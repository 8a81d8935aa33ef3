import assert from "node:assert/strict";
import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { type PlainSite, writePlainSite } from "../../scripts/bench/plain-site.ts";
import { emptyFolder, type Outcome, run } from "../site/command.ts";

/** What is said of a site of which nobody knows what it was built from. */
export const usual = ["--as-of", "2026-05-20T00:00:00Z", "--allow-dirty"];

/** How a folder of this machine is reached. */
export interface Reached {
  readonly typed: (folder: string) => string;
  readonly words?: readonly string[];
  readonly folder?: string;
}

/** A folder that sites are published to. */
export class Target {
  readonly folder: string;
  readonly #reached: Reached;

  constructor(reached: Reached = { typed: (folder) => `file:${folder}` }) {
    this.folder = reached.folder ?? join(emptyFolder(), "site");
    this.#reached = reached;
  }

  /** Publishes `site`, of which nobody knows what it was built from. */
  publish(site: PlainSite, words: readonly string[] = usual): Outcome {
    const from = emptyFolder();
    writePlainSite(from, site);
    return this.run(["--from", from, ...words]);
  }

  /** Runs the command. */
  run(words: readonly string[]): Outcome {
    return run(["publish", this.#reached.typed(this.folder), ...(this.#reached.words ?? []), ...words]);
  }

  get releases(): readonly string[] {
    return readdirSync(join(this.folder, "releases")).sort();
  }

  get current(): string {
    return readlinkSync(join(this.folder, "current")).slice("releases/".length);
  }

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }
}

/** Asserts that a command has done what it should. */
export function published({ code, err }: Outcome): void {
  assert.equal(code, 0, err);
}

/** Asserts that a command was refused for the reason `kind`, with a remedy. */
export function refused({ code, err, out }: Outcome, kind: string): void {
  assert.equal(code, 1, out + err);
  assert.match(err, new RegExp(`  ${kind}\\n    \\S`, "u"));
  assert.equal(out, "");
}
