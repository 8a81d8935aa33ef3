import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { articleText, contentWith, root } from "../newsroom.ts";
import { emptyFolder, wordsOf } from "./command.ts";
import { freePort, spoken, until } from "./preview-process.ts";

test("other code starts the preview anew on its port; code that cannot be compiled or started is told and waited for", {
  timeout: 300_000,
}, async () => {
  const copy = emptyFolder();
  for (const name of ["scripts", "layouts", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const content = contentWith({ "theory/news/a.md": articleText() });
  const port = await freePort();
  const preview = spawn(process.execPath, wordsOf(["start", "--content", content, "--port", String(port)]), {
    ...{ cwd: copy, stdio: ["ignore", "ignore", "pipe"] },
  });
  let said = "";
  preview.stderr.on("data", (text) => {
    said += text;
  });
  const front = async () => (await fetch(`http://localhost:${port}/`).catch(() => undefined))?.text() ?? "";
  const edit = (file: string, from: string, to: string) =>
    writeFileSync(join(copy, file), readFileSync(join(copy, file), "utf8").replace(from, to));
  try {
    await until(async () => (await front()).includes('class="skip-link"'));

    edit("layouts/document.tsx", 'class="skip-link"', 'class="skip-link first"');
    await until(async () => (await front()).includes('class="skip-link first"'));

    edit("layouts/document.tsx", 'class="skip-link first"', 'class="skip-link second');
    await until(() => said.includes("Build failed"));
    assert.match(await front(), /skip-link first/u);
    edit("layouts/document.tsx", 'class="skip-link second', 'class="skip-link second"');
    await until(async () => (await front()).includes('class="skip-link second"'));

    edit("scripts/site/start-preview.ts", "import", 'throw new Error("不肯开始");\nimport');
    await until(() => said.includes("不肯开始"));
    edit("scripts/site/start-preview.ts", 'throw new Error("不肯开始");\n', "");
    await until(async () => (await front()).includes('class="skip-link second"'));

    writeFileSync(join(content, "theory/news/a.md"), articleText({ title: "改了的标题" }));
    await until(async () => spoken(await front()).includes("改了的标题"));
  } finally {
    preview.kill();
  }
});
