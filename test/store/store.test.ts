import assert from "node:assert/strict";
import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { Store, storeKey } from "../../scripts/store/store.ts";
import { emptyFolder } from "../site/command.ts";

const key = (name: string) => storeKey("test", name);

/** The value that tests keep under `name`: `size` bytes that follow from it. */
function bytesOf(name: string, size = 3000): Buffer {
  return Buffer.alloc(size, contentHash(name));
}

function keep(folder: string, names: readonly string[]): void {
  const store = new Store(folder);
  for (const name of names) store.set(key(name), bytesOf(name));
  store.close();
}

/** The names whose values `folder` gives back; every one must be as it was kept. */
function found(folder: string, names: readonly string[]): readonly string[] {
  const store = new Store(folder);
  const there = names.filter((name) => {
    const value = store.get(key(name));
    assert.ok(value === undefined || value.equals(bytesOf(name)), `${name} is not what was kept`);
    return value !== undefined;
  });
  store.discard();
  return there;
}

function packsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pack"))
    .map((name) => join(folder, name));
}

const some = Array.from({ length: 40 }, (_, index) => `value ${index}`);

test("what a build has kept the next finds, and nothing else", () => {
  const folder = join(emptyFolder(), "made/when/needed");
  assert.deepEqual(found(folder, some), []);
  keep(folder, some);
  assert.deepEqual(found(folder, [...some, "another"]), some);
});

test("a value can be had back in the build that keeps it, before and after it is written, an empty one too", () => {
  const store = new Store(emptyFolder());
  store.set(key("empty"), Buffer.alloc(0));
  // More than is written at one time.
  const names = Array.from({ length: 500 }, (_, index) => `many ${index}`);
  for (const name of names) store.set(key(name), bytesOf(name));
  for (const name of names) assert.deepEqual(store.get(key(name)), bytesOf(name));
  assert.deepEqual(store.get(key("empty")), Buffer.alloc(0));
  store.discard();
});

test("two builds at the same time both keep what they made", () => {
  const folder = emptyFolder();
  const [first, second] = [new Store(folder), new Store(folder)];
  first.set(key("both"), bytesOf("both"));
  second.set(key("both"), bytesOf("both"));
  first.set(key("first"), bytesOf("first"));
  second.set(key("second"), bytesOf("second"));
  first.close();
  second.close();
  assert.deepEqual(found(folder, ["both", "first", "second"]), ["both", "first", "second"]);
});

test("wherever a pack is altered or cut off, a value is given back whole or not at all", () => {
  const folder = emptyFolder();
  keep(folder, some);
  const [pack = ""] = packsIn(folder);
  const whole = readFileSync(pack);
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 97)) {
    const altered = Buffer.from(whole);
    altered[at] = (altered[at] ?? 0) ^ 0x5a;
    writeFileSync(pack, altered);
    found(folder, some);
    writeFileSync(pack, whole);
    truncateSync(pack, at);
    found(folder, some);
    writeFileSync(pack, whole);
  }
  assert.deepEqual(found(folder, some), some);
});

test("a damaged value is made again and found from then on", () => {
  const folder = emptyFolder();
  keep(folder, some);
  const [pack = ""] = packsIn(folder);
  const bytes = readFileSync(pack);
  bytes[bytes.indexOf(bytesOf("value 7"))] = 0;
  writeFileSync(pack, bytes);
  assert.ok(!found(folder, some).includes("value 7"));
  keep(folder, ["value 7"]);
  assert.deepEqual(found(folder, some), some);
});

test("packs of another form and what a killed build left unfinished are forgotten; other files stay", () => {
  const folder = emptyFolder();
  keep(folder, some);
  writeFileSync(join(folder, "older.pack"), "banxin-pack-0\nwhat an older version wrote");
  writeFileSync(join(folder, "999999999-0.new"), "half a pack");
  writeFileSync(join(folder, "README"), "not ours");
  assert.deepEqual(found(folder, some), some);
  const left = readdirSync(folder).filter((name) => !/^[0-9a-f]{32}\.pack$/u.test(name));
  assert.deepEqual(left, ["README"]);
});

test("where the disk refuses, the build has its values all the same and nothing is left behind", () => {
  const folder = emptyFolder();
  const blocked = join(folder, "file");
  writeFileSync(blocked, "a file where the store's folder should be");
  const store = new Store(join(blocked, "store"));
  const names = Array.from({ length: 900 }, (_, index) => `refused ${index}`);
  for (const name of names) store.set(key(name), bytesOf(name));
  for (const name of names) assert.deepEqual(store.get(key(name)), bytesOf(name));
  store.close();
  assert.deepEqual(readdirSync(folder), ["file"]);
});

test("many small packs become one, and nothing of them is lost", () => {
  const folder = emptyFolder();
  for (const name of some) keep(folder, [name]);
  assert.ok(packsIn(folder).length < 20, `${packsIn(folder).length} packs`);
  assert.deepEqual(found(folder, some), some);
});

test("a large pack is not written again for the small ones that gather beside it", () => {
  const folder = emptyFolder();
  keep(folder, some);
  const [large = ""] = packsIn(folder);
  const names = Array.from({ length: 20 }, (_, index) => `small ${index}`);
  for (const name of names) keep(folder, [name]);
  assert.ok(packsIn(folder).includes(large));
  assert.ok(packsIn(folder).length < 20, `${packsIn(folder).length} packs`);
  assert.deepEqual(found(folder, [...some, ...names]), [...some, ...names]);
});

test("what builds do not use any more leaves when too much of it has gathered; what they use stays", () => {
  const folder = emptyFolder();
  const size = 4 << 20;
  keep(folder, some);
  for (let turn = 0; turn < 12; turn++) {
    const store = new Store(folder);
    for (const name of some) assert.ok(store.get(key(name)));
    store.set(key(`turn ${turn}`), bytesOf(`turn ${turn}`, size));
    store.close();
  }
  const bytes = packsIn(folder).reduce((sum, pack) => sum + statSync(pack).size, 0);
  assert.ok(bytes < 11 * size, `${bytes} bytes are kept`);
  assert.deepEqual(found(folder, some), some);
});

test("a key says apart what its parts say apart", () => {
  assert.notEqual(storeKey("ab", "c"), storeKey("a", "bc"));
  assert.notEqual(storeKey("a"), storeKey("a", ""));
  assert.match(storeKey("a"), /^[0-9a-f]{64}$/u);
});

test("a pack that another hand appended to is damaged", () => {
  const folder = emptyFolder();
  keep(folder, some);
  for (const pack of packsIn(folder)) appendFileSync(pack, "x");
  assert.deepEqual(found(folder, some), []);
});
