import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { articleText, contentWith, root } from "../newsroom.ts";
import { wordsOf } from "./command.ts";

test("the preview shows drafts, follows every save, tells problems without dying, and notices deletions", {
  timeout: 120_000,
}, async () => {
  const content = contentWith({
    "theory/news/a.md": articleText({ title: "头一稿" }),
    "theory/news/draft.md": articleText({ title: "还是草稿", draft: "true" }),
  });
  const port = await freePort();
  const words = wordsOf(["start", "--content", content, "--port", String(port)]);
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
    await until(() => !existsSync(join(folderOf(port), "theory/news/2026/03/draft/index.html")));
    assert.ok(!existsSync(join(folderOf(port), "manifest.json")));
  } finally {
    preview.kill();
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

test("a preview whose content is wrong from the start shows the problems, and the site once they are mended", {
  timeout: 60_000,
}, async () => {
  const content = contentWith({ "theory/news/a.md": articleText({ source: "光明书坪" }) });
  const port = await freePort();
  const words = wordsOf(["start", "--content", content, "--port", String(port)]);
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
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

test("the preview follows attachments and site files, and an alias that turns from a file into a folder", {
  timeout: 120_000,
}, async () => {
  const linking = (alias: string) => articleText({ aliases: `[${alias}]` }, "见[附表](table.pdf)。");
  const content = contentWith({
    "theory/news/a/index.md": linking("/old.html"),
    "theory/news/a/table.pdf": "%PDF-1.1\n",
    "site/verify.txt": "one.example\n",
  });
  const port = await freePort();
  const words = wordsOf(["start", "--content", content, "--port", String(port)]);
  const preview = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [preview.stdout, preview.stderr])
    stream.on("data", (text) => {
      said += text;
    });
  const at = (path: string) => {
    const file = join(folderOf(port), path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : "";
  };
  const attachment = () => {
    const names = readdirSync(folderOf(port), { recursive: true, encoding: "utf8" });
    return at(names.find((name) => name.endsWith(".pdf")) ?? "");
  };
  try {
    await until(async () => (await fetch(`http://localhost:${port}/`).catch(() => undefined))?.ok === true);
    assert.equal(at("verify.txt"), "one.example\n");
    assert.equal(attachment(), "%PDF-1.1\n");

    writeFileSync(join(content, "theory/news/a/table.pdf"), "%PDF-1.2\n");
    await until(() => attachment() === "%PDF-1.2\n");
    writeFileSync(join(content, "site/verify.txt"), "two.example\n");
    await until(() => at("verify.txt") === "two.example\n");

    writeFileSync(join(content, "theory/news/a/index.md"), linking("/old.html/"));
    await until(() => at("old.html/index.html") !== "");

    // The link is broken now, which is an error: the last good files stay, and the preview lives.
    renameSync(join(content, "theory/news/a/table.pdf"), join(content, "theory/news/a/_table.pdf"));
    writeFileSync(join(content, "site/verify.txt"), "three.example\n");
    await until(() => said.includes("link-broken"));
    await until(() => said.lastIndexOf("http://localhost:") > said.indexOf("link-broken"));
    renameSync(join(content, "theory/news/a/_table.pdf"), join(content, "theory/news/a/table.pdf"));
    await until(() => at("verify.txt") === "three.example\n");
  } finally {
    preview.kill();
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

test("what is saved while the preview starts is seen too", { timeout: 60_000 }, async () => {
  const file = "theory/news/a.md";
  const content = contentWith({ [file]: articleText({ title: "头一稿" }) });
  const port = await freePort();
  const words = wordsOf(["start", "--content", content, "--port", String(port)]);
  const preview = spawn(process.execPath, words, { cwd: root, stdio: "ignore" });
  const page = join(folderOf(port), "theory/news/2026/03/a/index.html");
  const shown = () => (existsSync(page) ? readFileSync(page, "utf8") : "");
  try {
    while (!shown().includes("头一稿")) await pause(2);
    writeFileSync(join(content, file), articleText({ title: "第二稿" }));
    await until(() => shown().includes("第二稿"));
  } finally {
    preview.kill();
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

/** Where the preview on `port` is written. */
function folderOf(port: number): string {
  return join(root, ".cache/preview", String(port));
}

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
