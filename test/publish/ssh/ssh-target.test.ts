import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkTrust, startPublisher } from "../../../scripts/bench/check-trust.ts";
import { findProgram } from "../../../scripts/bench/find-program.ts";
import { lackForSsh, startSshd } from "../../../scripts/bench/loopback-sshd.ts";
import { plainSite, writePlainSite } from "../../../scripts/bench/plain-site.ts";
import { ownMark } from "../../../scripts/publish/process-mark.ts";
import { contentHash } from "../../../scripts/store/content-hash.ts";
import { readStatement } from "../../../scripts/verify/statement.ts";
import { root } from "../../newsroom.ts";
import { emptyFolder, filesIn, run } from "../../site/command.ts";
import { published, refused, Target, usual } from "../target.ts";

// A real sshd and rsync: apt-get install openssh-server rsync.
const server = lackForSsh() || (await startSshd(emptyFolder()));
const limits = { skip: typeof server === "string" ? server : false, timeout: 120_000 };
after(() => (typeof server === "string" ? undefined : server.stop()));

function reach(folder?: string) {
  const words = ["--ssh-config", typeof server === "string" ? "" : server.config];
  return { typed: (each: string) => `ssh:banxin-test:${each}`, words, ...(folder === undefined ? {} : { folder }) };
}

test("a release is a whole site at the server, and what did not change is linked and not sent", limits, () => {
  const target = new Target(reach());
  published(target.publish(plainSite("甲", 6)));
  const [first = ""] = target.releases;
  assert.match(first, /^000001-[0-9a-f]{12}$/u);
  const done = target.publish(plainSite("乙", 6));
  published(done);
  assert.match(done.out, /written 4, kept 5/u);
  const second = target.current;
  const inode = (id: string, number: number) =>
    statSync(target.path("releases", id, `theory/news/2026/05/a${number}/index.html`)).ino;
  assert.equal(inode(first, 1), inode(second, 1));
  assert.notEqual(inode(first, 0), inode(second, 0));
  const expected = emptyFolder();
  writePlainSite(expected, plainSite("乙", 6));
  assert.deepEqual(filesIn(target.path("current")), filesIn(expected));
  assert.equal(statSync(target.path("current", "index.html")).mode & 0o777, 0o444);
  assert.match(target.publish(plainSite("乙", 6)).out, /nothing has changed/u);
  const statement = readStatement(readFileSync(target.path("statements", `${second}.json`)));
  assert.equal(statement?.publication.previous, first);
  assert.equal(run(["verify", target.folder]).code, 0);
});

test("no name of a folder runs anything or leads elsewhere", limits, () => {
  const parent = emptyFolder();
  mkdirSync(join(parent, "ab"));
  const target = new Target(reach(join(parent, "a b'\"\\ $(touch x)`touch y`;touch z&[a]*?|~#é")));
  published(target.publish(plainSite("甲", 2)));
  published(target.publish(plainSite("乙", 2)));
  assert.equal(target.releases.length, 2);
  assert.equal(readdirSync(parent).length, 2);
  assert.deepEqual(readdirSync(join(parent, "ab")), []);
});

test("the last releases stay, and a rollback links an old one under a new number", limits, () => {
  const target = new Target(reach());
  for (const edition of ["甲", "乙", "丙"]) published(target.publish(plainSite(edition, 3), [...usual, "--keep", "2"]));
  assert.deepEqual(
    target.releases.map((id) => id.slice(0, 6)),
    ["000002", "000003"],
  );
  published(target.run(["--rollback"]));
  assert.match(readFileSync(target.path("current", "index.html"), "utf8"), /第 乙 版/u);
  assert.match(target.current, /^000004-/u);
  const statement = readStatement(readFileSync(target.path("statements", `${target.current}.json`)));
  assert.match(statement?.publication.restores ?? "", /^000002-/u);
  assert.equal(
    statSync(target.path("current", "index.html")).ino,
    statSync(target.path("releases", target.releases[0] ?? "", "index.html")).ino,
  );
  refused(target.run(["--rollback"]), "no-release");
});

test("a plan is that of a folder, and nothing is done", limits, () => {
  const target = new Target(reach());
  published(target.publish(plainSite("甲", 3), [...usual, "--dry-run"]));
  assert.equal(existsSync(target.folder), false);
  published(target.publish(plainSite("甲", 3)));
  const before = filesIn(target.folder);
  const planned = target.publish(plainSite("乙", 3), [...usual, "--dry-run"]);
  const alike = new Target({ typed: (folder) => `file:${folder}`, folder: target.folder });
  assert.equal(planned.out, alike.publish(plainSite("乙", 3), [...usual, "--dry-run"]).out);
  assert.deepEqual(filesIn(target.folder), before);
});

test("a file that was tampered with at the server is not taken over, nor brought back", limits, () => {
  const target = new Target(reach());
  published(target.publish(plainSite("甲", 3)));
  const tampered = target.path("current", "theory/news/2026/05/a1/index.html");
  chmodSync(tampered, 0o644);
  writeFileSync(tampered, readFileSync(tampered, "utf8").replace("篇", "雨"));
  published(target.publish(plainSite("乙", 3)));
  assert.match(readFileSync(target.path("current", "theory/news/2026/05/a1/index.html"), "utf8"), /篇/u);
  refused(target.run(["--rollback"]), "folder-differs");
});

test("the same site is published anew where the one at the server was spoilt: changed, cut, added to", limits, () => {
  const page = "theory/news/2026/05/a1/index.html";
  for (const [path, text] of [
    [page, "spam"],
    [page, undefined],
    ["manifest.json", undefined],
    ["spam.html", "spam"],
  ] as const) {
    const target = new Target(reach());
    const site = plainSite("甲", 2);
    published(target.publish(site));
    rmSync(target.path("current", path), { force: true });
    if (text !== undefined) writeFileSync(target.path("current", path), text);
    published(target.publish(site));
    assert.match(target.current, /^000002-/u);
    const expected = emptyFolder();
    writePlainSite(expected, site);
    assert.deepEqual(filesIn(target.path("current")), filesIn(expected));
    assert.match(target.publish(site).out, /nothing has changed/u);
  }
});

test(
  "what a publisher has sent that ended for want of space is taken away, so that the next one can begin",
  limits,
  () => {
    const programs = emptyFolder();
    writeFileSync(join(programs, "rsync"), "#!/bin/sh\nexit 11\n", { mode: 0o755 });
    symlinkSync(findProgram("ssh") ?? "", join(programs, "ssh"));
    const target = new Target(reach());
    published(target.publish(plainSite("甲", 2)));
    const from = emptyFolder();
    writePlainSite(from, plainSite("乙", 2));
    const digest = contentHash(readFileSync(join(from, "manifest.json"))).slice(0, 12);
    mkdirSync(target.path("releases", `.unfinished-000002-${digest}.1`));
    const words = ["publish", `ssh:banxin-test:${target.folder}`, ...reach().words, "--from", from, ...usual];
    refused(run(words, { PATH: `${programs}:/bin:/usr/bin` }), "upload-differs");
    assert.deepEqual(target.releases, [target.current]);
  },
);

test("what is put aside here may lie in a folder of whatever name", limits, () => {
  for (const name of ["a b", "版 心'", 'a"b', "long".repeat(30)]) {
    const scratch = join(emptyFolder(), name);
    mkdirSync(scratch);
    const from = emptyFolder();
    writePlainSite(from, plainSite("甲", 1));
    const target = new Target(reach());
    const words = ["publish", `ssh:banxin-test:${target.folder}`, ...reach().words, "--from", from, ...usual];
    published(run(words, { TMPDIR: scratch }));
    assert.deepEqual(filesIn(target.path("current")), filesIn(from));
  }
});

test("what a folder refuses a server refuses", limits, () => {
  const target = new Target(reach());
  published(target.publish(plainSite("甲", 3), [...usual, "--sequence", "7"]));
  refused(target.publish(plainSite("乙", 2)), "addresses-lost");
  refused(target.publish(plainSite("乙", 3), [...usual, "--sequence", "7"]), "sequence-back");
  refused(target.publish(plainSite("乙", 3), ["--as-of", "2026-05-19T00:00:00Z", "--allow-dirty"]), "time-back");
  refused(target.publish({ ...plainSite("乙", 3), "x/index.html": "/.banxin/preview.js" }), "preview");
  refused(target.run(["--from", emptyFolder(), ...usual]), "no-manifest");
  writeFileSync(target.path(".publishing.99"), JSON.stringify({ ...ownMark(), host: "elsewhere", isReleased: false }));
  refused(target.publish(plainSite("乙", 3)), "locked");
  rmSync(target.path(".publishing.99"));
  rmSync(target.path("current"));
  symlinkSync("elsewhere", target.path("current"));
  refused(target.publish(plainSite("乙", 3)), "current-foreign");
});

test("what a killed publisher had sent is not sent again", limits, () => {
  const target = new Target(reach());
  published(target.publish(plainSite("甲", 3)));
  const from = emptyFolder();
  writePlainSite(from, plainSite("乙", 3));
  const digest = contentHash(readFileSync(join(from, "manifest.json"))).slice(0, 12);
  const left = target.path("releases", `.unfinished-000002-${digest}.1`);
  mkdirSync(left);
  cpSync(join(from, "index.html"), join(left, "index.html"));
  chmodSync(join(left, "index.html"), 0o444);
  const { ino } = statSync(join(left, "index.html"));
  published(target.run(["--from", from, ...usual]));
  assert.equal(statSync(target.path("current", "index.html")).ino, ino);
  assert.ok(target.releases.every((name) => !name.startsWith(".")));
});

test("by ssh and straight into the folder at once: both take turns", limits, async () => {
  const target = emptyFolder();
  const ends = [
    [`ssh:banxin-test:${target}`, "甲", reach().words],
    [`file:${target}`, "乙", []],
    [`ssh:banxin-test:${target}`, "丙", reach().words],
  ] as const;
  const publishers = ends.map(([typed, edition, words]) => {
    const from = emptyFolder();
    writePlainSite(from, plainSite(edition, 40));
    return startPublisher(root, typed, ["--from", from, ...words]);
  });
  assert.deepEqual(
    await Promise.all(publishers.map(({ ended }) => ended)),
    [0, 0, 0],
    publishers.map(({ said }) => said()).join(),
  );
  assert.deepEqual(
    readdirSync(join(target, "releases"))
      .map((id) => id.slice(0, 6))
      .sort(),
    ["000001", "000002", "000003"],
  );
});

// In full, with 50 kills: npm run bench -- trust.
test("a publisher by ssh that is killed at any moment leaves readers a whole site", limits, async () => {
  const options = { root, kills: 4, seed: "short", pages: 100, reach: reach() };
  const { faults, killed, looks } = await checkTrust(options, () => {});
  assert.deepEqual(faults, []);
  assert.ok(killed > 0 && looks > 0);
});

test("a server that is not there, and a program that is not, are told with what to do", limits, () => {
  const from = emptyFolder();
  writePlainSite(from, plainSite("甲", 1));
  const config = join(emptyFolder(), "config");
  writeFileSync(config, "Host nowhere\n  HostName 127.0.0.1\n  Port 1\n  BatchMode yes\n");
  refused(run(["publish", "ssh:nowhere:/srv/site", "--ssh-config", config, "--from", from, ...usual]), "unreachable");
  const words = ["publish", "ssh:banxin-test:/srv/site", ...reach().words, "--from", from, ...usual];
  refused(run(words, { PATH: emptyFolder() }), "program-missing");
  const onlySsh = emptyFolder();
  symlinkSync(findProgram("ssh") ?? "", join(onlySsh, "ssh"));
  const target = new Target(reach());
  const lacking = run(["publish", `ssh:banxin-test:${target.folder}`, ...reach().words, "--from", from, ...usual], {
    PATH: onlySsh,
  });
  refused(lacking, "program-missing");
  assert.match(lacking.err, /rsync/u);
  assert.equal(existsSync(target.path("current")), false);
});
