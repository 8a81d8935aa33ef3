import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { newCommand } from "../scripts/new-command.ts";
import { Progress } from "../scripts/report/progress.ts";
import { hasErrors } from "../scripts/report/render-report.ts";
import { articleText, contentWith, instantOf, root, sessionOf, testCache } from "./newsroom.ts";
import { run } from "./site/command.ts";

const column = "---\ntitle: 新闻\n---\n";
const content = () =>
  contentWith({
    "theory/news/2026/river.md": articleText({ title: "河边书屋", author: "江若水" }),
    "theory/news/2026/ferry.md": articleText({ title: "渡口", author: "[江若水, 周既白]" }),
    "theory/notes/column.md": column,
    "theory/notes/first.md": articleText({ title: "札记" }),
  });

/** A terminal that types `keys`, one after another as each question appears, and what it shows. */
function terminalWith(keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
  let shown = "";
  let waiting: NodeJS.Timeout | undefined;
  const rest = [...keys];
  output.on("data", (piece: Buffer) => {
    shown += piece.toString();
    // What a question shows comes in several pieces: the answer follows the last of them.
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const key = rest.shift();
      if (key !== undefined) input.write(key);
    }, 30);
  });
  return { input, output, shown: () => shown, nowMs: instantOf("2026-11-22T08:31:05+08:00") };
}

function doorTo(printed: string[]) {
  const code = { reading: "tests", pictures: "tests", pages: "tests" };
  return {
    program: { root, folder: root, code },
    progress: new Progress({ write: () => true }),
    print: async (text: string) => void printed.push(text),
    fromCaller: (typed: string) => typed,
  };
}

const flags = ["--title", "秋天的标本柜", "--column", "theory/news", "--author", "江若水", "--author", "周既白"];
const others = ["--source", "banxin", "--editor", "林知远"];

test("flags alone make a file in the right place, which check finds good", async () => {
  const folder = content();
  const { code, out } = run(["new", "--content", folder, ...flags, ...others, "--date", "2026-11-22 08:31"]);
  assert.equal(code, 0);
  const file = join(folder, "theory/news/2026/qiu-tian-de-biao-ben-gui.md");
  assert.equal(out, `${file}\n`);
  const fields =
    "title: 秋天的标本柜\nauthor:\n  - 江若水\n  - 周既白\nsource: banxin\ndate: 2026-11-22 08:31\neditor: 林知远\n";
  assert.equal(readFileSync(file, "utf8"), `---\n${fields}---\n\n`);
  const asOf = instantOf("2026-12-01T00:00:00+08:00");
  const { problems } = await sessionOf(folder).check({ asOf, isPreview: false }, Date.now());
  assert.ok(!hasErrors(problems));
});

test("nothing is overwritten: the next free name is taken, also where a folder has the name", () => {
  const folder = content();
  const words = ["new", "--content", folder, ...flags, ...others, "--date", "2026-11-22", "--name", "river"];
  assert.match(run(words).out, /theory\/news\/2026\/river-2\.md\n$/u);
  assert.match(run([...words, "--folder"]).out, /theory\/news\/2026\/river-3\/index\.md\n$/u);
  assert.match(run(words).out, /theory\/news\/2026\/river-4\.md\n$/u);
});

test("a column that keeps its articles without years keeps the new one so, and text stays text", () => {
  const folder = content();
  const words = [
    "--title",
    "1984: #是",
    "--column",
    "/theory/notes/",
    "--author",
    "",
    "--source",
    "no",
    "--editor",
    "林知远",
  ];
  const { out } = run(["new", "--content", folder, ...words, "--date", "2026-11-22"]);
  assert.match(out, /theory\/notes\/1984-shi\.md\n$/u);
  const text = readFileSync(out.trim(), "utf8");
  assert.match(text, /^title: ["']1984: #是["']\nauthor: \[\]\n/mu);
});

test("whatever is missing or wrong is refused where nobody can be asked, and makes no file", () => {
  const folder = content();
  const refused = (...words: readonly string[]) => {
    const { code, err } = run(["new", "--content", folder, ...words]);
    assert.equal(code, 2, words.join(" "));
    return err;
  };
  assert.match(refused(...flags), /--source --editor/u);
  assert.match(refused(...flags, ...others, "--column", "theory/nwes"), /theory\/news/u);
  assert.match(refused(...flags, ...others, "--date", "tomorrow"), /--date tomorrow/u);
  for (const name of ["../out", "a b", "_draft", ".hidden", "…"])
    assert.match(refused(...flags, ...others, "--name", name), /--name/u);
  assert.ok(!existsSync(join(folder, "theory/out.md")));
  for (const flag of ["--title", "--source", "--editor"])
    for (const text of ["", " ", "一\n二"])
      assert.match(refused(...flags, ...others, flag, text), new RegExp(flag, "u"));
});

test("no article gets a name that means something else: of a column, of a folder's own article, of what is passed over", () => {
  const folder = content();
  const made = (...words: readonly string[]) =>
    run(["new", "--content", folder, ...flags, ...others, "--date", "2026-11-22", ...words]).out.trim();
  for (const [words, name] of [
    [["--title", "Column"], "column-2.md"],
    [["--title", "Index"], "index-2.md"],
    [["--name", "README"], "README-2.md"],
    [["--name", "index", "--folder"], "index/index.md"],
  ] as const)
    assert.equal(made(...words), join(folder, "theory/news/2026", name));
});

test("on a terminal it asks, suggests what is frequent, and writes the time it is in the publication's zone", async () => {
  const folder = content();
  const printed: string[] = [];
  const down = "\u001b[B";
  const keys = ["等船的人\r", "\r", "周既白、江若水\r", "\r", `${down}\r`, "顾既明\r"];
  const terminal = terminalWith(keys);
  const words = ["--content", folder, "--cache", testCache];
  assert.equal(await newCommand(words, doorTo(printed), terminal), 0);
  const shown = terminal.shown();
  for (const said of ["标题", "栏目", "作者", "常见：江若水", "来源", "责任编辑", "另填"])
    assert.ok(shown.includes(said), said);
  const file = join(folder, "theory/news/2026/deng-chuan-de-ren.md");
  assert.equal(printed.join(""), `${file}\n`);
  const text = readFileSync(file, "utf8");
  assert.match(text, /date: 2026-11-22 08:31:05\neditor: 顾既明\n/u);
  assert.match(text, /author:\n {2}- 周既白\n {2}- 江若水\n/u);
});

test("an editor who gives up leaves no file behind", async () => {
  const folder = content();
  const printed: string[] = [];
  const terminal = terminalWith(["等船的人\r", "\u0003"]);
  assert.equal(await newCommand(["--content", folder, "--cache", testCache], doorTo(printed), terminal), 1);
  assert.match(terminal.shown(), /没有建文件/u);
  assert.deepEqual(printed, []);
});
