import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { articleText, contentWith, root } from "../newsroom.ts";

test("the preview shows drafts, follows every save, tells problems without dying, and notices deletions", {
  timeout: 120_000,
}, async () => {
  const content = contentWith({
    "theory/news/a.md": articleText({ title: "头一稿" }),
    "theory/news/draft.md": articleText({ title: "还是草稿", draft: "true" }),
  });
  const port = await freePort();
  const words = ["--import", "tsx", "scripts/cli.ts", "start", "--content", content, "--port", String(port)];
  const preview = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  preview.stdout.on("data", (text) => {
    said += text;
  });
  const list = async () => (await fetch(`http://localhost:${port}/theory/news/`).catch(() => undefined))?.text() ?? "";
  try {
    await until(async () => (await list()).includes("头一稿"));
    assert.match(await list(), /还是草稿/u);
    const file = join(content, "theory/news/a.md");

    writeFileSync(file, articleText({ title: "第二稿" }));
    await until(async () => (await list()).includes("第二稿"));

    writeFileSync(file, articleText({ title: "第三稿", source: "光明书坪" }));
    await until(() => said.includes("source-unknown"));
    assert.match(await list(), /第二稿/u);

    writeFileSync(file, articleText({ title: "第四稿" }));
    await until(async () => (await list()).includes("第四稿"));

    renameSync(join(content, "theory/news/draft.md"), join(content, "theory/news/_draft.md"));
    await until(async () => !(await list()).includes("还是草稿"));
    await until(() => !existsSync(join(root, ".cache/preview/theory/news/2026/03/draft/index.html")));
    assert.ok(!existsSync(join(root, ".cache/preview/manifest.json")));
  } finally {
    preview.kill();
    rmSync(join(root, ".cache/preview"), { recursive: true, force: true });
  }
});

test("a preview whose content is wrong from the start shows the problems, and the site once they are mended", {
  timeout: 60_000,
}, async () => {
  const content = contentWith({ "theory/news/a.md": articleText({ source: "光明书坪" }) });
  const port = await freePort();
  const words = ["--import", "tsx", "scripts/cli.ts", "start", "--content", content, "--port", String(port)];
  const preview = spawn(process.execPath, words, { cwd: root, stdio: "ignore" });
  const front = async () => (await fetch(`http://localhost:${port}/`).catch(() => undefined))?.text() ?? "";
  try {
    await until(async () => (await front()).includes("source-unknown"));
    writeFileSync(
      join(content, "theory/news/a.md"),
      readFileSync(join(content, "theory/news/a.md"), "utf8").replace("光明书坪", "banxin"),
    );
    await until(async () => (await front()).includes("河边书屋"));
  } finally {
    preview.kill();
    rmSync(join(root, ".cache/preview"), { recursive: true, force: true });
  }
});

/** Waits until `holds`, half a minute at most. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return;
    await pause(100);
  }
  assert.fail(`never came true: ${holds}`);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
