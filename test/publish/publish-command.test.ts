import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { plainSite, writePlainSite } from "../../scripts/bench/plain-site.ts";
import { publicKeyIn } from "../../scripts/verify/key-pair.ts";
import { readStatement } from "../../scripts/verify/statement.ts";
import { articleText, contentWith } from "../newsroom.ts";
import { emptyFolder, filesIn, run } from "../site/command.ts";
import { published, refused, Target, usual } from "./target.ts";

test("a release is a whole site under its number and digest, and what did not change is one file in both", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 6)));
  const [first = ""] = target.releases;
  assert.match(first, /^000001-[0-9a-f]{12}$/u);
  published(target.publish(plainSite("乙", 6)));
  const second = target.current;
  assert.match(second, /^000002-/u);
  assert.deepEqual(target.releases, [first, second]);
  const inode = (id: string, number: number) =>
    statSync(target.path("releases", id, `theory/news/2026/05/a${number}/index.html`)).ino;
  assert.equal(inode(first, 1), inode(second, 1));
  assert.notEqual(inode(first, 0), inode(second, 0));
  const expected = emptyFolder();
  writePlainSite(expected, plainSite("乙", 6));
  assert.deepEqual(filesIn(target.path("current")), filesIn(expected));
});

test("what is there already is left alone, and a file of an old release that was tampered with is not taken over", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 3)));
  const again = target.publish(plainSite("甲", 3));
  assert.match(again.out, /nothing has changed/u);
  assert.equal(target.releases.length, 1);
  const path = target.path("current", "theory/news/2026/05/a1/index.html");
  rmSync(path);
  writeFileSync(path, "spam");
  published(target.publish(plainSite("乙", 3)));
  assert.doesNotMatch(readFileSync(path, "utf8"), /spam/u);
});

test("the last releases stay, and a rollback brings one back under a new number, again and again further", () => {
  const target = new Target();
  for (const edition of ["甲", "乙", "丙", "丁"])
    published(target.publish(plainSite(edition, 3), [...usual, "--keep", "3"]));
  assert.deepEqual(
    target.releases.map((id) => id.slice(0, 6)),
    ["000002", "000003", "000004"],
  );
  const front = () => readFileSync(target.path("current", "index.html"), "utf8");
  published(target.run(["--rollback"]));
  assert.match(front(), /第 丙 版/u);
  published(target.run(["--rollback"]));
  assert.match(front(), /第 乙 版/u);
  assert.match(target.current, /^000006-/u);
  refused(target.run(["--rollback"]), "no-release");
  assert.match(front(), /第 乙 版/u);
  const statement = readStatement(readFileSync(target.path("statements", `${target.current}.json`)));
  assert.match(statement?.publication.restores ?? "", /^000002-/u);
});

test("a plan names every file and release, and nothing is done", () => {
  const target = new Target();
  const dry = target.publish(plainSite("甲", 3), [...usual, "--dry-run"]);
  published(dry);
  assert.equal(existsSync(target.folder), false);
  published(target.publish(plainSite("甲", 3), [...usual, "--keep", "2"]));
  published(target.publish(plainSite("乙", 3), [...usual, "--keep", "2"]));
  const before = target.releases;
  const planned = target.publish(plainSite("丙", 4), [...usual, "--keep", "2", "--dry-run", "--format", "json"]);
  const plan = JSON.parse(planned.out);
  assert.deepEqual(target.releases, before);
  assert.deepEqual(plan.write, [
    "index.html",
    "theory/news/2026/05/a0/index.html",
    "theory/news/2026/05/a3/index.html",
    "manifest.json",
  ]);
  assert.deepEqual(plan.link, ["robots.txt", "theory/news/2026/05/a1/index.html", "theory/news/2026/05/a2/index.html"]);
  assert.deepEqual(plan.remove, [before[0]]);
  published(target.publish(plainSite("丙", 4), [...usual, "--keep", "2"]));
  assert.deepEqual(target.releases, [before[1], plan.release]);
});

test("a folder that is not what its manifest says is refused, and says how", () => {
  for (const [kind, spoil] of [
    ["no-manifest", (folder: string) => rmSync(join(folder, "manifest.json"))],
    ["no-manifest", (folder: string) => writeFileSync(join(folder, "manifest.json"), "{}")],
    ["no-manifest", (folder: string) => writeFileSync(join(folder, ".unfinished.json"), "{}")],
    ["no-manifest", (folder: string) => writeFileSync(join(folder, ".building.json"), "{}")],
    ["folder-differs", (folder: string) => writeFileSync(join(folder, "index.html"), "x")],
    ["folder-differs", (folder: string) => rmSync(join(folder, "robots.txt"))],
    ["folder-differs", (folder: string) => writeFileSync(join(folder, "foreign.txt"), "x")],
  ] as const) {
    const target = new Target();
    const from = emptyFolder();
    writePlainSite(from, plainSite("甲", 2));
    spoil(from);
    refused(target.run(["--from", from, ...usual]), kind);
    assert.equal(existsSync(target.path("current")), false);
  }
});

test("a preview is refused even with a manifest", () => {
  const site = {
    ...plainSite("甲", 1),
    "draft/index.html": '<script type="module" src="/.banxin/preview.js"></script>',
  };
  refused(new Target().publish(site), "preview");
});

test("an address that would be lost is refused and named, unless it is redirected or may go; pages of lists may", () => {
  const target = new Target();
  const page = plainSite("甲", 1)["index.html"] ?? "";
  const first = { ...plainSite("甲", 4), "theory/page/2/index.html": page, "theory/news/2026/05/index.html": page };
  published(target.publish(first));
  const lost = target.publish(plainSite("乙", 2));
  refused(lost, "addresses-lost");
  assert.match(lost.err, /\n {4}\/theory\/news\/2026\/05\/a2\/\n {4}\/theory\/news\/2026\/05\/a3\/ {2}addresses-lost/u);
  assert.doesNotMatch(lost.err, /page\/2/u);
  refused(target.publish(plainSite("乙", 2), [...usual, "--allow-gone", "/theory/news/2026/05/a2/"]), "addresses-lost");
  const redirects = { ...plainSite("乙", 2), _redirects: "/theory/news/2026/05/a3/ /theory/ 301\n" };
  published(target.publish(redirects, [...usual, "--allow-gone", "/theory/news/2026/05/a2/"]));
});

test("lost addresses are found though the manifest that is served was taken away; without any nothing is published", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 2)));
  rmSync(target.path("current", "manifest.json"));
  refused(target.publish(plainSite("乙", 1)), "addresses-lost");
  for (const name of readdirSync(target.path("statements")).filter((each) => each.includes("manifest")))
    rmSync(target.path("statements", name));
  refused(target.publish(plainSite("乙", 2)), "no-release");
});

test("numbers and instants that would go back are refused", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 2), [...usual, "--sequence", "7"]));
  for (const number of ["6", "7"])
    refused(target.publish(plainSite("乙", 2), [...usual, "--sequence", number]), "sequence-back");
  const earlier = ["--as-of", "2026-05-19T00:00:00Z", "--allow-dirty"];
  refused(target.publish(plainSite("乙", 2), earlier), "time-back");
  published(target.publish(plainSite("乙", 2), [...earlier, "--allow-back"]));
  assert.match(target.current, /^000008-/u);
});

test("what stands in the way of the link, or overlaps, is refused", () => {
  const target = new Target();
  mkdirSync(target.path("current"), { recursive: true });
  refused(target.publish(plainSite("甲", 1)), "current-foreign");
  const from = emptyFolder();
  writePlainSite(from, plainSite("甲", 1));
  refused(run(["publish", `file:${join(from, "site")}`, "--from", from, ...usual]), "overlap");
});

test("the build's own note tells commit and instant: unknown, dirty and older commits are refused", () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const [out, cache] = [emptyFolder(), emptyFolder()];
  const target = new Target();
  const git = (...words: readonly string[]) => {
    const own = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgSign=false"];
    const { status, stdout, stderr } = spawnSync("git", [...own, ...words], { cwd: content, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  const build = (instant: string) =>
    published(run(["build", "--content", content, "--out", out, "--cache", cache, "--as-of", instant]));
  const publish = (...words: readonly string[]) =>
    target.run(["--from", out, "--cache", cache, "--content", content, ...words]);
  build("2026-05-20T08:00:00+08:00");
  refused(target.run(["--from", out, "--cache", emptyFolder()]), "build-unknown");
  refused(publish(), "commit-unknown");
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "a");
  writeFileSync(join(content, "theory/news/b.md"), articleText({ title: "第二篇" }));
  build("2026-05-20T08:00:00+08:00");
  refused(publish(), "dirty");
  git("add", "--all");
  git("commit", "--quiet", "--message", "b");
  build("2026-05-20T08:00:00+08:00");
  published(publish());
  const statement = readStatement(readFileSync(target.path("statements", `${target.current}.json`)))?.publication;
  assert.equal(statement?.commit, git("rev-parse", "HEAD"));
  assert.equal(statement?.asOf, "2026-05-20T00:00:00.000Z");
  assert.equal(statement?.address, "https://banxin.example/");
  assert.match(statement?.policy ?? "", /^default-src 'none'/u);
  git("checkout", "--quiet", "HEAD~1");
  build("2026-05-20T09:00:00+08:00");
  refused(publish("--allow-gone", "/theory/news/2026/03/b/"), "time-back");
});

test("a key made by keygen signs what is published, and verify believes the key's owner alone", () => {
  const target = new Target();
  const key = join(emptyFolder(), "key");
  published(run(["publish", "keygen", key]));
  assert.equal(statSync(key).mode & 0o077, 0);
  assert.equal(run(["publish", "keygen", key]).code, 2);
  published(target.publish(plainSite("甲", 2), [...usual, "--key", key]));
  const bytes = readFileSync(target.path("statements", `${target.current}.json`));
  const envelope = JSON.parse(bytes.toString());
  assert.equal(envelope.payloadType, "application/vnd.in-toto+json");
  const { _type, subject } = JSON.parse(Buffer.from(envelope.payload, "base64").toString());
  assert.equal(_type, "https://in-toto.io/Statement/v1");
  assert.equal(subject[0].name, "manifest.json");
  assert.equal(readStatement(bytes, publicKeyIn(`${key}.pub`))?.signature, "valid");
  const verified = run(["verify", target.folder, "--key", `${key}.pub`, "--at-least", "1"]);
  assert.equal(verified.code, 0, verified.out);
  assert.match(verified.out, /a signed statement/u);
  assert.equal(run(["verify", target.folder, "--key", `${key}.pub`, "--at-least", "2"]).code, 1);
});

test("openssl makes keys of the same form, and finds our signature good", {
  skip: spawnSync("openssl", ["version"]).status !== 0,
}, () => {
  const folder = emptyFolder();
  const [key, pub] = [join(folder, "key.pem"), join(folder, "pub.pem")];
  spawnSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", key]);
  spawnSync("openssl", ["pkey", "-in", key, "-pubout", "-out", pub]);
  const target = new Target();
  published(target.publish(plainSite("甲", 1), [...usual, "--key", key]));
  const { payload, payloadType, signatures } = JSON.parse(
    readFileSync(target.path("statements", `${target.current}.json`), "utf8"),
  );
  const body = Buffer.from(payload, "base64");
  // DSSE v1, Pre-Authentication Encoding.
  const signed = `DSSEv1 ${payloadType.length} ${payloadType} ${body.length} ${body}`;
  writeFileSync(join(folder, "signed"), signed);
  writeFileSync(join(folder, "sig"), Buffer.from(signatures[0].sig, "base64"));
  const words = [
    "pkeyutl",
    "-verify",
    "-pubin",
    "-inkey",
    pub,
    "-rawin",
    "-in",
    join(folder, "signed"),
    "-sigfile",
    join(folder, "sig"),
  ];
  const { status, stderr } = spawnSync("openssl", words, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

test("both commands explain themselves with --help", () => {
  for (const command of ["publish", "verify"]) {
    const { code, out } = run([command, "--help"]);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`npm run ${command} -- `, "u"));
    assert.match(run(["--help"]).out, new RegExp(`npm run ${command} `, "u"));
  }
});

test("wrong words end with code 2 and the way out", () => {
  const target = new Target();
  for (const words of [
    [],
    ["dist"],
    ["file:"],
    ["ssh:"],
    ["ssh:-oProxyCommand=x:site"],
    ["ssh:host:/srv/site\nx"],
    ["rclone:-x:y"],
    ["rclone:store:site"],
    ["rclone:store:site", "--record", target.folder, "--rollback"],
    ["rclone:store:site", "--record", target.folder, "--keep", "3"],
    [`file:${target.folder}`, "--record", target.folder],
    [`file:${target.folder}`, "--ssh-config", "package.json"],
    ["rclone:store:site", "--record", ""],
    ["rclone:store:site", "--record", target.folder, "--grace", "86401"],
    [`file:${target.folder}`, "--from", ""],
    [`file:${target.folder}`, "more"],
    [`file:${target.folder}`, "--keep", "1"],
    [`file:${target.folder}`, "--from", "nowhere"],
    [`file:${target.folder}`, "--release", "x"],
    [`file:${target.folder}`, "--as-of", "now"],
    [`file:${target.folder}`, "--key", "package.json"],
    ["keygen"],
    ["keygen", join(target.folder, "nowhere/key")],
  ]) {
    const { code, err } = run(["publish", ...words]);
    assert.equal(code, 2, words.join(" "));
    assert.doesNotMatch(err, /\n\s+at /u);
  }
  assert.equal(existsSync(dirname(target.folder)) && existsSync(target.folder), false);
});
