import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { root } from "../newsroom.ts";
import { run, wordsOf } from "../site/command.ts";
import { folderOf, freePort, until } from "../site/preview-process.ts";
import { browserPath, launch } from "./browser.ts";
import { serveFolder } from "./serve-folder.ts";

// node --import tsx test/browser/take-screenshots.ts [FOLDER]: takes the README's pictures of the sample publication.

/** What is looked at, and how. */
interface View {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly isDark?: boolean;
  readonly isPrint?: boolean;
}

const essay = "/culture/cities/2026/04/windows/";

const views: readonly View[] = [
  { name: "front", path: "/", width: 1280, height: 1500 },
  { name: "article", path: essay, width: 1280, height: 1500 },
  { name: "article-dark", path: essay, width: 1280, height: 1100, isDark: true },
  { name: "article-phone", path: essay, width: 390, height: 844 },
  { name: "column", path: "/theory/", width: 1280, height: 1100 },
  { name: "topic", path: "/topics/handwork/", width: 1280, height: 1100 },
  { name: "print", path: essay, width: 794, height: 1123, isPrint: true },
];

async function main(folder: string): Promise<void> {
  const executablePath = browserPath();
  if (executablePath === undefined) throw new Error("no Chromium or Chrome found");
  const built = mkdtempSync(join(tmpdir(), "banxin-screenshots-"));
  const { code, err } = run(["build", "--content", join(root, "content"), "--out", built]);
  if (code !== 0) throw new Error(err);
  const site = await serveFolder(built);
  const browser = await launch(executablePath);
  mkdirSync(folder, { recursive: true });
  try {
    for (const { name, path, width, height, isDark = false, isPrint = false } of views) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: isDark ? "dark" : "light" });
      if (isPrint) await page.emulateMedia({ media: "print" });
      await page.goto(site.origin + path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 85 });
      await page.close();
    }
    await takeDesk(browser, join(folder, "desk.jpg"));
  } finally {
    await browser.close();
    site.close();
    rmSync(built, { recursive: true, force: true });
  }
}

/** The desk bar of the preview, under the sample's draft. */
async function takeDesk(browser: Browser, file: string): Promise<void> {
  const port = await freePort();
  const words = wordsOf(["start", "--content", join(root, "content"), "--port", String(port)]);
  const preview = spawn(process.execPath, words, { cwd: root, stdio: "ignore" });
  try {
    const base = `http://localhost:${port}`;
    await until(async () => (await fetch(base).catch(() => undefined))?.ok === true);
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${base}/culture/crafts/2026/11/ink-stick/`, { waitUntil: "load" });
    await page.getByRole("button", { name: "变动" }).click();
    await page.locator(".desk-groups").waitFor();
    await page.screenshot({ path: file, type: "jpeg", quality: 85 });
  } finally {
    preview.kill();
    rmSync(folderOf(port), { recursive: true, force: true });
  }
}

await main(resolve(process.argv[2] ?? join(root, ".github")));
