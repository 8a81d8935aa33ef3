import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitState } from "../../scripts/publish/git-state.ts";
import { articleText, contentWith } from "../newsroom.ts";
import { emptyFolder, run } from "../site/command.ts";
import { published, refused, Target } from "./target.ts";

function git(folder: string, ...words: readonly string[]): void {
  const own = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgSign=false"];
  const { status, stderr } = spawnSync("git", [...own, ...words], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** A repository of one commit, with a content folder. */
function repository(): string {
  const top = emptyFolder();
  mkdirSync(join(top, "content"));
  writeFileSync(join(top, "content/a.md"), "a");
  git(top, "init", "--quiet");
  git(top, "add", "--all");
  git(top, "commit", "--quiet", "--message", "a");
  return top;
}

test("in a hook of another repository the content's own commit is told", async () => {
  const [top, other] = [repository(), repository()];
  const content = join(top, "content");
  const expected = await gitState(content, []);
  assert.equal(expected?.isDirty, false);
  for (const folder of [".", join(other, ".git")]) {
    process.env["GIT_DIR"] = folder;
    process.env["GIT_INDEX_FILE"] = join(other, ".git/index");
    try {
      assert.deepEqual(await gitState(content, []), expected);
    } finally {
      delete process.env["GIT_DIR"];
      delete process.env["GIT_INDEX_FILE"];
    }
  }
});

test("what builds write makes nothing dirty, by whatever way one comes to it", async () => {
  const top = repository();
  const link = join(emptyFolder(), "link");
  symlinkSync(top, link);
  const state = () => gitState(join(link, "content"), [join(link, "out"), join(link, "cache/store")]);
  const before = await state();
  assert.deepEqual([before?.isDirty, before?.folder], [false, "content"]);
  mkdirSync(join(top, "out"));
  writeFileSync(join(top, "out/index.html"), "x");
  assert.deepEqual(await state(), before);
  writeFileSync(join(top, "content/b.md"), "b");
  assert.equal((await state())?.isDirty, true);
});

test("--as-of does not hide that the build held more than its commit, though all of it was committed since", () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const [out, cache] = [emptyFolder(), emptyFolder()];
  const instant = ["--as-of", "2026-05-20T08:00:00+08:00"];
  git(content, "init", "--quiet");
  git(content, "add", "--all");
  git(content, "commit", "--quiet", "--message", "a");
  writeFileSync(join(content, "theory/news/b.md"), articleText({ title: "第二篇" }));
  published(run(["build", "--content", content, "--out", out, "--cache", cache, ...instant]));
  git(content, "add", "--all");
  git(content, "commit", "--quiet", "--message", "b");
  refused(new Target().run(["--from", out, "--cache", cache, "--content", content, ...instant]), "dirty");
});
