import assert from "node:assert/strict";
import { lstatSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import sharp from "sharp";
import { FileIds, type FileRow, type LoadedFile } from "../../scripts/edition/file-ids.ts";
import { PictureDesk } from "../../scripts/edition/picture-desk.ts";
import { Shelves } from "../../scripts/store/shelves.ts";

const folder = mkdtempSync(join(tmpdir(), "banxin-pictures-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Long after everything that a test has written. */
const later = Date.now() + 3_600_000;

/** Tells what it has read. */
class CountingIds extends FileIds {
  readonly read: string[] = [];

  override load(file: string): LoadedFile {
    this.read.push(file);
    return super.load(file);
  }
}

async function paint(file: string, background: string): Promise<void> {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background } });
  writeFileSync(join(folder, file), await picture.jpeg().toBuffer());
}

/** One build: the pictures' addresses and files, what was read for it, and what the next build knows. */
async function build(used: readonly { file: string; credit: string }[], cache: string, known: readonly FileRow[] = []) {
  const ids = new CountingIds(folder, known, later);
  for (const { file } of used) ids.see(file, lstatSync(join(folder, file)));
  const shelves = new Shelves(cache);
  const desk = new PictureDesk(shelves, "code");
  await desk.check({ ids }, new Map(used.map(({ file }) => [file, [{ file: "a.md", line: 1, column: 1 }]])));
  const { pictures, files } = await desk.publish({ ids }, used);
  const readBefore = [...ids.read];
  const bytes = new Map<string, Buffer>();
  for (const each of files) bytes.set(each.path, Buffer.from(await each.bytes()));
  shelves.close();
  return { pictures, bytes, read: readBefore, rows: ids.rows };
}

function newCache(): string {
  const cache = mkdtempSync(join(tmpdir(), "banxin-cache-"));
  after(() => rmSync(cache, { recursive: true, force: true }));
  return cache;
}

test("a picture that was encoded once is not even read again, and shown as it was", async () => {
  await paint("a.jpg", "#804020");
  await paint("b.jpg", "#208040");
  const cache = newCache();
  const used = [
    { file: "a.jpg", credit: "方迟 摄" },
    { file: "b.jpg", credit: "" },
  ];
  const first = await build(used, cache);
  assert.deepEqual([...new Set(first.read)].sort(), ["a.jpg", "b.jpg"]);
  const second = await build(used, cache, first.rows);
  assert.deepEqual(second.read, []);
  assert.deepEqual(second.pictures, first.pictures);
  assert.deepEqual(second.bytes, first.bytes);
});

test("of two pictures only the one that is new, or credited anew, is read and encoded", async () => {
  await paint("a.jpg", "#804020");
  const cache = newCache();
  const known = await build([{ file: "a.jpg", credit: "" }], cache);
  await paint("c.jpg", "#402080");
  const more = await build(
    [
      { file: "a.jpg", credit: "" },
      { file: "c.jpg", credit: "" },
    ],
    cache,
    known.rows,
  );
  assert.deepEqual([...new Set(more.read)], ["c.jpg"]);
  const credited = await build(
    [
      { file: "a.jpg", credit: "周行 摄" },
      { file: "c.jpg", credit: "" },
    ],
    cache,
    more.rows,
  );
  assert.deepEqual([...new Set(credited.read)], ["a.jpg"]);
  assert.notEqual(credited.pictures.get("a.jpg")?.path, more.pictures.get("a.jpg")?.path);
  assert.deepEqual(credited.pictures.get("c.jpg"), more.pictures.get("c.jpg"));
});

test("a new cache gives the same addresses and bytes, in whatever order pictures are used", async () => {
  await paint("a.jpg", "#804020");
  await paint("b.jpg", "#208040");
  const used = ["a.jpg", "b.jpg"].map((file) => ({ file, credit: "本刊" }));
  const one = await build(used, newCache());
  const other = await build(used.toReversed(), newCache());
  for (const [file, picture] of one.pictures) assert.deepEqual(other.pictures.get(file), picture);
  for (const [path, bytes] of one.bytes) assert.deepEqual(other.bytes.get(path), bytes);
});

test("all files of a picture bear its name, one hash and their width", async () => {
  await paint("河边 清晨.jpg", "#804020");
  const { bytes } = await build([{ file: "河边 清晨.jpg", credit: "" }], newCache());
  const [first = ""] = bytes.keys();
  const stem = /^\/pictures\/he-bian-qing-chen-[0-9a-f]{12}-/u.exec(first)?.[0] ?? "?";
  for (const path of bytes.keys()) assert.ok(path.startsWith(stem), path);
});
