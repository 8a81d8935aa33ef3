import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { linkedSite } from "../../../scripts/bench/linked-site.ts";
import { writePlainSite } from "../../../scripts/bench/plain-site.ts";
import { seededRandom } from "../../../scripts/bench/seeded-random.ts";
import { planRelease } from "../../../scripts/publish/plan-release.ts";
import { makeRcloneRelease } from "../../../scripts/publish/rclone/make-rclone-release.ts";
import type { Store } from "../../../scripts/publish/rclone/rclone.ts";
import { RcloneReleases } from "../../../scripts/publish/rclone/rclone-releases.ts";
import { ReleaseFolder } from "../../../scripts/publish/release-folder.ts";
import { emptyFolder } from "../../site/command.ts";
import { deadLinks } from "./dead-links.ts";

class Killed extends Error {}

/** A store in memory without hashes, which does one file after the other in an order of chance and stops after some. */
class StoreInMemory implements Store {
  readonly remote = "store:site";
  readonly files = new Map<string, Buffer>();
  /** So many more files are written or deleted. */
  left = Number.POSITIVE_INFINITY;
  readonly #chance: (count: number) => number;
  readonly #look: (store: ReadonlyMap<string, Buffer>) => void;

  constructor(chance: (count: number) => number, look: (store: ReadonlyMap<string, Buffer>) => void) {
    this.#chance = chance;
    this.#look = look;
  }

  async list() {
    return [...this.files].map(([path, bytes]) => ({ path, size: bytes.length, hashes: {} }));
  }

  async read(path: string) {
    return this.files.get(path);
  }

  async write(path: string, bytes: string) {
    this.#touch(() => this.files.set(path, Buffer.from(bytes)));
  }

  async send({ from, paths }: { readonly from: string; readonly paths: readonly string[] }) {
    for (const path of this.#shuffled(paths)) this.#touch(() => this.files.set(path, readFileSync(join(from, path))));
  }

  async remove(paths: readonly string[]) {
    for (const path of this.#shuffled(paths)) this.#touch(() => this.files.delete(path));
  }

  async removeFolders() {}

  #touch(work: () => void) {
    if (this.left-- <= 0) throw new Killed();
    work();
    this.#look(this.files);
  }

  #shuffled(paths: readonly string[]): readonly string[] {
    const rest = [...paths];
    return paths.flatMap(() => rest.splice(this.#chance(rest.length), 1));
  }
}

const pages = 4;
const builds = Array.from({ length: 6 }, (_, edition) => ({ site: linkedSite(edition, pages), from: emptyFolder() }));
for (const { site, from } of builds) writePlainSite(from, site);

/** Publishes a build, whatever was there. */
async function publish(store: Store, record: ReleaseFolder, from: string): Promise<void> {
  const releases = await RcloneReleases.look(store, record);
  const planned = await planRelease({
    ...{ releases, from, keep: 2 },
    machine: { node: "v20", architecture: "x64", lock: "0".repeat(64) },
    factsOf: async () => ({ asOf: null, commit: null, isDirty: false, content: "" }),
    isBefore: async () => false,
    allowGone: Array.from({ length: 20 }, (_, number) => `/theory/2026/05/a${number}/`),
    ...{ allowDirty: true, allowBack: true },
  });
  if ("unchanged" in planned) return;
  assert.ok("plan" in planned, JSON.stringify(planned));
  const remote = { rclone: store, record, releases, graceMs: 0, scratch: emptyFolder() };
  await makeRcloneRelease(remote, planned.plan, { step: () => {} });
}

test("however many publishers of whatever editions are killed one after the other, links lead somewhere after every file", async () => {
  const seed = process.env["SEED"] ?? "anywhere";
  const random = seededRandom(seed);
  const record = new ReleaseFolder(emptyFolder());
  let isBegun = false;
  let step = "";
  const store = new StoreInMemory(
    (count) => random.below(count),
    (files) => {
      if (isBegun) assert.deepEqual(deadLinks(files), [], `SEED=${seed} ${step}`);
    },
  );
  await publish(store, record, builds[0]?.from ?? "");
  isBegun = true;
  let killed = 0;
  for (let turn = 0; turn < 120; turn++) {
    const build = builds[random.below(builds.length)] ?? builds[0];
    assert.ok(build);
    // Every fifth is left alone.
    store.left = turn % 5 === 4 ? Number.POSITIVE_INFINITY : random.below(24);
    step = `turn ${turn}, edition ${builds.indexOf(build)}, killed after ${store.left}`;
    try {
      await publish(store, record, build.from);
      const expected = [...Object.keys(build.site), "manifest.json"].sort();
      assert.deepEqual([...store.files.keys()].sort(), expected, step);
      for (const [path, text] of Object.entries(build.site))
        assert.equal(store.files.get(path)?.toString(), text, step);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed++;
    }
  }
  assert.ok(killed > 40, `${killed}`);
});
