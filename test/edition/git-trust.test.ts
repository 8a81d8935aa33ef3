import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { FileIds } from "../../scripts/edition/file-ids.ts";
import { loadContent } from "../../scripts/edition/load-content.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { articleText, contentWith } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";
import { git } from "./repository.ts";

/** Long after everything that a test has written. */
const later = Date.now() + 3_600_000;

/** So many articles that git is asked about them. */
const files = Array.from({ length: 300 }, (_, index) => `theory/news/m${index}.md`);

function lookAt(content: string, ids: FileIds): FileIds {
  for (const { file } of loadContent(content, ids).manuscripts)
    assert.equal(ids.of(file), contentHash(readFileSync(join(content, file))), file);
  return ids;
}

test("files of a clone are told as they are, however git is configured to look at them", async () => {
  const content = contentWith(
    Object.fromEntries(files.map((file, index) => [file, articleText({ title: `书屋${index}` })])),
  );
  git(content, "init", "--quiet");
  git(content, "add", ".");
  git(content, "commit", "--quiet", "-m", "content: Begin");
  const { rows } = lookAt(content, new FileIds(content, [], later));
  for (const [name, value] of [
    ["core.trustctime", "false"],
    ["core.checkStat", "minimal"],
  ] as const) {
    const clone = emptyFolder();
    git(content, "clone", "--quiet", content, clone);
    git(clone, "config", name, value);
    // Files that were checked out in the second in which the index was written git compares by their bytes.
    for (const file of files) utimesSync(join(clone, file), new Date(0), new Date(0));
    git(clone, "update-index", "--refresh");
    // It may be built to compare times by the second.
    await pause(1100);
    const path = join(clone, files[0] ?? "");
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, "utf8").replace("书屋", "书店"));
    utimesSync(path, atime, mtime);
    lookAt(clone, new FileIds(clone, rows, later));
  }
});

test("where a filter stands between git's bytes and the file's, the file is read", () => {
  const content = contentWith(Object.fromEntries(files.map((file) => [file, articleText({ title: "书屋12" })])));
  writeFileSync(join(content, ".gitattributes"), "*.md filter=turn\n");
  git(content, "init", "--quiet");
  // Letters for letters, so that the length stays.
  git(content, "config", "filter.turn.clean", "tr 0-9 1-90");
  git(content, "config", "filter.turn.smudge", "tr 1-90 0-9");
  git(content, "add", ".");
  git(content, "commit", "--quiet", "-m", "content: Begin");
  git(content, "config", "--remove-section", "filter.turn");
  for (const file of files) rmSync(join(content, file));
  git(content, "checkout", "--", ".");
  const { rows } = lookAt(content, new FileIds(content, [], later));
  git(content, "config", "filter.turn.clean", "tr 0-9 1-90");
  git(content, "config", "filter.turn.smudge", "tr 1-90 0-9");
  for (const file of files) rmSync(join(content, file));
  git(content, "checkout", "--", ".");
  lookAt(content, new FileIds(content, rows, later));
});
