import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkRemote } from "../../../scripts/bench/check-remote.ts";
import { bareSettings, lackForRclone, type RcloneServer, startRclone } from "../../../scripts/bench/loopback-rclone.ts";
import { type PlainSite, plainSite, writePlainSite } from "../../../scripts/bench/plain-site.ts";
import { writeJournal } from "../../../scripts/publish/rclone/journal.ts";
import { contentHash } from "../../../scripts/store/content-hash.ts";
import { readStatement } from "../../../scripts/verify/statement.ts";
import { root } from "../../newsroom.ts";
import { emptyFolder, filesIn, type Outcome, run } from "../../site/command.ts";
import { published, refused, usual } from "../target.ts";

// A real rclone and its servers: apt-get install rclone.
const skip = lackForRclone();
const limits = { skip, timeout: 120_000 };
const settings = bareSettings(emptyFolder());
const stores = { webdav: emptyFolder(), sftp: emptyFolder() };
const servers = new Map<string, RcloneServer>();
before(async () => {
  if (skip) return;
  for (const kind of ["webdav", "sftp"] as const) servers.set(kind, await startRclone(kind, stores[kind], settings));
});
after(async () => {
  for (const server of servers.values()) await server.stop();
});

/** A remote that sites are published to, and the folder it is of. */
class Remote {
  readonly folder: string;
  readonly remote: string;
  readonly record = join(emptyFolder(), "record");

  constructor(kind: "webdav" | "sftp" | "local", name: string) {
    this.folder = kind === "local" ? join(emptyFolder(), name) : join(stores[kind], name);
    this.remote = kind === "local" ? `:local:${this.folder}` : `${servers.get(kind)?.remote}${name}`;
  }

  publish(site: PlainSite, words: readonly string[] = usual): Outcome {
    const from = emptyFolder();
    writePlainSite(from, site);
    return this.run(["--from", from, ...words]);
  }

  run(words: readonly string[]): Outcome {
    const how = ["--record", this.record, "--grace", "0"];
    return run(["publish", `rclone:${this.remote}`, ...how, ...words], settings);
  }

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  get stated(): readonly string[] {
    const names = readdirSync(join(this.record, "statements")).filter((name) => !name.includes("manifest"));
    return names.map((name) => name.replace(".json", "")).sort();
  }
}

function holds({ folder }: Remote, site: PlainSite): void {
  const expected = emptyFolder();
  writePlainSite(expected, site);
  assert.deepEqual(filesIn(folder), filesIn(expected));
}

for (const kind of ["webdav", "sftp", "local"] as const)
  test(`a site is put into a store (${kind}), and what did not change stays as it lies there`, limits, () => {
    const remote = new Remote(kind, "my site");
    published(remote.publish(plainSite("甲", 6)));
    holds(remote, plainSite("甲", 6));
    const same = "theory/news/2026/05/a1/index.html";
    const { mtimeMs, ino } = statSync(remote.path(same));
    const next = {
      ...plainSite("乙", 5),
      "theory/news/2026/05/新/index.html": "x",
      _redirects: "/theory/news/2026/05/a5/ / 301\n",
    };
    const planned = remote.publish(next, [...usual, "--dry-run"]);
    assert.match(planned.out, /留 keep {4}theory\/news\/2026\/05\/a1\/index\.html\n/u);
    assert.match(planned.out, /manifest\.json\n删 delete {2}theory\/news\/2026\/05\/a5\/index\.html\n/u);
    holds(remote, plainSite("甲", 6));
    published(remote.publish(next));
    holds(remote, next);
    assert.deepEqual([statSync(remote.path(same)).mtimeMs, statSync(remote.path(same)).ino], [mtimeMs, ino]);
    assert.match(remote.publish(next).out, /nothing has changed/u);
    const [first = "", second = ""] = remote.stated;
    assert.equal(
      readStatement(readFileSync(join(remote.record, "statements", `${second}.json`)))?.publication.previous,
      first,
    );
    const statement = join(remote.record, "statements", `${second}.json`);
    assert.equal(run(["verify", remote.folder, "--statement", statement]).code, 0);
  });

test("a file that was tampered with in a store that tells hashes is sent again, though it is as long", limits, () => {
  for (const kind of ["sftp", "local"] as const) {
    const remote = new Remote(kind, "tampered");
    published(remote.publish(plainSite("甲", 3)));
    const path = remote.path("theory/news/2026/05/a1/index.html");
    writeFileSync(path, readFileSync(path, "utf8").replace("篇", "雨"));
    published(remote.publish(plainSite("乙", 3)));
    holds(remote, plainSite("乙", 3));
  }
});

test("the same site is sent anew where a file of it was lost, and what others put beside it stays", limits, () => {
  const remote = new Remote("local", "site");
  published(remote.publish(plainSite("甲", 3)));
  writeFileSync(remote.path("MP_verify_a.txt"), "theirs");
  rmSync(remote.path("robots.txt"));
  published(remote.publish(plainSite("甲", 3)));
  assert.match(remote.publish(plainSite("甲", 3)).out, /nothing has changed/u);
  // A killed publisher's, cut short.
  writeFileSync(remote.path(".publishing.json"), "{");
  published(remote.publish(plainSite("乙", 3)));
  assert.equal(readFileSync(remote.path("MP_verify_a.txt"), "utf8"), "theirs");
  rmSync(remote.path("MP_verify_a.txt"));
  holds(remote, plainSite("乙", 3));
});

test("a folder of which nothing stays is removed, one that holds something of others is not", limits, () => {
  for (const kind of ["sftp", "webdav", "local"] as const) {
    const remote = new Remote(kind, "emptied");
    published(remote.publish({ ...plainSite("甲", 3), "old/a/index.html": "x", "old/b/index.html": "x" }));
    mkdirSync(remote.path("theirs"));
    writeFileSync(remote.path("theory/news/2026/05/a2/theirs.txt"), "x");
    const lost = ["/old/a/", "/old/b/", "/theory/news/2026/05/a1/", "/theory/news/2026/05/a2/"];
    const words = lost.flatMap((each) => ["--allow-gone", each]);
    published(remote.publish(plainSite("乙", 1), [...usual, ...words]));
    assert.deepEqual(
      ["old", "theirs", "theory/news/2026/05/a1", "theory/news/2026/05/a2"].map((path) =>
        existsSync(remote.path(path)),
      ),
      [false, true, false, true],
      kind,
    );
  }
});

test("a record keeps the manifests of the last publications, and all statements", limits, () => {
  const remote = new Remote("local", "site");
  published(remote.publish(plainSite("甲", 1)));
  published(remote.publish(plainSite("乙", 1), [...usual, "--sequence", "60"]));
  const names = readdirSync(join(remote.record, "statements"));
  assert.deepEqual(names.map((name) => name.replace(/-[0-9a-f]{12}/u, "")).sort(), [
    "000001.json",
    "000060.json",
    "000060.manifest.json",
  ]);
});

test("what a folder refuses a store refuses, and a rollback says what to do instead", limits, () => {
  const remote = new Remote("local", "site");
  published(remote.publish(plainSite("甲", 3), [...usual, "--sequence", "7"]));
  refused(remote.publish(plainSite("乙", 2)), "addresses-lost");
  refused(remote.publish(plainSite("乙", 3), [...usual, "--sequence", "7"]), "sequence-back");
  refused(remote.publish(plainSite("乙", 3), ["--as-of", "2026-05-19T00:00:00Z", "--allow-dirty"]), "time-back");
  refused(remote.publish({ ...plainSite("乙", 3), "x/index.html": "/.banxin/preview.js" }), "preview");
  refused(remote.run(["--from", emptyFolder(), ...usual]), "no-manifest");
  const rollback = remote.run(["--rollback"]);
  assert.equal(rollback.code, 2);
  assert.match(rollback.err, /--allow-back/u);
  const keeping = remote.run(["--keep", "3"]);
  assert.equal(keeping.code, 2);
  assert.match(keeping.err, /--keep 3: .*no releases are kept/u);
  holds(remote, plainSite("甲", 3));
  writeFileSync(remote.path("manifest.json"), readFileSync(remote.path("manifest.json"), "utf8").replace(/\d/u, "9"));
  refused(remote.publish(plainSite("乙", 3)), "current-foreign");
  rmSync(remote.path("manifest.json"));
  refused(remote.publish(plainSite("乙", 3)), "current-foreign");
});

test("what a killed publisher had sent is not sent again, and what it left is deleted", limits, () => {
  // This store tells no hashes.
  const remote = new Remote("webdav", "resumed");
  published(remote.publish(plainSite("甲", 3)));
  const next = plainSite("乙", 3);
  const sent = "theory/news/2026/05/a0/index.html";
  writeFileSync(remote.path(sent), next[sent] ?? "");
  writeFileSync(remote.path("left.txt"), "x");
  const journal = new Map([
    [sent, contentHash(next[sent] ?? "")],
    ["index.html", null],
    ["left.txt", null],
  ]);
  writeFileSync(remote.path(".publishing.json"), writeJournal({ files: journal, unlinked: new Set() }));
  const planned = remote.publish(next, [...usual, "--dry-run"]);
  assert.match(planned.out, new RegExp(`留 keep {4}${sent}\\n`, "u"));
  published(remote.publish(next));
  holds(remote, next);
  // Killed behind the manifest: the same site is finished.
  writeFileSync(
    remote.path(".publishing.json"),
    writeJournal({ files: new Map([["old.txt", null]]), unlinked: new Set() }),
  );
  writeFileSync(remote.path("old.txt"), "x");
  published(remote.publish(next));
  holds(remote, next);
});

test("names that a shell or rclone could take for something else are names", limits, () => {
  const remote = new Remote("local", "a b'\"$(touch x)`touch y`;&");
  const names = ["#1 *[a]{b}?.txt", "-rf.txt", "; x/ y .txt", "theory/- 新.txt"];
  const odd = { ...plainSite("甲", 1), ...Object.fromEntries(names.map((name) => [name, name])) };
  published(remote.publish(odd));
  holds(remote, odd);
  published(remote.publish(plainSite("甲", 1)));
  holds(remote, plainSite("甲", 1));
});

test("a remote that is not there, and rclone itself not being there, are told with what to do", limits, () => {
  const from = emptyFolder();
  writePlainSite(from, plainSite("甲", 1));
  const words = ["--record", join(emptyFolder(), "record"), "--from", from, ...usual];
  refused(run(["publish", "rclone:nosuchremote:x", ...words], settings), "unreachable");
  refused(
    run(["publish", "rclone::local:/nowhere", ...words], { ...settings, PATH: emptyFolder() }),
    "program-missing",
  );
});

// In full, with 50 kills: npm run bench -- trust.
test("whenever a publisher is killed, no page that readers come to over WebDAV points at nothing", limits, async () => {
  const { faults, killed, rounds } = await checkRemote({ root, kills: 4, seed: "short", pages: 10 }, () => {});
  assert.deepEqual(faults, []);
  assert.ok(killed > 0 && rounds > 0);
});
