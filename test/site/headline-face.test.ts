import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { articleText, contentWith, deskFolder, printSite } from "../newsroom.ts";

const facePath = "/headline-face.css";
const slicesOf = (files: readonly string[]) => files.filter((path) => path.endsWith(".woff2"));

test("a Chinese publication's pages link the headline face, at an address that never changes", async () => {
  const site = await printSite(deskFolder);
  assert.match(site.page("/"), /<link rel="stylesheet" href="\/headline-face\.css"\/?>/);
  assert.ok(site.files.includes(facePath));
  assert.ok(site.files.includes("/assets/headline-face-licence.txt"));
  assert.ok(slicesOf(site.files).length > 0);
});

test("a headline with a new character changes no other page and few slices", async () => {
  const before = await printSite(contentWith({ "theory/news/a.md": articleText({ title: "河边书屋" }) }));
  const after = await printSite(contentWith({ "theory/news/a.md": articleText({ title: "河边岑屋" }) }));
  assert.equal(before.page("/search/"), after.page("/search/"));
  const changed = slicesOf(after.files).filter((path) => !before.files.includes(path));
  assert.ok(changed.length >= 1 && changed.length <= 2, `${changed.length} slices`);
});

for (const language of ["zh-Hant", "en"])
  test(`a publication in ${language} sets its headlines in the readers' own fonts`, async () => {
    const masthead = readFileSync(`${deskFolder}/masthead.md`, "utf8").replace(
      /^language: .*$/mu,
      `language: ${language}`,
    );
    const site = await printSite(contentWith({ "masthead.md": masthead }));
    assert.doesNotMatch(site.page("/"), /headline-face/);
    assert.deepEqual(slicesOf(site.files), []);
  });
