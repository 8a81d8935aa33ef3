import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FileIds, type FileRow, type LoadedFile } from "../../scripts/edition/file-ids.ts";
import { gitBlobs } from "../../scripts/edition/git-blobs.ts";
import { loadContent } from "../../scripts/edition/load-content.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { articleText, contentWith } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";

/** Long after everything that a test has written. */
const later = Date.now() + 3_600_000;

/** Notes which files are read. */
class WatchedIds extends FileIds {
  readonly read: string[] = [];

  override load(file: string): LoadedFile {
    this.read.push(file);
    return super.load(file);
  }
}

/** Looks at `content` as a build would, and reads what it must. */
function look(content: string, rows: readonly FileRow[], nowMs = later): WatchedIds {
  const ids = new WatchedIds(content, rows, nowMs);
  const { manuscripts, binaries } = loadContent(content, ids);
  for (const { file } of [...manuscripts, ...binaries])
    assert.equal(ids.of(file), contentHash(readFileSync(join(content, file))), file);
  return ids;
}

const article = "theory/news/a.md";

test("a file that was not touched is not read again, one that was is", () => {
  const content = contentWith({ [article]: articleText() });
  const { rows, read } = look(content, []);
  assert.equal(read.length, rows.length);
  assert.deepEqual(look(content, rows).read, []);
  writeFileSync(join(content, article), articleText({ title: "河边书店" }));
  assert.deepEqual(look(content, rows).read, [article]);
});

test("a change that leaves length and time of change as they were is seen", () => {
  const content = contentWith({ [article]: articleText({ title: "河边书屋" }) });
  const { rows } = look(content, []);
  const { atime, mtime } = statSync(join(content, article));
  writeFileSync(join(content, article), articleText({ title: "河边书店" }));
  utimesSync(join(content, article), atime, mtime);
  assert.deepEqual(look(content, rows).read, [article]);
});

test("a file that was written just before it was read is read again: a second change might leave no mark", () => {
  const content = contentWith({ [article]: articleText() });
  const { rows } = look(content, [], Date.now());
  assert.deepEqual(rows, []);
});

function git(folder: string, ...words: readonly string[]): void {
  const own = ["-c", "user.name=test", "-c", "user.email=test@banxin.example", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...own, ...words], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** A content folder of 300 articles in a repository, and a fresh clone of it. */
function cloned(): { readonly content: string; readonly clone: string } {
  const many = Array.from({ length: 300 }, (_, index) => [
    `theory/news/m${index}.md`,
    articleText({ title: `书屋${index}` }),
  ]);
  const content = contentWith(Object.fromEntries(many));
  const clone = emptyFolder();
  git(content, "init", "--quiet");
  git(content, "add", ".");
  git(content, "commit", "--quiet", "-m", "content: Begin");
  git(content, "clone", "--quiet", content, clone);
  return { content, clone };
}

test("in a fresh clone git tells what its files are, so that none is read", () => {
  const { content, clone } = cloned();
  const { rows } = look(content, []);
  assert.deepEqual(look(clone, rows).read, []);
  const copy = emptyFolder();
  cpSync(content, copy, { recursive: true, filter: (path) => !path.endsWith(".git") });
  assert.equal(look(copy, rows).read.length, rows.length);
});

test("git is not believed about files that were changed, or that it was told not to look at", () => {
  const { content, clone } = cloned();
  const { rows } = look(content, []);
  const [changed, hidden, skipped] = ["theory/news/m1.md", "theory/news/m2.md", "theory/news/m3.md"];
  git(clone, "update-index", "--assume-unchanged", hidden ?? "");
  git(clone, "update-index", "--skip-worktree", skipped ?? "");
  for (const file of [changed, hidden, skipped])
    writeFileSync(join(clone, file ?? ""), articleText({ title: "书屋改" }));
  assert.deepEqual(look(clone, rows).read, [changed, hidden, skipped]);
});

test("git's ids are for the bytes it keeps: a file that a filter or line ends have changed shows it by its size", () => {
  const { content } = cloned();
  const text = articleText();
  writeFileSync(join(content, ".gitattributes"), "*.md text eol=crlf\n");
  writeFileSync(join(content, article), text.replaceAll("\n", "\r\n"));
  git(content, "add", ".");
  git(content, "commit", "--quiet", "-m", "content: Use other line ends");
  const blob = gitBlobs(content).get(article);
  assert.equal(blob?.size, Buffer.byteLength(text));
  assert.notEqual(blob?.size, statSync(join(content, article)).size);
});

test("without a repository git tells nothing", () => {
  assert.equal(gitBlobs(emptyFolder()).size, 0);
});
