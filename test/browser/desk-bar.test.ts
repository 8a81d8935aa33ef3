import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { articleText, contentWith, root } from "../newsroom.ts";
import { wordsOf } from "../site/command.ts";
import { folderOf, freePort, until } from "../site/preview-process.ts";
import { sharedBrowser } from "./browser.ts";

const browser = sharedBrowser();
const { skip } = browser;
const paper = "抄纸师傅把竹帘斜着插进纸浆，提起来时手腕要平，水从帘缝里漏下去，留下一层湿纸，压干之后一张张揭起来烘。";
const rest = Array.from(
  { length: 40 },
  (_, day) => `第${day + 1}天竹帘挂在门后，湿纸贴在墙上，烘${day + 2}回才揭。`,
).join("");
const long = `${paper}\n\n${rest}\n\n见[测记](https://example.org/a)。[^1]\n\n[^1]: 第12页。`;
const good = articleText({ title: "竹帘抄纸" }, long);
const content = contentWith({
  "theory/news/a.md": good,
  "theory/news/b.md": articleText({ title: "看人烘纸" }, `湿纸压干之后一张张揭起来，贴在墙上烘。${rest}`),
  "theory/news/draft.md": articleText({ title: "还是草稿", draft: "true" }, `先读[抄纸](a.md)。${paper}`),
  "theory/news/later.md": articleText({ title: "以后再说", date: "2126-03-02 08:00" }, paper),
});
const file = join(content, "theory/news/a.md");
const article = "/theory/news/2026/03/a/";
const draft = "/theory/news/2026/03/draft/";
const later = "/theory/news/2126/03/later/";

let preview: ChildProcess | undefined;
let port = 0;

before(async () => {
  if (skip) return;
  port = await freePort();
  preview = spawn(process.execPath, wordsOf(["start", "--content", content, "--port", String(port)]), {
    ...{ cwd: root, stdio: "ignore" },
  });
  await until(async () => (await fetch(`http://localhost:${port}/`).catch(() => undefined))?.ok === true);
});
after(() => {
  preview?.kill();
  if (port > 0) rmSync(folderOf(port), { recursive: true, force: true });
});

/** The page at `path` with its bar, and what its console and its policy complain of. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ ...options, baseURL: `http://localhost:${port}` });
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isIcon = message.location().url.endsWith("/favicon.ico");
    if ((message.type() === "error" || message.type() === "warning") && !isIcon) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(path);
  await page.locator(".desk-row").waitFor();
  return { page, complaints };
}

const tool = (page: Page, name: string) => page.locator(".desk").getByRole("button", { name, exact: false });
const panel = (page: Page) => page.locator(".desk-panel");

test("problems of the page appear in the bar with place and remedy when it is saved, and vanish when they are mended", {
  skip,
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await open(article);
  await tool(page, "问题").click();
  await panel(page).getByText("本页没有发现问题").waitFor();
  writeFileSync(file, articleText({ title: "竹帘抄纸" }, `竹帘,挂在门后。\n\n${long}`));
  await panel(page).getByText("half-width-mark").waitFor();
  const said = await panel(page).innerText();
  assert.match(said, /theory\/news\/a\.md/u);
  assert.match(said, /\n9:3\b/u);
  assert.match(said, /警告 .*半角.*\n+改法：/u);
  assert.equal(await tool(page, "问题").locator(".desk-badge").innerText(), "1");
  writeFileSync(file, good);
  await panel(page).getByText("本页没有发现问题").waitFor();
  assert.equal(await tool(page, "问题").locator(".desk-badge").count(), 0);
  assert.deepEqual(complaints, []);
});

test("an error lies open by itself on every page, stays away when it is put away, and is told when it is mended", {
  skip,
  timeout: 60_000,
}, async () => {
  const { page } = await open(article);
  writeFileSync(file, articleText({ title: "竹帘抄纸", source: "光明书坪" }, long));
  await panel(page).getByText("source-unknown").waitFor();
  assert.match(await tool(page, "问题").locator(".is-error").innerText(), /1/u);
  await tool(page, "问题").click();
  await panel(page).waitFor({ state: "hidden" });
  await page.goto("/");
  await page.locator(".desk-row").waitFor();
  assert.equal(await panel(page).isVisible(), false);
  await tool(page, "问题").click();
  assert.match(await panel(page).innerText(), /别处\s+theory\/news\/a\.md:4:9/u);
  writeFileSync(file, good);
  await page.locator(".desk-said", { hasText: "都改好了" }).waitFor({ state: "attached" });
});

test("the related list is explained as check --why explains it", { skip }, async () => {
  const { page } = await open(article);
  await tool(page, "相关").click();
  await panel(page).getByRole("link", { name: "看人烘纸" }).waitFor();
  const said = await panel(page).innerText();
  assert.match(said, /文字相近 · 相近度0\.\d{3}\n+都写到：/u);
});

test("under embargo the time that is left counts down to the date, and a draft says that it is one", {
  skip,
}, async () => {
  const { page } = await open(later);
  await page.clock.install({ time: new Date("2126-02-27T06:30:00+08:00") });
  await page.reload();
  const standing = page.locator(".desk-standing");
  await standing.getByText("还有3天1小时").waitFor();
  assert.match(await standing.innerText(), /定于 2126年3月2日 08:00 发布/u);
  await page.clock.setFixedTime(new Date("2126-03-02T07:59:00+08:00"));
  await page.clock.runFor(1000);
  await standing.getByText("还有1分").waitFor();
  await page.clock.setFixedTime(new Date("2126-03-02T08:00:00+08:00"));
  await page.clock.runFor(1000);
  await standing.getByText("时间已到").waitFor();
  const other = await open(draft);
  assert.match(await other.page.locator(".desk-standing").innerText(), /草稿，不会发布\s+\d+字，约1分钟/u);
});

test("what else changes when a draft is published is told, with ways there", { skip }, async () => {
  const { page } = await open(draft);
  await tool(page, "变动").click();
  await panel(page).getByText("随之变动").waitFor();
  const said = await panel(page).innerText();
  for (const group of ["首页", "栏目页", "年月归档", "作者页", "订阅"]) assert.match(said, new RegExp(group, "u"));
  await panel(page).getByRole("link", { name: "资讯 2026-03" }).click();
  await page.waitForURL("**/theory/news/2026/03/");
});

test("the article is copied for WeChat as HTML and as text, and its headline by itself", { skip }, async () => {
  const { page, complaints } = await open(article, { permissions: ["clipboard-read", "clipboard-write"] });
  await tool(page, "微信").click();
  await tool(page, "复制正文").click();
  await panel(page).getByText("已复制：复制正文").waitFor();
  const read = async (type: string) => {
    const [copied] = await navigator.clipboard.read();
    return (await copied?.getType(type))?.text() ?? "";
  };
  const html = await page.evaluate(read, "text/html");
  assert.match(html, /<p style="[^"]+">抄纸师傅把竹帘/u);
  assert.match(html, /测记<span style="[^"]*">\[1\]<\/span>/u);
  assert.doesNotMatch(html, /class=|<script|localhost/u);
  const text = await page.evaluate(read, "text/plain");
  assert.match(text, /\n注释\n+① 第12页。\n+文中链接\n+\[1\] 测记 https:\/\/example\.org\/a\n/u);
  assert.match(text, /来源：版心周刊\n+责编：林知远/u);
  await panel(page).getByRole("button", { name: "标题" }).click();
  await panel(page).getByText("已复制：标题").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "竹帘抄纸");
  assert.deepEqual(complaints, []);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the bar, whatever lies open, ${colorScheme}`, { skip, timeout: 60_000 }, async () => {
    const { page } = await open(later, { colorScheme, reducedMotion: "reduce", viewport: { width: 360, height: 740 } });
    await page.evaluate(axe.source);
    for (const name of ["问题", "相关", "变动", "微信"]) {
      await tool(page, name).click();
      await page.waitForTimeout(0);
      await page.waitForFunction(() => !document.querySelector(".desk-panel")?.textContent?.includes("正在查"));
      const found = await page.evaluate(
        "axe.run().then((found) => found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
      );
      assert.deepEqual(found, [], name);
    }
  });
}

test("at 360 px nothing scrolls sideways, and the end of the page can be seen above the bar and what lies open", {
  skip,
}, async () => {
  const { page } = await open(article, { viewport: { width: 360, height: 740 } });
  for (const name of ["问题", "相关", "微信"]) {
    await tool(page, name).click();
    await panel(page).waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [end, top, width] = await page.evaluate(() => [
      document.querySelector("footer.colophon, body > footer")?.getBoundingClientRect().bottom ?? Number.NaN,
      document.querySelector(".desk-panel")?.getBoundingClientRect().top ?? Number.NaN,
      document.documentElement.scrollWidth,
    ]);
    assert.ok((end ?? 0) <= (top ?? 0) + 1, `${name}: ${end} ${top}`);
    assert.ok((width ?? 0) <= 360, `${name}: ${width}`);
  }
});

test("by the keyboard all is reached, Escape closes and goes back, and what is folded away stays so", {
  skip,
}, async () => {
  const { page } = await open(article);
  await tool(page, "问题").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await tool(page, "相关").getAttribute("aria-expanded"), "true");
  await panel(page).focus();
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /相关/u);
  await page.getByRole("button", { name: "收起编辑台" }).press("Enter");
  await page.reload();
  await page.getByRole("button", { name: "展开编辑台" }).waitFor();
  assert.equal(await tool(page, "问题").isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".desk").isVisible(), false);
});
