import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FileStore } from "../../scripts/store/file-store.ts";
import { emptyFolder } from "../site/command.ts";

test("what is kept is found under its key, with its label and its bytes", () => {
  const store = new FileStore(join(emptyFolder(), "pictures"));
  assert.equal(store.find("key"), undefined);
  const kept = store.keep("key", "640x480.webp", Buffer.from("bytes"));
  assert.deepEqual(store.find("key"), kept);
  assert.equal(kept.label, "640x480.webp");
  assert.equal(readFileSync(kept.file, "utf8"), "bytes");
  assert.equal(store.find("other"), undefined);
});

test("a file that was damaged, cut off or put there by another hand is forgotten", () => {
  const folder = emptyFolder();
  const store = new FileStore(folder);
  const { file } = store.keep("key", "1x1.webp", Buffer.from("bytes"));
  writeFileSync(file, "byt");
  writeFileSync(join(folder, "key", "note.txt"), "not ours");
  assert.equal(store.find("key"), undefined);
  assert.deepEqual(readdirSync(join(folder, "key")), []);
});
