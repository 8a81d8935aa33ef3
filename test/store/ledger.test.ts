import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readLedger, writeLedger } from "../../scripts/store/ledger.ts";
import { emptyFolder } from "../site/command.ts";

test("a ledger gives back what was last written to it", () => {
  const path = join(emptyFolder(), "deep/ledger");
  assert.equal(readLedger(path), undefined);
  for (const text of ["第一次", "", "第三次"]) {
    writeLedger(path, text);
    assert.equal(readLedger(path)?.toString(), text);
  }
});

test("a ledger that was altered or cut off anywhere is none", () => {
  const path = join(emptyFolder(), "ledger");
  writeLedger(path, "版心".repeat(20));
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    const altered = Buffer.from(whole);
    altered[at] = (altered[at] ?? 0) ^ 1;
    writeFileSync(path, altered);
    assert.equal(readLedger(path), undefined);
    writeFileSync(path, whole.subarray(0, at));
    assert.equal(readLedger(path), undefined);
  }
});

test("where the disk refuses, the old ledger stays and no half of a new one is left", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "file"), "in the way");
  writeLedger(join(folder, "file/ledger"), "nowhere to go");
  assert.deepEqual(readdirSync(folder), ["file"]);
});
