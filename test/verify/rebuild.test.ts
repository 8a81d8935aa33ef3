import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeKeyPair } from "../../scripts/verify/key-pair.ts";
import { deskFolder, root } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";

/** A newsroom's own repository with this program in it, committed. */
function newsroomRepository(): string {
  const home = emptyFolder();
  for (const name of ["scripts", "layouts", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, name), join(home, name), { recursive: true });
  cpSync(deskFolder, join(home, "content"), { recursive: true });
  cpSync(join(root, "test/fixtures/newsroom/theory/news"), join(home, "content/theory/news"), {
    recursive: true,
    force: false,
  });
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
  writeFileSync(join(home, ".gitignore"), "node_modules\n.cache/\ndist/\n");
  return home;
}

function does(folder: string, program: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder },
  });
  return { code: status, said: stdout + stderr };
}

function commit(home: string, message: string): void {
  const own = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgSign=false"];
  for (const words of [
    ["init", "--quiet"],
    ["add", "--all"],
    ["commit", "--quiet", "--message", message],
  ]) {
    const { code, said } = does(home, "git", ...own, ...words);
    assert.equal(code, 0, said);
  }
}

test("the stated commit is built again as of its instant and compared, and a site of anything else is found out", {
  timeout: 240_000,
}, () => {
  const home = newsroomRepository();
  commit(home, "a");
  const program = (...words: readonly string[]) => does(home, process.execPath, "scripts/start.mjs", ...words);
  const asOf = ["--as-of", "2026-05-20T08:00:00+08:00"];
  const built = program("build", ...asOf);
  assert.equal(built.code, 0, built.said);
  const site = join(emptyFolder(), "site");
  const published = program("publish", `file:${site}`);
  assert.equal(published.code, 0, published.said);
  // What the working tree is now says nothing about the commit.
  const masthead = join(home, "content/masthead.md");
  writeFileSync(masthead, `${readFileSync(masthead, "utf8")}\n之后加的一句。\n`);
  const fine = program("verify", site, "--rebuild");
  assert.equal(fine.code, 0, fine.said);
  assert.equal(does(home, "git", "worktree", "list").said.trim().split("\n").length, 1);
  const dirty = program("build", ...asOf);
  assert.equal(dirty.code, 0, dirty.said);
  // Somebody publishes what was never committed, and states the commit all the same.
  const lied = program("publish", `file:${site}`, "--allow-dirty");
  assert.equal(lied.code, 0, lied.said);
  const [file = ""] = readdirSync(join(site, "statements")).filter((name) => /^000002-[0-9a-f]+\.json$/u.test(name));
  const path = join(site, "statements", file);
  const envelope = JSON.parse(readFileSync(path, "utf8"));
  const payload = Buffer.from(envelope.payload, "base64").toString().replace('"isDirty":true', '"isDirty":false');
  const lie = join(emptyFolder(), file);
  writeFileSync(lie, JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString("base64") }));
  cpSync(path.replace(".json", ".manifest.json"), lie.replace(".json", ".manifest.json"));
  const found = program("verify", site, "--statement", lie, "--rebuild", "--format", "json");
  assert.equal(found.code, 1, found.said);
  assert.match(found.said, /"path": "index\.html"/u);
  // Who is not believed does not choose a commit to be run.
  const key = join(emptyFolder(), "paper");
  assert.ok(makeKeyPair(key));
  const untrusted = program("verify", site, "--key", `${key}.pub`, "--rebuild");
  assert.equal(untrusted.code, 1, untrusted.said);
  assert.match(untrusted.said, /nothing was built/u);
});
