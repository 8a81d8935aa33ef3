import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { damages } from "../../scripts/bench/edits/damages.ts";
import { seededRandom } from "../../scripts/bench/seeded-random.ts";
import { lockFolder } from "../../scripts/site/folder-lock.ts";
import { articleText, contentWith, newsroomFolder, root } from "../newsroom.ts";
import { emptyFolder, filesIn, run, wordsOf } from "./command.ts";

const asOf = ["--as-of", "2026-05-20T08:00:00+08:00"];

/** Milliseconds after the start of a build, when it is killed. */
const delays = [200, 430, 660, 870, 1120, 1500];

/** How often a build is killed and its store damaged. */
const turns = 8;

/** Milliseconds after a build has begun to write, when it is killed: the writing takes a small part of a short build's time. */
const delaysInWriting = [0, 5, 20, 50, 90, 140];

function startBuild(content: string, out: string, more: readonly string[] = []): ChildProcess {
  const words = wordsOf(["build", "--content", content, "--out", out, ...asOf, ...more]);
  return spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
}

/** The end of `build`: its exit code (`null` when killed) and what it said. */
function endOf(build: ChildProcess): Promise<{ readonly code: number | null; readonly err: string }> {
  let err = "";
  build.stderr?.on("data", (text) => {
    err += text;
  });
  return new Promise((done) => {
    build.on("close", (code) => done({ code, err }));
  });
}

async function begunWriting(build: ChildProcess, out: string): Promise<void> {
  while (build.exitCode === null && !existsSync(join(out, ".unfinished.json"))) await pause(2);
}

function clean(content: string): ReadonlyMap<string, string> {
  const out = emptyFolder();
  const { code, err } = run(["build", "--content", content, "--out", out, "--cache", emptyFolder(), ...asOf]);
  assert.equal(code, 0, err);
  return filesIn(out);
}

/** A folder with a manifest holds every file of it, whole. */
function assertWholeIfManifest(out: string): void {
  const file = join(out, "manifest.json");
  if (!existsSync(file)) return;
  const files = filesIn(out);
  for (const { path, sha256 } of JSON.parse(readFileSync(file, "utf8")).files)
    assert.equal(files.get(path), sha256, path);
}

test("a build that is killed at any moment is completed by the next to the bytes of a build into a new folder", {
  timeout: 240_000,
}, async () => {
  // Of two states in turn, so that each build has files to remove, one of them where the other wants a folder.
  const first = contentWith({ "theory/news/2026/alias.md": articleText({ aliases: "[/old.html]" }) }, newsroomFolder);
  const second = contentWith(
    { "theory/news/2026/alias.md": articleText({ aliases: "[/old.html/a/]" }) },
    newsroomFolder,
  );
  const moments = [
    ...delays.map((ms) => () => pause(ms)),
    ...delaysInWriting.map((ms) => async (build: ChildProcess, out: string) => {
      await begunWriting(build, out);
      await pause(ms);
    }),
  ];
  const out = emptyFolder();
  for (const [turn, moment] of moments.entries()) {
    const build = startBuild(turn % 2 === 0 ? first : second, out);
    const end = endOf(build);
    await moment(build, out);
    build.kill("SIGKILL");
    const { code, err } = await end;
    assert.ok(code === null || code === 0, err);
    assertWholeIfManifest(out);
  }
  for (const content of [first, second]) {
    const { code, err } = run(["build", "--content", content, "--out", out, ...asOf]);
    assert.equal(code, 0, err);
    assert.deepEqual(filesIn(out), clean(content));
  }
});

test("with a store that killed builds have left, and that was damaged between them, the next gives the bytes of a clean build", {
  timeout: 240_000,
}, async () => {
  const content = contentWith({}, newsroomFolder);
  const leavings = { out: emptyFolder(), cache: emptyFolder() };
  const cache = ["--cache", leavings.cache];
  const random = seededRandom("damages");
  const toCache = random.shuffle(damages.filter(({ to }) => to === "cache"));
  for (const [turn, damage] of toCache.slice(0, turns).entries()) {
    writeFileSync(join(content, "theory/news/2026/turn.md"), articleText({ title: `第${turn}次` }));
    const build = startBuild(content, leavings.out, cache);
    const end = endOf(build);
    // Every other build comes to the writing, the rest are killed at any moment before it or have ended.
    if (turn % 2 === 0) await begunWriting(build, leavings.out);
    await pause(random.below(turn % 2 === 0 ? 150 : 1200));
    build.kill("SIGKILL");
    const { code, err } = await end;
    assert.ok(code === null || code === 0, err);
    assertWholeIfManifest(leavings.out);
    damage.befall(leavings, random);
  }
  const { code, err } = await endOf(startBuild(content, leavings.out, cache));
  assert.equal(code, 0, err);
  assert.deepEqual(filesIn(leavings.out), clean(content));
});

test("of two builds into one folder at once one is refused or waits its turn, and the folder is whole", {
  timeout: 120_000,
}, async () => {
  const out = emptyFolder();
  const ends = await Promise.all([newsroomFolder, newsroomFolder].map((content) => endOf(startBuild(content, out))));
  const codes = ends.map(({ code }) => code).sort();
  assert.ok(codes[0] === 0 && (codes[1] === 0 || codes[1] === 1), JSON.stringify(ends));
  assert.deepEqual(filesIn(out), clean(newsroomFolder));
});

test("a build is refused with code 1 while another writes into its folder, and touches nothing there", async () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const out = emptyFolder();
  run(["build", "--content", content, "--out", out, ...asOf]);
  const lock = await lockFolder(out);
  assert.ok(typeof lock !== "number");
  const before = filesIn(out);
  const { code, err } = run(["build", "--content", content, "--out", out, ...asOf]);
  assert.equal(code, 1);
  assert.match(err, new RegExp(`进程 ${process.pid}`, "u"));
  assert.ok(err.includes(out));
  assert.deepEqual(filesIn(out), before);
  lock.release();
  assert.equal(run(["build", "--content", content, "--out", out, ...asOf]).code, 0);
});
