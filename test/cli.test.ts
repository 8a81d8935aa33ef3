import assert from "node:assert/strict";
import { test } from "node:test";
import { articleText, contentWith } from "./newsroom.ts";
import { run } from "./site/command.ts";

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
