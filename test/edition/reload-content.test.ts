import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadContent, reloadContent } from "../../scripts/edition/load-content.ts";
import { articleText, contentWith } from "../newsroom.ts";

const file = "theory/news/a.md";

function newsroom() {
  const root = contentWith({ [file]: articleText(), "theory/news/b.md": articleText({ title: "另一篇" }) });
  const content = loadContent(root);
  for (const each of content.manuscripts) content.ids.load(each.file);
  return { root, content };
}

test("of a folder in which some files were saved, these alone are looked at again", () => {
  const { root, content } = newsroom();
  writeFileSync(join(root, file), articleText({ title: "改了" }));
  const again = reloadContent(content, [file, "theory/news/a.md.tmp"], 0);
  assert.deepEqual(again?.manuscripts, content.manuscripts);
  assert.equal(again?.ids.known(file), undefined);
  assert.equal(again?.ids.known("theory/news/b.md"), content.ids.known("theory/news/b.md"));
  assert.notEqual(again?.ids.of(file), content.ids.of(file));
});

test("where a file or folder has come or gone the folder must be walked", () => {
  const moved = "theory/news/c.md";
  const changes: readonly (readonly [change: (root: string) => void, named: readonly string[]])[] = [
    [(root) => writeFileSync(join(root, moved), articleText()), [moved]],
    [(root) => rmSync(join(root, file)), [file]],
    [(root) => renameSync(join(root, file), join(root, moved)), [file, moved]],
    [(root) => mkdirSync(join(root, "culture")), ["culture"]],
    [(root) => renameSync(join(root, "theory"), join(root, "thought")), [file]],
  ];
  for (const [change, named] of changes) {
    const { root, content } = newsroom();
    change(root);
    assert.equal(reloadContent(content, named, 0), undefined);
  }
});
