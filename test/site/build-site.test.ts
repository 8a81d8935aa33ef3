import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { articleText, contentWith, newsroomFolder } from "../newsroom.ts";
import { emptyFolder, filesIn, run } from "./command.ts";

const asOf = ["--as-of", "2026-05-20T08:00:00+08:00"];

interface Manifest {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

function manifestOf(out: string): Manifest {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
}

test("a build writes every page, and a manifest with path, size and hash of every other file", () => {
  const out = emptyFolder();
  const { code, err } = run(["build", "--content", newsroomFolder, "--out", out, ...asOf]);
  assert.equal(code, 0, err);
  const files = filesIn(out);
  const { files: listed } = manifestOf(out);
  assert.deepEqual(
    listed.map(({ path }) => path),
    [...files.keys()].filter((path) => path !== "manifest.json").sort(),
  );
  for (const { path, size, sha256 } of listed) {
    assert.equal(sha256, files.get(path), path);
    assert.equal(size, readFileSync(join(out, path)).length, path);
  }
  for (const path of [
    "index.html",
    "feed.xml",
    "feed.json",
    "sitemap.xml",
    "sitemap-news.xml",
    "robots.txt",
    "404.html",
  ]) {
    assert.ok(files.has(path), path);
  }
});

test("where nothing has changed, a build writes no file", () => {
  const out = emptyFolder();
  const build = ["build", "--content", newsroomFolder, "--out", out, "--cache", emptyFolder(), ...asOf];
  run(build);
  const marks = () => [...filesIn(out).keys()].map((path) => [path, statSync(join(out, path)).mtimeMs]);
  const before = marks();
  const { code, err } = run(build);
  assert.equal(code, 0, err);
  assert.deepEqual(marks(), before);
});

test("the same content and instant give the same bytes in another folder, zone, locale and file order", () => {
  const first = emptyFolder();
  const second = emptyFolder();
  run(["build", "--content", newsroomFolder, "--out", first, ...asOf], { TZ: "Asia/Shanghai", LC_ALL: "C" });
  // The copy's files are made in the opposite order, so that a folder that is listed as it was filled differs.
  const copy = emptyFolder();
  const files = readdirSync(newsroomFolder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const each of files.reverse()) {
    const path = join(each.parentPath, each.name);
    const target = join(copy, path.slice(newsroomFolder.length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target);
  }
  const { code } = run(["build", "--content", copy, "--out", second, "--cache", emptyFolder(), ...asOf], {
    TZ: "America/St_Johns",
    LC_ALL: "tr_TR.UTF-8",
    LANG: "tr_TR.UTF-8",
  });
  assert.equal(code, 0);
  assert.ok(filesIn(first).size > 50);
  assert.deepEqual(filesIn(second), filesIn(first));
});

test("a refused build leaves the last output as it is, byte for byte, and says where the fault is", () => {
  const out = emptyFolder();
  const content = contentWith({ "theory/news/a.md": articleText() });
  run(["build", "--content", content, "--out", out, ...asOf]);
  const before = filesIn(out);
  assert.ok(before.size > 10);
  writeFileSync(join(content, "theory/news/b.md"), articleText({ source: "光明书坪" }));
  const { code, out: report } = run(["build", "--content", content, "--out", out, ...asOf]);
  assert.equal(code, 1);
  assert.match(report, /theory\/news\/b\.md:4:9 {2}错误 .*光明书坪.*source-unknown\n {4}改法：/u);
  assert.deepEqual(filesIn(out), before);
});

test("what an earlier build wrote and this one does not is removed with its empty folders; foreign files stay", () => {
  const out = emptyFolder();
  const content = contentWith({
    "theory/news/a.md": articleText(),
    "theory/news/b.md": articleText({ title: "旧屋" }),
  });
  run(["build", "--content", content, "--out", out, ...asOf]);
  assert.ok(existsSync(join(out, "theory/news/2026/03/b/index.html")));
  rmSync(join(content, "theory/news/b.md"));
  mkdirSync(join(out, "own"));
  writeFileSync(join(out, "own/CNAME"), "banxin.example\n");
  const { code } = run(["build", "--content", content, "--out", out, ...asOf]);
  assert.equal(code, 0);
  assert.ok(!existsSync(join(out, "theory/news/2026/03/b")));
  assert.ok(existsSync(join(out, "own/CNAME")));
  assert.ok(manifestOf(out).files.every(({ path }) => path !== "own/CNAME"));
});

test("a folder that a killed build left without a manifest is completed to the same bytes by the next", () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const whole = emptyFolder();
  run(["build", "--content", content, "--out", whole, ...asOf]);
  const broken = emptyFolder();
  cpSync(whole, broken, { recursive: true });
  // As it is while a build writes: no manifest, the note in its place, some files missing, some of another state.
  const own = manifestOf(whole).files.map(({ path }) => path);
  rmSync(join(broken, "manifest.json"));
  writeFileSync(
    join(broken, ".unfinished.json"),
    JSON.stringify({ form: "banxin-manifest-1", own: [...own, "old/index.html"] }),
  );
  rmSync(join(broken, "theory/news/index.html"));
  writeFileSync(join(broken, "index.html"), "half of a pa");
  mkdirSync(join(broken, "old"));
  writeFileSync(join(broken, "old/index.html"), "left over");
  const { code } = run(["build", "--content", content, "--out", broken, ...asOf]);
  assert.equal(code, 0);
  assert.deepEqual(filesIn(broken), filesIn(whole));
});

test("a build refuses an output folder that holds anything else, or that overlaps the content", () => {
  const content = contentWith({});
  const foreign = emptyFolder();
  writeFileSync(join(foreign, "thesis.doc"), "do not delete");
  for (const out of [foreign, content, join(content, "dist"), dirname(content)]) {
    const { code, err } = run(["build", "--content", content, "--out", out, ...asOf]);
    assert.equal(code, 2, out);
    assert.match(err, /--out/u);
  }
  assert.deepEqual([...filesIn(foreign).keys()], ["thesis.doc"]);
  assert.ok(!existsSync(join(content, "dist")));
});

test("a manifest cannot make a build delete files outside its folder", () => {
  const out = emptyFolder();
  const victim = `${out}-victim.txt`;
  writeFileSync(victim, "keep me");
  const content = contentWith({ "theory/news/a.md": articleText() });
  const files = [`../${victim.split("/").at(-1)}`, victim].map((path) => ({
    path,
    size: 7,
    sha256: contentHash("keep me"),
  }));
  writeFileSync(join(out, "manifest.json"), JSON.stringify({ form: "banxin-manifest-1", files }));
  const { code } = run(["build", "--content", content, "--out", out, ...asOf]);
  assert.equal(code, 0);
  assert.equal(readFileSync(victim, "utf8"), "keep me");
  rmSync(victim);
});

test("the site works below a sub-folder: every address of every page begins with it", () => {
  const out = emptyFolder();
  const address = "https://example.org/paper/";
  run(["build", "--content", newsroomFolder, "--out", out, "--address", address, ...asOf]);
  const pages = [...filesIn(out).keys()].filter((path) => path.endsWith(".html"));
  assert.ok(pages.length > 40);
  for (const path of pages) {
    const text = readFileSync(join(out, path), "utf8");
    for (const [, where = ""] of text.matchAll(/(?:href|src|content|action|data-index)="([^"]*)"/gu)) {
      if (where.startsWith("/")) assert.ok(where.startsWith("/paper/"), `${path}: ${where}`);
    }
  }
  assert.match(
    readFileSync(join(out, "about/index.html"), "utf8"),
    /rel="canonical" href="https:\/\/example\.org\/paper\/about\/"/u,
  );
  assert.match(readFileSync(join(out, "feed.xml"), "utf8"), /href="https:\/\/example\.org\/paper\/feed\.xml"/u);
});

test("every link of every page to the site itself leads to a file of the site", () => {
  const out = emptyFolder();
  run(["build", "--content", newsroomFolder, "--out", out, ...asOf]);
  const files = filesIn(out);
  let checked = 0;
  for (const path of [...files.keys()].filter((each) => each.endsWith(".html"))) {
    const text = readFileSync(join(out, path), "utf8");
    for (const [, where = ""] of text.matchAll(/(?:href|src|data-index)="(\/[^"#]*)/gu)) {
      const file = where.endsWith("/") ? `${where.slice(1)}index.html` : where.slice(1);
      assert.ok(files.has(file), `${path} leads to ${where}`);
      checked++;
    }
  }
  assert.ok(checked > 500);
});

test("a content folder of another name and no article at all makes a site", () => {
  const out = emptyFolder();
  const content = contentWith({});
  const { code, err } = run(["build", "--content", content, "--out", out, ...asOf]);
  assert.equal(code, 0, err);
  assert.ok(existsSync(join(out, "index.html")));
  renameSync(join(content, "theory/news/column.md"), join(content, "theory/news/_column.md"));
  assert.equal(run(["build", "--content", content, "--out", out, ...asOf]).code, 0);
  assert.ok(!existsSync(join(out, "theory/news")));
});
