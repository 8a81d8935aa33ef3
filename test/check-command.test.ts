import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { checkCommand } from "../scripts/check-command.ts";
import { readCommandLine } from "../scripts/command-line.ts";
import { Progress } from "../scripts/report/progress.ts";
import { renderReport } from "../scripts/report/render-report.ts";
import { committed, git } from "./edition/repository.ts";
import { articleText, contentWith, root, testCache, usualInstant } from "./newsroom.ts";
import { run, wordsOf } from "./site/command.ts";

const slip = articleText({}, "书屋开了门,读者来了。\n\n约翰.史密斯也来了。");

const diff = `--- theory/news/a.md
+++ theory/news/a.md
@@ -6,6 +6,6 @@
 editor: 林知远
 ---
 
-书屋开了门,读者来了。
+书屋开了门，读者来了。
 
 约翰.史密斯也来了。
`;

test("warnings fail a check only where it is strict", () => {
  const content = contentWith({ "theory/news/a.md": slip });
  assert.equal(run(["check", "--content", content]).code, 0);
  const strict = run(["check", "--content", content, "--strict"]);
  assert.equal(strict.code, 1);
  assert.match(strict.out, /theory\/news\/a\.md:9:6 {2}警告 {2}.*half-width-mark\n/u);
  assert.equal(run(["check", "--content", contentWith({}), "--strict"]).code, 0);
});

test("--fix shows what it would mend as a diff and writes nothing; with --yes it writes, and reports what is left", () => {
  const content = contentWith({ "theory/news/a.md": slip });
  const file = join(content, "theory/news/a.md");
  const shown = run(["check", "--content", content, "--fix"]);
  assert.deepEqual([shown.code, shown.out], [1, diff]);
  assert.match(shown.err, /有 1 个文件可以代改，什么也没有写。要写进文件，用 --fix --yes。\n/u);
  assert.equal(readFileSync(file, "utf8"), slip);
  const written = run(["check", "--content", content, "--fix", "--yes"]);
  assert.equal(written.code, 0);
  assert.ok(written.out.startsWith(`${diff}`));
  assert.match(written.out.slice(diff.length), /^\S+a\.md:11:3 .*half-width-mark\n.*\n错误 0 个，警告 1 个\n$/u);
  assert.match(written.err, /已改 1 个文件。\n/u);
  assert.equal(readFileSync(file, "utf8"), slip.replace("门,", "门，"));
  assert.match(run(["check", "--content", content, "--fix"]).err, /没有可以放心代改的地方。/u);
});

test("the byte order mark and the line ends of a mended file stay as they were", () => {
  const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
  const content = contentWith({ "theory/news/a.md": windows(slip) });
  run(["check", "--content", content, "--fix", "--yes"]);
  assert.equal(readFileSync(join(content, "theory/news/a.md"), "utf8"), windows(slip.replace("门,", "门，")));
});

test("--fix gives a renamed article its old address as an alias, whatever else it mends and however lines end", () => {
  const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
  const fields = { aliases: "['/older/'] # 旧站" };
  const before = articleText(fields, "书屋开了门,读者来了。");
  const content = committed({ "theory/news/-书 屋.md": windows(before) });
  git(content, "mv", "--", "theory/news/-书 屋.md", "theory/news/book.md");
  const file = join(content, "theory/news/book.md");
  assert.match(
    run(["check", "--content", content]).out,
    /book\.md:7:10 {2}警告 {2}.*“\/theory\/news\/2026\/03\/shu-wu\/”.*address-moved\n/u,
  );
  const { code, out } = run(["check", "--content", content, "--fix", "--yes", "--strict"]);
  assert.equal(code, 0, out);
  const after = before.replace("'/older/']", "'/older/', /theory/news/2026/03/shu-wu/]").replace("门,", "门，");
  assert.equal(readFileSync(file, "utf8"), windows(after));
  assert.match(run(["check", "--content", content, "--fix"]).err, /没有可以放心代改的地方。/u);
});

test("--fix breaks no link: a heading that texts link to keeps its anchor, and others are mended", () => {
  const heads = articleText({ title: "附录" }, "## 附录 (一)\n\n书屋开了门。\n\n## 附录 (二)\n\n读者来了。");
  const link = "见[附录](a.md#%E9%99%84%E5%BD%95-%E4%B8%80)。";
  const content = contentWith({ "theory/news/a.md": heads, "theory/news/b.md": articleText({}, link) });
  const { code, out } = run(["check", "--content", content, "--fix", "--yes"]);
  assert.equal(code, 0, out);
  assert.equal(readFileSync(join(content, "theory/news/a.md"), "utf8"), heads.replace(" (二)", "（二）"));
});

test("--rule looks at one rule alone, and --fix mends nothing else", () => {
  const before = articleText({}, "书屋开了门,读者来了...");
  const content = committed({ "theory/news/a.md": before });
  git(content, "mv", "theory/news/a.md", "theory/news/b.md");
  const file = join(content, "theory/news/b.md");
  assert.match(run(["check", "--content", content]).out, /警告 3 个\n$/u);
  const one = run(["check", "--content", content, "--rule", "half-width-mark"]);
  assert.match(one.out, /half-width-mark\n.*\n错误 0 个，警告 1 个\n$/u);
  const moved = ["check", "--content", content, "--rule", "address-moved", "--fix", "--yes"];
  assert.match(run(moved).err, /没有发现问题。/u);
  const kept = before.replace("---\n\n", "aliases: [/theory/news/2026/03/a/]\n---\n\n");
  assert.equal(readFileSync(file, "utf8"), kept);
  run(["check", "--content", content, "--rule", "dots-for-ellipsis", "--rule", "weekday-wrong", "--fix", "--yes"]);
  assert.equal(readFileSync(file, "utf8"), kept.replace("...", "……"));
  const { code, err } = run(["check", "--content", content, "--rule", "half-width-marks"]);
  assert.deepEqual([code, err], [2, "--rule half-width-marks: 没有这条规则 no such rule：half-width-mark?\n"]);
});

test("where nothing can be looked at, --rule tells what stands in the way", () => {
  const content = contentWith({ "theory/news/a.md": slip, "masthead.md": "nothing" });
  const { code, out } = run(["check", "--content", content, "--rule", "half-width-mark"]);
  assert.equal(code, 1);
  assert.match(out, /^\S*masthead\.md:1:1 {2}错误/u);
  assert.equal(run(["check", "--content", content, "--rule", "half-width-mark", "--fix", "--yes"]).code, 1);
});

test("at a terminal --fix asks, and only a yes is one", async () => {
  for (const [answer, isWritten] of [
    ["y", true],
    ["是", true],
    ["", false],
    ["no", false],
  ] as const) {
    const content = contentWith({ "theory/news/a.md": slip });
    const line = readCommandLine(["check", "--fix"]);
    assert.ok("flags" in line);
    const code = { reading: "tests", pictures: "tests", pages: "tests" };
    const program = { root, folder: root, code, renew: () => Promise.reject(new Error("no other code")) };
    const asked: string[] = [];
    const said: string[] = [];
    const exit = await checkCommand(
      {
        ...{ program, content, cache: testCache, flags: line.flags, isPreview: false },
        ...{ nowMs: Date.now(), asOf: usualInstant },
      },
      {
        progress: new Progress({ write: (text: string) => said.push(text) > 0 }),
        print: async (text) => {
          said.push(text);
        },
        report: (problems, language) =>
          renderReport(problems, { format: "text", language, prefix: "content/", all: false }),
        nowMs: () => Date.now(),
        ask: async (question) => {
          asked.push(question);
          return answer;
        },
      },
    );
    assert.deepEqual(asked, ["写进这 1 个文件吗？[y/N] "]);
    assert.ok(said.join("").includes(diff));
    assert.equal(exit, isWritten ? 0 : 1);
    assert.equal(readFileSync(join(content, "theory/news/a.md"), "utf8") !== slip, isWritten, answer);
  }
});

test("flags that make no sense together are wrong usage", () => {
  for (const words of [["--yes"], ["--fix", "--watch"], ["--fix", "--format", "json"]]) {
    const { code, err } = run(["check", ...words]);
    assert.equal(code, 2);
    assert.match(err, /^--/u);
  }
});

test("the rules that are usually off are looked for with --all-rules, and silenced like any other", () => {
  const body = "他读过《河流》、《书屋》。";
  const content = contentWith({
    "theory/news/a.md": articleText({}, body),
    "theory/news/b.md": articleText({ title: "又一篇" }, `<!-- allow: pause-mark -->\n${body}`),
  });
  assert.equal(run(["check", "--content", content]).out, "");
  assert.match(
    run(["check", "--content", content, "--all-rules"]).out,
    /^\S+a\.md:9:7 .*pause-mark\n.*\n错误 0 个，警告 1 个\n$/u,
  );
  assert.match(run(["check", "--content", content, "--rule", "pause-mark"]).out, /错误 0 个，警告 1 个\n$/u);
});

/** A check of `content` that goes on, what is done with it, and its end. */
async function watched(content: string, act: (hears: (sought: RegExp) => Promise<void>) => Promise<void>) {
  const words = wordsOf(["check", "--content", content, "--watch"]);
  const watching = spawn(process.execPath, words, { cwd: root, env: { ...process.env, INIT_CWD: root } });
  const deadline = AbortSignal.timeout(60_000);
  deadline.addEventListener("abort", () => watching.kill());
  let heard = "";
  const hears = (sought: RegExp) =>
    new Promise<void>((done) => {
      const look = (text: unknown) => {
        heard += String(text);
        if (!sought.test(heard)) return;
        watching.stdout.off("data", look);
        watching.stderr.off("data", look);
        heard = "";
        done();
      };
      watching.stdout.on("data", look);
      watching.stderr.on("data", look);
    });
  try {
    await hears(/——\n/u);
    await act(hears);
  } finally {
    watching.kill();
  }
}

test("--watch checks again after every save", async () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  await watched(content, async (hears) => {
    writeFileSync(join(content, "theory/news/a.md"), slip);
    await hears(/half-width-mark[\s\S]*——\n/u);
    writeFileSync(join(content, "theory/news/a.md"), articleText());
    await hears(/没有发现问题[\s\S]*——\n/u);
  });
});

test("--watch goes on while files come and go, and knows what was published since it began", {
  timeout: 60_000,
}, async () => {
  const soon = Date.now() + 4000;
  const date = new Date(soon + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const content = contentWith({
    "theory/news/a.md": articleText({ title: "渡口", date }, "渡口开了。"),
    "theory/news/b.md": articleText({}, "见[渡口](a.md)。"),
  });
  await watched(content, async (hears) => {
    for (let count = 0; count < 300 || Date.now() <= soon; count++) {
      const passing = join(content, `theory/news/passing-${count % 40}.md`);
      writeFileSync(passing, articleText({ title: `过路${count}` }, `书屋${count}。`));
      await setTimeout(count % 7);
      rmSync(passing);
    }
    writeFileSync(join(content, "theory/news/c.md"), slip);
    await hears(/错误 0 个，警告 2 个\n[\s\S]*——\n/u);
  });
});
