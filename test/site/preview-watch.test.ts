import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { PreviewWatch } from "../../scripts/site/preview-watch.ts";
import { emptyFolder } from "./command.ts";

/** A watched folder that holds `files`. */
class Watched {
  readonly folder: string;
  readonly watch: PreviewWatch;
  #told = 0;

  constructor(files: readonly string[], folder = emptyFolder()) {
    this.folder = folder;
    for (const file of files) this.save(file);
    this.watch = new PreviewWatch(folder, () => {
      this.#told++;
    });
  }

  /** Writes a file, its folders too. */
  save(file: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), "甲");
  }

  /** Does `change`, waits until it is told, and then until no more is told of it. */
  async toldAfter(change: () => void): Promise<void> {
    const before = this.#told;
    change();
    for (let tries = 0; this.#told === before; tries++) {
      assert.ok(tries < 1500, `never told: ${change}`);
      await pause(20);
    }
    for (let told = -1; told !== this.#told; await pause(300)) told = this.#told;
  }
}

test("a change, an addition, a deletion and a renamed file are told", async () => {
  const watched = new Watched(["theory/a.md"]);
  const at = (file: string) => join(watched.folder, file);
  await watched.toldAfter(() => watched.save("theory/a.md"));
  await watched.toldAfter(() => watched.save("theory/b.md"));
  await watched.toldAfter(() => renameSync(at("theory/a.md"), at("theory/c.md")));
  await watched.toldAfter(() => rmSync(at("theory/c.md")));
  // As editors save: the new text beside the old one, and then in its place.
  writeFileSync(at("theory/.b.md.new"), "");
  await watched.toldAfter(() => renameSync(at("theory/.b.md.new"), at("theory/b.md")));
  watched.watch.close();
});

test("what happens in folders that are new, moved or made again is told too", async () => {
  const watched = new Watched(["theory/news/a.md"]);
  const at = (file: string) => join(watched.folder, file);
  await watched.toldAfter(() => watched.save("culture/crafts/a.md"));
  await watched.toldAfter(() => watched.save("culture/crafts/a.md"));
  await watched.toldAfter(() => renameSync(at("theory"), at("thought")));
  await watched.toldAfter(() => watched.save("thought/news/a.md"));
  await watched.toldAfter(() => watched.save("theory/news/a.md"));
  await watched.toldAfter(() => rmSync(at("culture"), { recursive: true }));
  await watched.toldAfter(() => watched.save("culture/crafts/a.md"));
  await watched.toldAfter(() => watched.save("culture/crafts/a.md"));
  watched.watch.close();
});

test("a folder that is not there yet is told when it appears, and so is what happens in it", async () => {
  const folder = join(emptyFolder(), "content");
  const watched = new Watched([], folder);
  await watched.toldAfter(() => watched.save("masthead.md"));
  await watched.toldAfter(() => watched.save("masthead.md"));
  await watched.toldAfter(() => rmSync(folder, { recursive: true }));
  await watched.toldAfter(() => watched.save("masthead.md"));
  watched.watch.close();
});
