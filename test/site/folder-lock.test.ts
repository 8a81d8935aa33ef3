import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lockName } from "../../scripts/edition/output-names.ts";
import { lockFolder } from "../../scripts/site/folder-lock.ts";
import { emptyFolder } from "./command.ts";

test("a folder is held by one at a time, and nothing is left when it is given back", async () => {
  const folder = emptyFolder();
  const held = await lockFolder(folder);
  assert.ok(typeof held !== "number");
  assert.equal(await lockFolder(folder), process.pid);
  held.release();
  assert.deepEqual(readdirSync(folder), []);
  const again = await lockFolder(folder);
  assert.ok(typeof again !== "number");
  again.release();
});

test("the lock of a process that is gone is taken over, and so is one that was never written to its end", async () => {
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  for (const text of [`{"pid":${gone},"start":"1"}`, `{"pid":${gone}}`, "", "{", '{"pid":0}', '{"pid":-1}', "null"]) {
    const folder = emptyFolder();
    writeFileSync(join(folder, lockName), text);
    const held = await lockFolder(folder);
    assert.ok(typeof held !== "number", text);
    assert.match(readFileSync(join(folder, lockName), "utf8"), new RegExp(`"pid":${process.pid}\\b`, "u"));
    held.release();
    assert.deepEqual(readdirSync(folder), []);
  }
});

test("a lock counts by its process's start too, since another process may have got the same id", {
  skip: process.platform !== "linux",
}, async () => {
  const folder = emptyFolder();
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  try {
    writeFileSync(join(folder, lockName), `{"pid":${other.pid},"start":"1"}`);
    const held = await lockFolder(folder);
    assert.ok(typeof held !== "number");
    held.release();
  } finally {
    other.kill();
  }
});
