import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type PlainSite, plainSite, writePlainSite } from "../../../scripts/bench/plain-site.ts";
import { writeJournal } from "../../../scripts/publish/rclone/journal.ts";
import { below } from "../../../scripts/publish/rclone/rclone.ts";
import { RcloneReleases } from "../../../scripts/publish/rclone/rclone-releases.ts";
import { readSite } from "../../../scripts/publish/read-site.ts";
import { ReleaseFolder } from "../../../scripts/publish/release-folder.ts";
import { contentHash } from "../../../scripts/store/content-hash.ts";
import { emptyFolder } from "../../site/command.ts";

type Hashes = (text: string) => Readonly<Record<string, string>>;
const sizesOnly: Hashes = () => ({});
const md5s: Hashes = (text) => ({ md5: createHash("md5").update(text).digest("hex") });

/** A store in memory, which tells of its files what `hashesOf` says. */
function storeOf(files: PlainSite, hashesOf: Hashes = sizesOnly) {
  return {
    remote: "store:site",
    list: async () =>
      Object.entries(files).map(([path, text]) => ({ path, size: Buffer.byteLength(text), hashes: hashesOf(text) })),
    read: async (path: string) => Buffer.from(files[path] ?? ""),
  };
}

/** A site in a folder, its manifest, and a record that has stated it as release 3. */
async function stated(site: PlainSite) {
  const folder = emptyFolder();
  writePlainSite(folder, site);
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
  const record = new ReleaseFolder(emptyFolder());
  mkdirSync(record.statements);
  const id = `000003-${contentHash(manifest).slice(0, 12)}`;
  writeFileSync(join(record.statements, `${id}.manifest.json`), manifest);
  const whole = await readSite(folder);
  assert.ok("manifest" in whole);
  return { record, id, manifest, whole };
}

const [old, next] = [plainSite("甲", 4), plainSite("乙", 4)];

test("an empty store has no release, one with strange files is not ours, and one with a stated manifest is that release", async () => {
  const { record, id, manifest } = await stated(old);
  const look = (files: PlainSite) => RcloneReleases.look(storeOf(files), record);
  assert.equal((await look({})).current, undefined);
  const strange = (await look({ "cat.jpg": "x" })).current;
  assert.ok(strange !== undefined && "kind" in strange && strange.kind === "current-foreign");
  assert.deepEqual((await look({ ...old, "manifest.json": manifest })).current, { id });
});

test("a manifest about which nothing is stated is not believed, and the remedy tells how to do so all the same", async () => {
  const { manifest } = await stated(old);
  const record = new ReleaseFolder(emptyFolder());
  const { current } = await RcloneReleases.look(storeOf({ ...old, "manifest.json": manifest }), record);
  assert.ok(current !== undefined && "kind" in current);
  assert.equal(current.kind, "current-foreign");
  const name = `000001-${contentHash(manifest).slice(0, 12)}.manifest.json`;
  assert.ok(current.remedy.endsWith(`rclone copyto store:site/manifest.json DIR/statements/${name}`), current.remedy);
});

test("what the stated manifest has, with the right size and hash, is not sent again", async () => {
  const { record, manifest } = await stated(old);
  const { whole } = await stated(next);
  const intact = async (files: PlainSite, hashes = sizesOnly) =>
    [
      ...(await (
        await RcloneReleases.look(storeOf({ ...files, "manifest.json": manifest }, hashes), record)
      ).intact(whole)),
    ].sort();
  const same = ["robots.txt", "theory/news/2026/05/a1/index.html", "theory/news/2026/05/a2/index.html"];
  assert.deepEqual(await intact(old), same);
  assert.deepEqual(await intact(old, md5s), same);
  const { "robots.txt": robots = "", ...rest } = old;
  assert.deepEqual(await intact(rest), same.slice(1));
  assert.deepEqual(await intact({ ...rest, "robots.txt": `${robots}x` }), same.slice(1));
  // Of the same length: a store without hashes does not tell, `verify` does.
  assert.deepEqual(await intact({ ...rest, "robots.txt": robots.replace("A", "B") }, md5s), same.slice(1));
});

test("after a killed publisher only what its journal vouches for, or a hash, is believed; what it left is to be deleted", async () => {
  const { record, manifest } = await stated(old);
  const { whole } = await stated(next);
  const page = (number: number) => `theory/news/2026/05/a${number}/index.html`;
  const [front, first, second, third] = ["index.html", page(1), page(2), page(3)];
  const journal = new Map<string, string | null>([
    [front, whole.manifest.files.get(front)?.sha256 ?? ""],
    [first, null],
    [second, "0".repeat(64)],
    ["left.jpg", null],
    ["never.jpg", null],
  ]);
  const files = {
    ...next,
    "left.jpg": "x",
    ".publishing.json": writeJournal({ files: journal, unlinked: new Set() }),
    "manifest.json": manifest,
  };
  const releases = await RcloneReleases.look(storeOf(files), record);
  assert.equal(releases.isFinished, false);
  assert.deepEqual([...releases.leftBehind].sort(), ["index.html", "left.jpg", first, second].sort());
  assert.deepEqual([...(await releases.intact(whole))].sort(), ["index.html", "robots.txt"]);
  const told = await RcloneReleases.look(storeOf(files, md5s), record);
  const intact = await told.intact(whole);
  assert.ok([front, first, second, third].every((path) => intact.has(path)));
  const half = { ...files, "index.html.1a2b3c4d.partial": "x" };
  assert.ok((await RcloneReleases.look(storeOf(half), record)).leftBehind.includes("index.html.1a2b3c4d.partial"));
  const damaged = await RcloneReleases.look(storeOf({ ...files, ".publishing.json": "{" }), record);
  assert.deepEqual([...(await damaged.intact(whole))], []);
});

test("without its journal a killed publisher's files are sent again, and what others put there is not deleted", async () => {
  const { record, manifest } = await stated(old);
  const { whole } = await stated(next);
  const left = ["index.html", "MP_verify_a.txt", "uploads/theirs.jpg"];
  const files = { ...old, ...Object.fromEntries(left.map((path) => [path, "x"])), ".publishing.json": "{" };
  const releases = await RcloneReleases.look(storeOf({ ...files, "manifest.json": manifest }), record);
  assert.ok(releases.current !== undefined && "id" in releases.current);
  assert.equal(releases.isFinished, false);
  assert.deepEqual([...releases.leftBehind].sort(), Object.keys(old).sort());
  assert.deepEqual([...(await releases.intact(whole))], []);
  const first = await RcloneReleases.look(storeOf(files), record);
  assert.deepEqual([first.current, first.leftBehind], [undefined, []]);
});

test("a store is whole as long as it has every file of the current site, whatever lies beside them", async () => {
  const { record, manifest, whole } = await stated(old);
  const isWhole = async (files: PlainSite) =>
    (await RcloneReleases.look(storeOf({ ...files, "manifest.json": manifest }), record)).isWhole(whole);
  const { "robots.txt": robots = "", ...rest } = old;
  assert.equal(await isWhole({ ...old, "theirs.txt": "x" }), true);
  assert.equal(await isWhole(rest), false);
  assert.equal(await isWhole({ ...rest, "robots.txt": `${robots}x` }), false);
});

test("messages name a remote without its keys", async () => {
  const { manifest } = await stated(old);
  const remote = ":s3,access_key_id=AKIA,secret_access_key='a:b,c':bucket/site";
  for (const files of [{ "cat.jpg": "x" }, { ...old, "manifest.json": manifest }]) {
    const store = { ...storeOf(files), remote };
    const { current } = await RcloneReleases.look(store, new ReleaseFolder(emptyFolder()));
    assert.ok(current !== undefined && "kind" in current);
    assert.match(current.message, /^:s3,…:bucket\/site/u);
    assert.doesNotMatch(current.message + current.remedy, /AKIA|a:b/u);
  }
});

test("a first publication that was killed is gone on with", async () => {
  const record = new ReleaseFolder(emptyFolder());
  const journal = new Map(Object.keys(next).map((path) => [path, null]));
  const releases = await RcloneReleases.look(
    storeOf({ ...next, ".publishing.json": writeJournal({ files: journal, unlinked: new Set() }) }),
    record,
  );
  assert.equal(releases.current, undefined);
});

test("a file lies below a remote that ends as it may", () => {
  assert.equal(below("oss:", "manifest.json"), "oss:manifest.json");
  assert.equal(below("oss:bucket", "manifest.json"), "oss:bucket/manifest.json");
  assert.equal(below("oss:bucket/a/", "manifest.json"), "oss:bucket/a/manifest.json");
});
