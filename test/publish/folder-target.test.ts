import assert from "node:assert/strict";
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { plainSite } from "../../scripts/bench/plain-site.ts";
import { FolderTarget } from "../../scripts/publish/folder-target.ts";
import { makeRelease } from "../../scripts/publish/make-release.ts";
import { Refused } from "../../scripts/publish/refusal.ts";
import { ReleaseFolder } from "../../scripts/publish/release-folder.ts";
import { emptyFolder, filesIn, run } from "../site/command.ts";
import { planned, planOf, siteIn } from "./planned.ts";
import { published, refused, Target, usual } from "./target.ts";

const step = () => {};
const page = "theory/news/2026/05/a1/index.html";

/** Publishes a site into a folder. */
async function publish(folder: string, from: string): Promise<void> {
  await new FolderTarget(folder).hold(
    async ({ releases, make }) => make(await planned(releases, from), { step }),
    () => {},
  );
}

test("a site is readable for everyone however much the publisher's own files are hidden", async () => {
  const folder = join(emptyFolder(), "site");
  const usualMask = process.umask(0o077);
  try {
    await publish(folder, siteIn(plainSite("甲", 2)));
    assert.equal(process.umask(), 0o077);
  } finally {
    process.umask(usualMask);
  }
  const modeOf = (...names: readonly string[]) => statSync(join(folder, ...names)).mode & 0o777;
  assert.deepEqual([modeOf("current", page), modeOf("current", "manifest.json")], [0o444, 0o444]);
  for (const names of [[], ["releases"], ["current"], ["current", "theory"]]) assert.equal(modeOf(...names), 0o755);
});

test("a publication that fails takes away what it has made, so that a full disk is as full as before", async () => {
  const releases = new ReleaseFolder(emptyFolder());
  await makeRelease(releases, await planned(releases, siteIn(plainSite("甲", 40))), { step });
  const before = filesIn(releases.folder);
  const from = siteIn(plainSite("乙", 40));
  const plan = await planned(releases, from);
  // As a build does that runs meanwhile.
  writeFileSync(join(from, "theory/news/2026/05/a0/index.html"), "x");
  await assert.rejects(makeRelease(releases, plan, { step }), Refused);
  assert.deepEqual(readdirSync(releases.releases), [plan.base]);
  assert.deepEqual(filesIn(releases.folder), before);
});

test("a file that somebody made a link of is not taken over, though the same bytes lie at its other end", async () => {
  const folder = emptyFolder();
  await publish(folder, siteIn(plainSite("甲", 3)));
  const theirs = join(emptyFolder(), "theirs.html");
  const path = join(folder, "current", page);
  linkSync(path, theirs);
  rmSync(path);
  symlinkSync(theirs, path);
  await publish(folder, siteIn(plainSite("乙", 3)));
  assert.ok(statSync(path).isFile());
  rmSync(theirs);
  assert.match(readFileSync(path, "utf8"), /第 1 篇/u);
});

test("the same site is published anew where the one that readers get was spoilt: changed, cut, added to", async () => {
  const spoil: readonly ((makeRoom: (path: string) => string) => void)[] = [
    (makeRoom) => writeFileSync(makeRoom(page), "spam"),
    (makeRoom) => makeRoom(page),
    (makeRoom) => makeRoom("manifest.json"),
    (makeRoom) => writeFileSync(makeRoom("spam.html"), "spam"),
  ];
  for (const each of spoil) {
    const folder = emptyFolder();
    const from = siteIn(plainSite("甲", 3));
    await publish(folder, from);
    const releases = new ReleaseFolder(folder);
    assert.ok("unchanged" in (await planOf(releases, from)));
    each((path) => {
      const file = join(folder, "current", path);
      rmSync(file, { force: true });
      return file;
    });
    await publish(folder, from);
    assert.deepEqual(filesIn(join(folder, "current")), filesIn(from));
    assert.ok("unchanged" in (await planOf(releases, from)));
  }
});

test("a link that leads beyond a release is none of ours, though it begins with one", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 1)));
  const { current } = target;
  rmSync(target.path("current"));
  symlinkSync(`releases/${current}/../../../evil`, target.path("current"));
  refused(target.publish(plainSite("甲", 1)), "current-foreign");
});

test("a build that overlaps the folder it is published to, by whatever way, stays as it was built", () => {
  const [from, link] = [siteIn(plainSite("甲", 1)), join(emptyFolder(), "link")];
  symlinkSync(from, link);
  const before = filesIn(from);
  const words = ["--from", from, ...usual];
  for (const folder of [from, join(from, "site"), link, join(link, "a/b")]) {
    refused(run(["publish", `file:${folder}`, ...words]), "overlap");
    refused(run(["publish", `file:${folder}`, ...words, "--dry-run"]), "overlap");
    refused(run(["publish", "rclone:store:site", "--record", folder, ...words]), "overlap");
  }
  assert.deepEqual(filesIn(from), before);
  assert.equal(existsSync(join(from, "site")), false);
});

test("what stands where a folder should be is told and left", () => {
  const [file, link] = [join(emptyFolder(), "file"), join(emptyFolder(), "link")];
  writeFileSync(file, "x");
  symlinkSync("nowhere", link);
  const words = ["--from", siteIn(plainSite("甲", 1)), ...usual];
  for (const typed of [`file:${file}`, `file:${file}/site`, `file:${link}`, `file:${link}/site`])
    for (const more of [[], ["--dry-run"]]) refused(run(["publish", typed, ...words, ...more]), "current-foreign");
  assert.equal(readFileSync(file, "utf8"), "x");
});
