import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { articleText, contentWith, newsroomFolder, printSite, root } from "../newsroom.ts";
import { emptyFolder, wordsOf } from "./command.ts";
import { heardAt } from "./preview-events.ts";
import { folderOf, freePort, spoken, until } from "./preview-process.ts";

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
    await until(async () => spoken(await list()).includes("头一稿"));
    assert.match(await list(), /还是草稿/u);
    const file = join(content, "theory/news/a.md");

    writeFileSync(file, articleText({ title: "第二稿" }));
    await until(async () => spoken(await list()).includes("第二稿"));

    writeFileSync(file, articleText({ title: "第三稿", source: "光明书坪" }));
    await until(() => said.includes("source-unknown"));
    assert.match(await list(), /第二稿/u);

    writeFileSync(file, articleText({ title: "第四稿" }));
    await until(async () => spoken(await list()).includes("第四稿"));

    renameSync(join(content, "theory/news/draft.md"), join(content, "theory/news/_draft.md"));
    await until(async () => !spoken(await list()).includes("还是草稿"));
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
    await until(async () => spoken(await front()).includes("河边书屋"));
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
    while (!spoken(shown()).includes("头一稿")) await pause(2);
    writeFileSync(join(content, file), articleText({ title: "第二稿" }));
    await until(() => spoken(shown()).includes("第二稿"));
  } finally {
    preview.kill();
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

test("an open page hears of a save and of problems at once, and only pages that changed load again", {
  timeout: 120_000,
}, async () => {
  const file = "theory/news/a.md";
  const content = contentWith({ [file]: articleText() });
  const port = await freePort();
  const preview = spawn(process.execPath, wordsOf(["start", "--content", content, "--port", String(port)]), {
    ...{ cwd: root, stdio: "ignore" },
  });
  const base = `http://localhost:${port}`;
  const served = async (path: string) => {
    const page = await fetch(base + path);
    return { text: await page.text(), mark: page.headers.get("server-timing")?.match(/"(.+)"/u)?.[1] };
  };
  try {
    await until(async () => (await fetch(base).catch(() => undefined))?.ok === true);
    const changed = heardAt(base, "/theory/news/2026/03/a/");
    const other = heardAt(base, "/search/");
    const first = await changed.next();
    const still = await other.next();
    const page = await served("/theory/news/2026/03/a/");
    assert.equal(first.value?.page, page.mark);
    assert.match(page.text, /<script type="module" src="\/\.banxin\/preview\.js">/u);

    writeFileSync(join(content, file), articleText({}, "河边的书屋换了门。"));
    const next = await changed.next();
    assert.notEqual(next.value?.page, first.value?.page);
    assert.equal((await other.next()).value?.page, still.value?.page);
    assert.match((await served("/theory/news/2026/03/a/")).text, /换了门/u);

    writeFileSync(join(content, file), articleText({ source: "光明书坪" }));
    const wrong = await changed.next();
    assert.deepEqual([wrong.value?.page, wrong.value?.errors], [next.value?.page, 1]);
    assert.equal(wrong.value?.problems[0]?.rule, "source-unknown");

    writeFileSync(join(content, file), articleText());
    const mended = await changed.next();
    assert.deepEqual([mended.value?.page, mended.value?.errors], [first.value?.page, 0]);
  } finally {
    preview.kill();
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

test("a preview started again puts right what was changed in its folder, and what was remembered and is lost", {
  timeout: 120_000,
}, async () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const port = await freePort();
  const cache = emptyFolder();
  const words = wordsOf(["start", "--content", content, "--port", String(port), "--cache", cache]);
  const page = join(folderOf(port), "theory/news/2026/03/a/index.html");
  const served = async () => {
    const address = `http://localhost:${port}/theory/news/2026/03/a/`;
    return (await fetch(address).catch(() => undefined))?.text() ?? "";
  };
  const startAndEnd = async () => {
    const preview = spawn(process.execPath, words, { cwd: root, stdio: "ignore" });
    await until(async () => (await served()).includes("河边的书屋开了门")).finally(() => preview.kill());
    await once(preview, "close");
  };
  try {
    await startAndEnd();
    writeFileSync(page, "谁改的");
    rmSync(join(cache, "texts"), { recursive: true });
    await startAndEnd();
  } finally {
    rmSync(folderOf(port), { recursive: true, force: true });
  }
});

test("nothing of the preview's script is in what a build publishes", async () => {
  const site = await printSite(newsroomFolder);
  assert.ok(site.pages.size > 0);
  for (const [path, text] of site.pages) assert.doesNotMatch(text, /\.banxin\//u, path);
  assert.deepEqual(
    site.files.filter((path) => path.includes("preview") || path.includes(".banxin")),
    [],
  );
});
