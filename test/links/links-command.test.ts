import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { articleText, contentWith, root } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";
import { linkServer } from "./link-server.ts";

/** Runs a check beside the server, which must go on answering; `began` is given the process. */
function check(
  words: readonly string[],
  began: (child: ChildProcess) => void = () => {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ["scripts/start.mjs", "check", ...words], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root },
  });
  began(child);
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((done) => child.on("close", (code) => done({ code, out, err })));
}

test("check --links asks what published pages link to, and tells editors where to write what", {
  timeout: 120_000,
}, async () => {
  const server = await linkServer((path, response) => {
    if (path === "/old") response.writeHead(301, { location: "/new" }).end();
    else response.writeHead(path === "/robots.txt" ? 404 : 200).end();
  });
  const cache = emptyFolder();
  const content = contentWith({
    "theory/news/a.md": articleText(
      { title: "'<script>'" },
      `[书屋](${server.address}old)\n\n<!-- allow: link-moved -->\n[书屋](${server.address}old)`,
    ),
    "theory/news/draft.md": articleText({ draft: "true" }, `[密](${server.address}secret)`),
  });
  const report = join(cache, "report.html");
  const words = ["--content", content, "--cache", cache, "--report", report, "--archive", "none"];
  const { code, out, err } = await check([...words, "--links", "--link-host", server.host, "--format", "json"]);
  assert.equal(code, 0, err);
  const found: readonly { rule: string; line: number; remedy: string }[] = JSON.parse(out);
  assert.deepEqual(
    found.map(({ rule, line }) => [rule, line]),
    [["link-moved", 9]],
  );
  assert.ok(found[0]?.remedy.endsWith(`${server.address}new`));
  assert.equal(
    server.asked.some((each) => each.includes("secret")),
    false,
  );
  const html = readFileSync(report, "utf8");
  assert.match(html, /&lt;script>/u);
  assert.doesNotMatch(html, /<script|secret/u);
  assert.match(html, /default-src 'none'; style-src 'sha256-/u);
  assert.match(html, /ol > li/u);

  const asked = server.asked.length;
  const again = await check([...words, "--links", "--minutes", "0", "--strict"]);
  assert.equal(again.code, 1, again.err);
  assert.match(again.out, /link-moved/u);
  assert.equal(server.asked.length, asked);

  const narrowed = await check([...words, "--links", "--minutes", "0", "--strict", "--rule", "link-dead"]);
  assert.deepEqual([narrowed.code, narrowed.out], [0, ""]);
  assert.doesNotMatch(readFileSync(report, "utf8"), /id="moved"/u);

  writeFileSync(join(cache, "links/answers"), "damaged");
  const forgotten = await check([...words, "--links", "--minutes", "0", "--strict"]);
  assert.deepEqual([forgotten.code, forgotten.out], [0, ""]);
});

test("what does not go with --links is wrong usage", async () => {
  for (const words of [
    ["--links", "--fix"],
    ["--links", "--minutes", "x"],
    ["--links", "--archive", "ftp://a/"],
    ["--links", "--rule", "heading-by-line"],
  ])
    assert.equal((await check(words)).code, 2, words.join(" "));
});

test("after Ctrl-C what was answered is remembered and told, and the process ends as interrupted", {
  timeout: 120_000,
  skip: process.platform === "win32" ? "no signals" : false,
}, async () => {
  let interrupt = () => {};
  const server = await linkServer((path, response) => {
    if (path === "/old") response.writeHead(301, { location: "/new" }).end();
    else if (path === "/never") interrupt();
    else response.end("");
  });
  const links = ["old", "never", "later"].map((path) => `[书屋](${server.address}${path})`).join("\n\n");
  const content = contentWith({ "theory/news/a.md": articleText({}, links) });
  const cache = emptyFolder();
  const words = ["--content", content, "--cache", cache, "--archive", "none", "--links", "--link-host", server.host];
  const ended = await check([...words, "--report", join(cache, "report.html")], (child) => {
    interrupt = () => child.kill("SIGINT");
  });
  assert.equal(ended.code, 130, ended.err);
  assert.match(ended.out, /link-moved/u);
  assert.match(ended.err, /中断了，没有问完。\n.*问了 1 个网址，2 个留到下次/u);
  assert.ok(existsSync(join(cache, "report.html")));
  assert.deepEqual(
    server.asked.filter((each) => each.includes("later")),
    [],
  );
  const remembered = await check([...words, "--minutes", "0"]);
  assert.match(remembered.out, /link-moved/u);
});
