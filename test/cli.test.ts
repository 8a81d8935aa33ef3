import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { articleText, contentWith, root } from "./newsroom.ts";
import { emptyFolder, run } from "./site/command.ts";

test("every command explains itself with --help, and wrong words end with code 2 and the way out", () => {
  for (const command of ["build", "check", "start", "bench"]) {
    const { code, out } = run([command, "--help"]);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`npm run ${command}`, "u"));
  }
  for (const words of [
    ["publsh"],
    ["check", "--formt", "json"],
    ["check", "--format", "yaml"],
    ["check", "--as-of", "tomorrow"],
    ["check", "--as-of", "2026-02-30T00:00:00Z"],
    ["check", "--as-of", "2026-05-20T08:00:00"],
    ["build", "--address", "ftp://example.org/"],
    ["check", "--out", "dist"],
    ["start", "--port", "0"],
  ]) {
    const { code, out, err } = run(words);
    assert.equal(code, 2, words.join(" "));
    assert.equal(out, "");
    assert.match(err, /--|npm run|1–/u);
    assert.doesNotMatch(err, /\n\s+at /u);
  }
});

test("a wrong number is answered with its flag, what was typed and what may be", () => {
  for (const [command, flag, typed, range] of [
    ["start", "port", "0", "1–65535"],
    ["start", "port", "65536", "1–65535"],
    ["start", "port", "8e3", "1–65535"],
    ["start", "port", "", "1–65535"],
    ["bench", "runs", "many", "1–100"],
  ] as const) {
    const { code, err } = run([command, `--${flag}=${typed}`]);
    assert.equal(code, 2);
    assert.ok(err.includes(`--${flag} ${typed}`) && err.includes(range), err);
  }
});

test("the usual folders are the package's wherever a command is typed; what is typed counts from there", () => {
  const content = contentWith({ "theory/news/a.md": articleText({ auther: "江若水" }) });
  const inside = run(["check"], { INIT_CWD: join(root, "content") });
  assert.doesNotMatch(inside.out, /content-missing/u);
  const { out } = run(["check", "--content", ".."], { INIT_CWD: join(content, "theory") });
  assert.match(out, /^\.\.\/theory\/news\/a\.md:/u);
});

test("a reader who has seen enough of a report ends the command quietly", () => {
  const files = Array.from({ length: 2000 }, (_, index) => [
    `theory/news/n${String(index).padStart(4, "0")}.md`,
    articleText({ source: "光明书坪" }),
  ]);
  const content = contentWith(Object.fromEntries(files));
  const { stdout, stderr } = spawnSync(
    "bash",
    ["-c", `"$0" scripts/start.mjs check --all --content "$1" | head -1; echo "code \${PIPESTATUS[0]}"`].concat(
      process.execPath,
      content,
    ),
    { cwd: root, encoding: "utf8" },
  );
  assert.match(stdout, /source-unknown\ncode [01]\n$/u);
  assert.doesNotMatch(stderr, /EPIPE|\n\s+at /u);
});

test("a preview on a port that is taken is refused before anything is written or removed", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const kept = join(root, ".cache/preview", String(port));
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, "index.html"), "another preview");
  try {
    const preview = spawn(process.execPath, ["scripts/start.mjs", "start", "--port", String(port)], {
      cwd: root,
    });
    const deadline = setTimeout(() => preview.kill(), 30_000);
    let err = "";
    preview.stderr.on("data", (text) => {
      err += text;
    });
    const code = await new Promise((done) => preview.on("close", done));
    clearTimeout(deadline);
    assert.equal(code, 2);
    assert.match(err, new RegExp(`^--port ${port}`, "u"));
    assert.doesNotMatch(err, /\n\s+at /u);
    assert.equal(readFileSync(join(kept, "index.html"), "utf8"), "another preview");
  } finally {
    server.close();
    rmSync(kept, { recursive: true, force: true });
  }
});

test("bench reports problems of the content as check does, and measures nothing", () => {
  const { code, out, err } = run([
    "bench",
    "--content",
    contentWith({ "theory/news/a.md": articleText({ auther: "江若水" }) }),
  ]);
  assert.equal(code, 1);
  assert.match(out, /field-unknown/u);
  assert.doesNotMatch(out + err, /\n\s+at |articles per second/u);
});

test("a path given to bench that leads to nothing of use is answered with its flag, code 2 and no stack", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "file"), "#!/bin/sh\necho 20.19.0\n", { mode: 0o755 });
  for (const words of [
    ["--node", join(folder, "none")],
    ["--node", process.execPath, "--node", folder],
    ["--node", join(folder, "file")],
    ["--hugo", folder],
    ["related", "--labels", join(folder, "none")],
  ]) {
    const content = contentWith({ "theory/news/a.md": articleText() });
    const { code, out, err } = run(["bench", ...words, "--content", content]);
    assert.equal(code, 2, err);
    assert.equal(out, "");
    assert.ok(err.includes(`${words.at(-2)} ${words.at(-1)}: `), err);
    assert.doesNotMatch(err, /\n\s+at /u);
  }
});

test("an output folder that is a file, or that holds something in the way, is answered with code 2 and no stack", () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const folder = emptyFolder();
  writeFileSync(join(folder, "file"), "keep me");
  const refused = run(["build", "--content", content, "--out", join(folder, "file")]);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /^--out /u);
  const out = join(folder, "dist");
  run(["build", "--content", content, "--out", out]);
  writeFileSync(join(content, "theory/news/b.md"), articleText({ aliases: "[/own/old/]" }));
  writeFileSync(join(out, "own"), "keep me");
  const { code, err } = run(["build", "--content", content, "--out", out]);
  assert.equal(code, 2);
  assert.match(err, /--out .*: own /u);
  assert.doesNotMatch(refused.err + err, /\n\s+at /u);
  assert.equal(readFileSync(join(out, "own"), "utf8"), "keep me");
});

test("check reports all problems of all files at once and exits 1 with an error, 0 with warnings alone", () => {
  const bad = contentWith({
    "theory/news/a.md": articleText({ auther: "江若水" }),
    "theory/news/b.md": articleText({ source: "光明书坪", date: "2026-02-30" }),
    "theory/news/c.md": articleText({}, "见[旧文](gone.md)。"),
  });
  const { code, out } = run(["check", "--content", bad]);
  assert.equal(code, 1);
  for (const rule of ["field-unknown", "date-impossible", "link-broken"]) assert.match(out, new RegExp(rule, "u"));
  const fair = contentWith({ "theory/news/a.md": articleText({ topics: "[河流, 河流]" }) });
  const warned = run(["check", "--content", fair]);
  assert.equal(warned.code, 0, warned.out);
  assert.match(warned.out, /警告/u);
});

test("--format json puts one array of problems, and nothing else, on standard output", () => {
  const content = contentWith({ "theory/news/a.md": articleText({ source: "光明书坪" }) });
  const { out } = run(["check", "--content", content, "--format", "json"]);
  const [found] = JSON.parse(out);
  const { file, ...rest } = found;
  assert.match(file, /theory\/news\/a\.md$/u);
  assert.deepEqual(rest, {
    line: 4,
    column: 9,
    rule: "source-unknown",
    severity: "error",
    message: "sources.yaml 里没有名为“光明书坪”的来源。",
    remedy: "写成“光明书评”（最接近），或在 sources.yaml 里登记它。",
  });
  assert.equal(run(["check", "--content", contentWith({}), "--format", "json"]).out, "[]\n");
});

test("--format github writes annotations whose parts cannot be broken out of", () => {
  const content = contentWith({ "theory/news/a,b.md": articleText({ source: '"光明::书坪%"' }) });
  const { out } = run(["check", "--content", content, "--format", "github"]);
  assert.match(out, /^::error file=[^:\n]*a%2Cb\.md,line=4,col=9,title=source-unknown::sources\.yaml .*%25/u);
  assert.equal(out.trim().split("\n").length, 1);
});

test("more than 20 problems of one rule are counted, the first 20 shown; --all shows all; a pipe loses none", () => {
  const files = Array.from({ length: 3000 }, (_, index) => [
    `theory/news/n${String(index).padStart(4, "0")}.md`,
    articleText({ source: "光明书坪" }),
  ]);
  const content = contentWith(Object.fromEntries(files));
  const { out } = run(["check", "--content", content]);
  assert.equal(out.match(/source-unknown$/gmu)?.length, 20);
  assert.match(out, /还有 2980 处同类问题（共 3000 处/u);
  assert.match(out, /错误 3000 个/u);
  const all = run(["check", "--content", content, "--all"]);
  assert.equal(all.out.match(/source-unknown$/gmu)?.length, 3000);
});

test("a publication in English is reported on in English", () => {
  const masthead =
    "---\ntitle: The Type Area\nlanguage: en\ntimeZone: Europe/London\naddress: https://banxin.example/\nowner: The Type Area\n---\n";
  const content = contentWith({ "masthead.md": masthead, "theory/news/a.md": articleText({ source: "guangmin" }) });
  const { out } = run(["check", "--content", content]);
  assert.match(out, /error {2}sources\.yaml has no source called “guangmin”\..*\n {4}Remedy: Write “guangming”/u);
  assert.doesNotMatch(out, /错误|改法/u);
});

test("control characters in a message are made visible, so that no terminal obeys them", () => {
  const content = contentWith({ "theory/news/a.md": articleText({ source: '"光明\\e[2J书坪"' }) });
  const { out } = run(["check", "--content", content]);
  assert.equal(out.includes(String.fromCharCode(27)), false);
  assert.match(out, /a\.md:4:/u);
});

const noFullDisk = existsSync("/dev/full") ? false : "this system has no /dev/full";

test("what the machine refuses is told in a line, without a stack", { skip: noFullDisk }, () => {
  // A device that is always full stands in for a full disk; root, who may write anywhere, meets it too.
  const content = contentWith({ "theory/news/a.md": articleText() });
  const out = mkdtempSync(join(tmpdir(), "banxin-full-"));
  try {
    run(["build", "--content", content, "--out", out]);
    rmSync(join(out, "robots.txt"));
    symlinkSync("/dev/full", join(out, ".unfinished.json.new"));
    const { code, err } = run(["build", "--content", content, "--out", out]);
    assert.equal(code, 1);
    assert.match(err, /磁盘满了 the disk is full/u);
    assert.doesNotMatch(err, /\n\s+at /u);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
