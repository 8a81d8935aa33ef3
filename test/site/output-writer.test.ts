import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { type Hindrance, type ManifestFile, manifestOf, OutputWriter } from "../../scripts/site/output-writer.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { emptyFolder, filesIn } from "./command.ts";

/** A folder that a build has written: each path holds its own name. */
async function built(paths: readonly string[]): Promise<string> {
  const out = emptyFolder();
  await writeAll(out, paths);
  return out;
}

async function writeAll(out: string, paths: readonly string[]): Promise<OutputWriter> {
  const writer = await OutputWriter.open(out);
  assert.ok(writer instanceof OutputWriter, JSON.stringify(writer));
  assert.equal(writer.begin(paths, paths), undefined);
  for (const path of paths) writer.write(path, Buffer.from(path));
  writer.finish(manifestOf(paths.map(named)));
  writer.close();
  return writer;
}

function named(path: string): ManifestFile {
  return { path, size: path.length, sha256: contentHash(path) };
}

async function hindranceOf(out: string, paths: readonly string[]): Promise<Hindrance> {
  const writer = await OutputWriter.open(out);
  assert.ok(writer instanceof OutputWriter);
  const found = writer.begin(paths, paths);
  writer.close();
  assert.ok(found !== undefined);
  return found;
}

test("a file of an earlier build that stands where a folder must go is gone before the first is written, and the reverse", async () => {
  const flat = ["index.html", "old.html"];
  const deep = ["index.html", "old.html/index.html", "old.html/page/2/index.html"];
  const out = await built(flat);
  assert.equal((await writeAll(out, deep)).removed, 1);
  assert.deepEqual(filesIn(out), filesIn(await built(deep)));
  assert.equal((await writeAll(out, flat)).removed, 2);
  assert.deepEqual(filesIn(out), filesIn(await built(flat)));
});

test("a build killed while it removed what is left over leaves no empty folder in the way of the next", async () => {
  const out = await built(["index.html", "old.html/index.html"]);
  const writer = await OutputWriter.open(out);
  assert.ok(writer instanceof OutputWriter);
  writer.begin(["index.html", "old.html/index.html"], []);
  writer.close();
  mkdirSync(join(out, "gone/deep"), { recursive: true });
  const noted = JSON.parse(readFileSync(join(out, ".unfinished.json"), "utf8"));
  writeFileSync(
    join(out, ".unfinished.json"),
    JSON.stringify({ ...noted, own: [...noted.own, "gone/deep/index.html"] }),
  );
  await writeAll(out, ["index.html", "gone"]);
  assert.deepEqual(filesIn(out), filesIn(await built(["index.html", "gone"])));
});

test("what no build wrote is never removed to make room: the build is refused and the folder stays as it was", async () => {
  const cases: readonly [string, readonly string[], string][] = [
    ["own", ["index.html", "own/index.html"], "own"],
    ["own/CNAME", ["index.html", "own"], "own"],
    ["own/deep/CNAME", ["index.html", "own"], "own"],
  ];
  for (const [foreign, planned, path] of cases) {
    const out = await built(["index.html"]);
    mkdirSync(dirname(join(out, foreign)), { recursive: true });
    writeFileSync(join(out, foreign), "keep me");
    const before = filesIn(out);
    assert.deepEqual(await hindranceOf(out, planned), { kind: "obstacle", path });
    assert.deepEqual(filesIn(out), before);
  }
});

test("while a build writes there is no manifest and no other build may write; both are over when it is done", async () => {
  const out = await built(["index.html"]);
  const writer = await OutputWriter.open(out);
  assert.ok(writer instanceof OutputWriter);
  assert.equal(writer.begin(["index.html"], ["index.html"]), undefined);
  assert.ok(!existsSync(join(out, "manifest.json")));
  assert.deepEqual(await OutputWriter.open(out), { kind: "busy", pid: process.pid });
  writer.write("index.html", Buffer.from("index.html"));
  writer.finish(manifestOf([named("index.html")]));
  writer.close();
  assert.deepEqual(filesIn(out), filesIn(await built(["index.html"])));
});

test("a folder is finished when its manifest tells of just these files and no build was cut off in it", async () => {
  const out = await built(["a.html", "b.html"]);
  const writer = await OutputWriter.open(out);
  assert.ok(writer instanceof OutputWriter);
  const files = ["b.html", "a.html"].map(named);
  assert.equal(writer.isFinished(manifestOf(files)), true);
  assert.equal(writer.isFinished(manifestOf(files.slice(1))), false);
  writer.begin(["a.html", "b.html"], []);
  assert.equal(writer.isFinished(manifestOf(files)), false);
  writer.close();
});
