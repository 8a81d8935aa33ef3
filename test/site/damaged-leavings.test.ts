import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Progress } from "../../scripts/report/progress.ts";
import { publish } from "../../scripts/site/publish.ts";
import type { Site } from "../../scripts/site/site.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { Store, storeKey } from "../../scripts/store/store.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { emptyFolder, filesIn } from "./command.ts";

const site: Site = {
  pages: [],
  files: [{ path: urlPath("/a.txt"), key: contentHash("甲"), bytes: () => Buffer.from("甲") }],
};

async function publishTo(out: string, shelves: Shelves): Promise<ReadonlyMap<string, string>> {
  const progress = new Progress({ write: () => true });
  const { hindrance } = await publish(site, { out, shelves, progress }, async () => {});
  assert.equal(hindrance, undefined);
  return filesIn(out);
}

test("a folder that is called as a pack of the store is forgotten like any other damage", () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "0.pack/within"), { recursive: true });
  const store = new Store(folder);
  store.set(storeKey("a"), Buffer.from("甲"));
  store.close();
  const next = new Store(folder);
  assert.equal(next.get(storeKey("a"))?.toString(), "甲");
  next.close();
});

test("a build whose store is taken away while it runs loses what it remembered and nothing else", () => {
  const folder = join(emptyFolder(), "pages");
  const store = new Store(folder);
  // So much that some of it is written before the end.
  const value = Buffer.alloc(2 << 20);
  store.set(storeKey("a"), value);
  rmSync(folder, { recursive: true });
  assert.equal(store.get(storeKey("a"))?.length, value.length);
  store.close();
  assert.ok(!existsSync(folder));
});

test("where another hand has put an empty folder, or one with nothing but folders, the file is written anew", async () => {
  const [out, shelves] = [emptyFolder(), new Shelves(emptyFolder())];
  const whole = await publishTo(out, shelves);
  rmSync(join(out, "a.txt"));
  mkdirSync(join(out, "a.txt/within"), { recursive: true });
  assert.deepEqual(await publishTo(out, shelves), whole);
});

test("where another hand has put a link, the file is written anew, and what the link led to stays as it is", async () => {
  const [out, shelves] = [emptyFolder(), new Shelves(emptyFolder())];
  const whole = await publishTo(out, shelves);
  const elsewhere = join(emptyFolder(), "theirs.txt");
  writeFileSync(elsewhere, "theirs");
  for (const target of [elsewhere, join(out, "nowhere")]) {
    rmSync(join(out, "a.txt"));
    symlinkSync(target, join(out, "a.txt"));
    assert.deepEqual(await publishTo(out, shelves), whole);
  }
  assert.equal(readFileSync(elsewhere, "utf8"), "theirs");
});
