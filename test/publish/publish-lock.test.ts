import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startPublisher } from "../../scripts/bench/check-trust.ts";
import { plainSite, writePlainSite } from "../../scripts/bench/plain-site.ts";
import { watchSite } from "../../scripts/bench/watch-site.ts";
import { lifeOf, ownMark } from "../../scripts/publish/process-mark.ts";
import { lockForPublishing } from "../../scripts/publish/publish-lock.ts";
import { root } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";

const waiting = { onWait: () => {} };

/** A mark of a process that has ended on this machine. */
function goneMark() {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  return { ...ownMark(), pid, start: "1" };
}

test("the lock of a process that is gone is taken over, and so is one that says nothing", async () => {
  for (const text of [
    JSON.stringify({ ...goneMark(), isReleased: false }),
    "",
    "{",
    JSON.stringify({ ...ownMark(), start: "1", isReleased: false }),
    JSON.stringify({ ...ownMark(), boot: "other", isReleased: false }),
  ]) {
    const folder = emptyFolder();
    writeFileSync(join(folder, ".publishing.41"), text);
    writeFileSync(join(folder, ".publishing.99.new"), "left by a crash");
    const lock = await lockForPublishing(folder, waiting);
    assert.ok(typeof lock !== "string");
    assert.deepEqual(readdirSync(folder), [".publishing.42"]);
    lock.release();
    assert.deepEqual(readdirSync(folder), [".publishing.43"]);
    const again = await lockForPublishing(folder, waiting);
    assert.ok(typeof again !== "string");
    again.release();
  }
});

test("the lock of another machine is told and not taken", async () => {
  const folder = emptyFolder();
  const mark = { ...ownMark(), host: `not-${hostname()}` };
  assert.equal(lifeOf(mark), "unknown");
  writeFileSync(join(folder, ".publishing.3"), JSON.stringify({ ...mark, isReleased: false }));
  assert.equal(await lockForPublishing(folder, waiting), join(folder, ".publishing.3"));
});

test("a number that no lock can have is no lock, and stays", async () => {
  const folder = emptyFolder();
  const names = [".publishing.007", ".publishing.99999999999999999999"];
  for (const name of names) writeFileSync(join(folder, name), "");
  const lock = await lockForPublishing(folder, waiting);
  assert.ok(typeof lock !== "string");
  assert.deepEqual(readdirSync(folder), [...names, ".publishing.1"].sort());
  lock.release();
  assert.deepEqual(readdirSync(folder), [...names, ".publishing.2"].sort());
});

test("who cannot give a folder back, the disk being full, leaves nothing half written and a lock that ends with it", () => {
  const folder = emptyFolder();
  const code = `
    import { lockForPublishing } from ${JSON.stringify(join(root, "scripts/publish/publish-lock.ts"))};
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const lock = await lockForPublishing(${JSON.stringify(folder)}, { onWait: () => {} });
    const write = fs.writeFileSync;
    fs.writeFileSync = (file) => {
      write(file, "");
      throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    };
    syncBuiltinESMExports();
    lock.release();`;
  const words = ["--import", "tsx", "--input-type=module", "--eval", code];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(folder), [".publishing.1"]);
});

test("of many that want a folder left by a crash one at a time holds it, and all get their turn", {
  timeout: 120_000,
}, async () => {
  const folder = emptyFolder();
  const log = join(folder, "log");
  writeFileSync(log, "");
  writeFileSync(join(folder, ".publishing.1"), JSON.stringify({ ...goneMark(), isReleased: false }));
  const code = `
    import { appendFileSync } from "node:fs";
    import { lockForPublishing } from ${JSON.stringify(join(root, "scripts/publish/publish-lock.ts"))};
    for (let turn = 0; turn < 3; turn++) {
      const lock = await lockForPublishing(${JSON.stringify(folder)}, { onWait: () => {} });
      appendFileSync(${JSON.stringify(log)}, "in ");
      await new Promise((done) => setTimeout(done, 5));
      appendFileSync(${JSON.stringify(log)}, "out ");
      // The last is killed while it holds.
      if (turn === 2) process.kill(process.pid, "SIGKILL");
      lock.release();
    }`;
  const ends = Array.from({ length: 5 }, () => {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
      cwd: root,
      stdio: "ignore",
    });
    return new Promise((done) => {
      child.on("close", done);
    });
  });
  await Promise.all(ends);
  assert.equal(readFileSync(log, "utf8"), "in out ".repeat(15));
});

test("two publishers at once take turns: both releases are whole, and so is all that readers see", {
  timeout: 60_000,
}, async () => {
  const [target, first, second, third] = [emptyFolder(), emptyFolder(), emptyFolder(), emptyFolder()];
  for (const [folder, edition] of [
    [first, "甲"],
    [second, "乙"],
    [third, "丙"],
  ] as const)
    writePlainSite(folder, plainSite(edition, 60));
  assert.equal(await startPublisher(root, `file:${target}`, ["--from", first]).ended, 0);
  const watching = watchSite(join(target, "current"));
  const both = [second, third].map((from) => startPublisher(root, `file:${target}`, ["--from", from]));
  assert.deepEqual(await Promise.all(both.map(({ ended }) => ended)), [0, 0], both.map(({ said }) => said()).join());
  const { faults, releases } = await watching.stop();
  assert.deepEqual(faults, []);
  assert.deepEqual([...releases].sort(), releases);
  assert.deepEqual(
    readdirSync(join(target, "releases"))
      .map((id) => id.slice(0, 6))
      .sort(),
    ["000001", "000002", "000003"],
  );
});
