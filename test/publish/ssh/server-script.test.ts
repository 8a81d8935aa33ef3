import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lackOf } from "../../../scripts/bench/find-program.ts";
import { ownMark } from "../../../scripts/publish/process-mark.ts";
import { lockForPublishing } from "../../../scripts/publish/publish-lock.ts";
import { Refused } from "../../../scripts/publish/refusal.ts";
import { RemoteShell } from "../../../scripts/publish/ssh/remote-shell.ts";
import { root } from "../../newsroom.ts";
import { emptyFolder } from "../../site/command.ts";

const skip = lackOf(["sh", "sha256sum", "rsync"]);
const script = readFileSync(join(root, "scripts/publish/ssh/server.sh"));

/** The server's script in a shell of this machine, which may say something first. */
function shellIn(
  folder: string,
  mode: "hold" | "look" = "hold",
  onWait: (holder: string) => void = () => {},
  greeting = ":",
) {
  const words = ["sh", "-c", `${greeting}; eval "$(head -c ${script.length})"`];
  return RemoteShell.open({ words, script, folder, name: `server:${folder}`, mode, onWait });
}

function locksIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith(".publishing."));
}

test("the server's lock is the one of a folder: its form, its numbers, and each waits for the other", {
  skip,
}, async () => {
  const folder = emptyFolder();
  const shell = await shellIn(folder);
  assert.equal(shell.held, 1);
  const { pid, start, boot, host, isReleased } = JSON.parse(readFileSync(join(folder, ".publishing.1"), "utf8"));
  const own = ownMark();
  assert.deepEqual(
    [typeof pid, typeof start, boot, host, isReleased],
    ["number", typeof own.start, own.boot, own.host, false],
  );
  const order: string[] = [];
  const other = lockForPublishing(folder, { onWait: (mark) => order.push(`waits for ${mark.pid}`) });
  await shell.order("look");
  while (order.length === 0) await new Promise((done) => setTimeout(done, 20));
  await shell.close();
  const lock = await other;
  assert.deepEqual(order, [`waits for ${pid}`]);
  assert.ok(typeof lock !== "string");
  const waited: string[] = [];
  const third = shellIn(folder, "hold", (holder) => {
    waited.push(holder);
    lock.release();
  });
  await (await third).close();
  assert.deepEqual(waited, [String(process.pid)]);
});

test("a lock that a crash has left is taken over, one of another machine is told and left", { skip }, async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  for (const text of [
    JSON.stringify({ ...ownMark(), pid, start: "1", isReleased: false }),
    JSON.stringify({ ...ownMark(), start: "1", isReleased: false }),
    JSON.stringify({ ...ownMark(), boot: "other", isReleased: false }),
    JSON.stringify({ ...ownMark(), isReleased: true }),
    "",
    "{",
  ]) {
    const folder = emptyFolder();
    writeFileSync(join(folder, ".publishing.41"), text);
    writeFileSync(join(folder, ".publishing.99.new"), "left by a crash");
    const shell = await shellIn(folder);
    assert.deepEqual(locksIn(folder), [".publishing.42"], text);
    await shell.close();
    assert.deepEqual(locksIn(folder), [".publishing.43"]);
  }
  const folder = emptyFolder();
  writeFileSync(join(folder, ".publishing.3"), JSON.stringify({ ...ownMark(), host: "elsewhere", isReleased: false }));
  await assert.rejects(shellIn(folder), (error) => error instanceof Refused && error.refusal.kind === "locked");
  assert.deepEqual(locksIn(folder), [".publishing.3"]);
});

test("whatever greets those who come in, with or without an end of its line, is passed over", {
  skip,
  timeout: 10_000,
}, async () => {
  for (const greeting of ["printf 'Welcome. '", "echo ready 9 /", "printf '\\n\\nstop\\n'", "printf banxi"]) {
    const shell = await shellIn(emptyFolder(), "hold", () => {}, greeting);
    assert.equal(shell.held, 1, greeting);
    assert.equal((await shell.order("look")).toString(), "");
    await shell.close();
  }
});

test("who is kept out learns what the server said to it", async () => {
  const words = ["sh", "-c", "echo 'This service allows sftp connections only.'; exit 1"];
  const opening = { words, script, folder: "/srv/site", name: "server", mode: "look", onWait: () => {} } as const;
  await assert.rejects(RemoteShell.open(opening), /sftp connections only/u);
});

test("a number that no lock can have is no lock, and stays", { skip }, async () => {
  const folder = emptyFolder();
  const names = [".publishing.007", ".publishing.99999999999999999999"];
  for (const name of names) writeFileSync(join(folder, name), "");
  const shell = await shellIn(folder);
  assert.equal(shell.held, 1);
  await shell.close();
  assert.deepEqual(locksIn(folder), [...names, ".publishing.2"].sort());
});

test("of many that want the folder one at a time holds it, and all get their turn", {
  skip,
  timeout: 60_000,
}, async () => {
  const folder = emptyFolder();
  let holding = 0;
  const turns = Array.from({ length: 6 }, async () => {
    const shell = await shellIn(folder);
    assert.equal(++holding, 1);
    await shell.order("look");
    holding--;
    await shell.close();
  });
  await Promise.all(turns);
  assert.deepEqual(locksIn(folder), [".publishing.12"]);
});

test("who only looks makes nothing, and may order nothing", { skip }, async () => {
  const folder = join(emptyFolder(), "none");
  const shell = await shellIn(folder, "look");
  assert.equal((await shell.order("look")).toString(), "");
  await assert.rejects(shell.order("start x"), Refused);
  await shell.close();
  assert.equal(existsSync(folder), false);
});

test("a request that is cut off is none, and bytes that are cut off are no file", { skip }, () => {
  for (const cut of [
    "start .unfinished-1 \nput statements/a 3\nabcput statements/b 5\nab",
    "start .unfinished-1 \nput statements/a 3\nabcremove 0",
  ]) {
    const folder = emptyFolder();
    const words = ["-c", `eval "$(head -c ${script.length})"`];
    const input = Buffer.concat([script, Buffer.from(`${folder}\nhold\n${cut}`)]);
    spawnSync("sh", words, { input });
    assert.equal(readFileSync(join(folder, "statements/a"), "utf8"), "abc");
    assert.equal(existsSync(join(folder, "statements/b")), false);
  }
});
