import assert from "node:assert/strict";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { internalFiles } from "../../scripts/edition/output-names.ts";
import { refusalOf, removeFiles } from "../../scripts/site/output-folder.ts";
import { emptyFolder } from "./command.ts";

const note = JSON.stringify({ form: "banxin-manifest-1", own: ["index.html"] });

test("a folder counts as a build's own by its manifest or note, and by nothing that merely has their names", () => {
  const cases: readonly [Readonly<Record<string, string>>, ReturnType<typeof refusalOf>][] = [
    [{}, undefined],
    [{ ".unfinished.json": note, "index.html": "" }, undefined],
    [{ "manifest.json": '{"form":"banxin-manifest-1","files":[]}', "index.html": "" }, undefined],
    // Killed before the first note was whole, or even begun.
    [{ ".unfinished.json.new": '{"form":"ban' }, undefined],
    [{ ".building.json": "" }, undefined],
    [{ ".building.json": "", ".building.json.old": "", ".unfinished.json.new": "" }, undefined],
    [{ ".unfinished.json.new": note, "thesis.doc": "" }, "foreign"],
    [{ ".building.json": "", "thesis.doc": "" }, "foreign"],
    [{ ".unfinished.json": '{"form":"another program","own":[]}', "thesis.doc": "" }, "foreign"],
    [{ ".unfinished.json": '{"form":"another program","own":[]}' }, "foreign"],
    [{ "manifest.json": '{"name":"An application"}' }, "foreign"],
    [{ "manifest.json": "[1" }, "foreign"],
  ];
  for (const [files, refusal] of cases) {
    const out = emptyFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
    assert.equal(refusalOf(out, emptyFolder()), refusal, JSON.stringify(files));
  }
});

test("no output goes where a file stands, below a file, or through a link that leads nowhere or round in a circle", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "file"), "");
  symlinkSync("gone", join(folder, "nowhere"));
  symlinkSync("circle", join(folder, "circle"));
  for (const out of ["file", "file/dist", "nowhere", "nowhere/dist", "circle", "/dev/null"]) {
    assert.equal(refusalOf(join(out.startsWith("/") ? "" : folder, out), emptyFolder()), "no-folder", out);
  }
  assert.equal(refusalOf(join(folder, "new/dist"), emptyFolder()), undefined);
});

test("folders overlap where they really lie, whatever links they are named by", () => {
  const content = emptyFolder();
  mkdirSync(join(content, "theory"));
  const links = emptyFolder();
  symlinkSync(content, join(links, "content"));
  symlinkSync(join(content, "theory"), join(links, "theory"));
  for (const out of ["content", "content/dist", "content/new/dist", "theory", "theory/dist"]) {
    assert.equal(refusalOf(join(links, out), content), "overlap", out);
  }
  assert.equal(refusalOf(join(content, "theory/dist"), join(links, "content")), "overlap");
  assert.equal(refusalOf(join(links, "dist"), content), undefined);
});

test("files are removed with the folders that are empty then, even where the file went before; nothing through a link", () => {
  const out = emptyFolder();
  const elsewhere = emptyFolder();
  writeFileSync(join(elsewhere, "index.html"), "keep me");
  symlinkSync(elsewhere, join(out, "link"));
  mkdirSync(join(out, "a/b"), { recursive: true });
  mkdirSync(join(out, "c/d"), { recursive: true });
  writeFileSync(join(out, "a/b/index.html"), "");
  writeFileSync(join(out, "a/other.html"), "");
  assert.equal(removeFiles(out, ["a/b/index.html", "c/d/index.html", "link/index.html", "never.html"]), 1);
  assert.ok(!existsSync(join(out, "a/b")));
  assert.ok(existsSync(join(out, "a/other.html")));
  assert.ok(!existsSync(join(out, "c")));
  assert.ok(existsSync(join(elsewhere, "index.html")));
});

test("the files that a build keeps for itself are listed in one place", () => {
  assert.deepEqual(internalFiles, [
    ".unfinished.json",
    ".unfinished.json.new",
    "manifest.json.new",
    ".building.json",
    ".building.json.old",
  ]);
});
