import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { newsroomFolder } from "../newsroom.ts";
import { emptyFolder, run } from "../site/command.ts";
import { sharedBrowser } from "./browser.ts";
import { type ServedFolder, serveFolder } from "./serve-folder.ts";
import { showText } from "./set-page.tsx";

const browser = sharedBrowser();
const { skip } = browser;
const folder = emptyFolder();
let site: ServedFolder | undefined;
/** The richest page of each kind: the longest, by the name the kind has in the body's class. */
let kinds: ReadonlyMap<string, string> = new Map();

before(async () => {
  if (skip) return;
  const built = run(["build", "--content", newsroomFolder, "--out", folder]);
  assert.equal(built.code, 0, built.err);
  kinds = pagesByKind();
  site = await serveFolder(folder);
});
after(() => site?.close());

function pagesByKind(): ReadonlyMap<string, string> {
  const longest = new Map<string, { readonly path: string; readonly length: number }>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".html")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const kind = /<body class="page-([a-z-]+)/u.exec(text)?.[1];
    const path = `/${file.replaceAll("\\", "/").replace(/index\.html$/u, "")}`;
    // A redirection leads on at once: there is nothing to look at.
    if (kind !== undefined && kind !== "redirect" && text.length > (longest.get(kind)?.length ?? 0))
      longest.set(kind, { path, length: text.length });
  }
  return new Map([...longest].map(([kind, { path }]) => [kind, path]));
}

/** A page of its own profile, and what its console, its policy and its requests complain of. */
async function newPage(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ ...options, baseURL: site?.origin ?? "" });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => {
    // A page that is left before its icon has come lets go of it.
    const fault = request.failure()?.errorText ?? "";
    if (fault !== "net::ERR_ABORTED") complaints.push(`${request.url()} ${fault}`);
  });
  return { page, complaints };
}

async function openArticle(): Promise<Page> {
  const { page } = await newPage();
  await page.goto(kinds.get("article") ?? "/");
  return page;
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any kind of page, ${colorScheme}`, { skip, timeout: 120_000 }, async () => {
    assert.ok(kinds.size >= 8, [...kinds.keys()].join(" "));
    const { page } = await newPage({ colorScheme, reducedMotion: "reduce" });
    for (const [kind, path] of kinds) {
      await page.goto(path);
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        "axe.run().then((found) => found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
      );
      assert.deepEqual(found, [], `${kind} ${path}`);
    }
  });
}

test("no page complains in the console or breaks its policy, and none scrolls sideways at 320 px", {
  skip,
}, async () => {
  const { page, complaints } = await newPage({ viewport: { width: 320, height: 640 } });
  for (const [kind, path] of kinds) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${kind} ${path}: ${width}`);
    assert.deepEqual(complaints, [], `${kind} ${path}`);
  }
});

test("without JavaScript every page shows its text, and its links lead on", { skip }, async () => {
  const { page } = await newPage({ javaScriptEnabled: false });
  for (const [kind, path] of kinds) {
    await page.goto(path);
    assert.notEqual((await page.locator("main").innerText()).trim(), "", `${kind} ${path}`);
  }
  await page.goto("/");
  await page.locator("main a.headline").first().click();
  assert.notEqual(await page.locator("h1.headline").innerText(), "");
});

test("an article prints", { skip }, async () => {
  const page = await openArticle();
  const sheet = await page.pdf();
  assert.equal(sheet.subarray(0, 5).toString(), "%PDF-");
  assert.ok(sheet.length > 10_000);
});

test("on paper no table lies over the column beside it, and no address is printed twice", { skip }, async () => {
  const cells = (count: number, text: string) => `|${`${text}|`.repeat(count)}`;
  const table = (count: number) =>
    [
      cells(count, "12,345,678 人"),
      cells(count, "---"),
      cells(count, "https://banxin.example/long/address/index.html"),
    ].join("\n");
  const address = "https://banxin.example/a/long/address/";
  const markdown = [3, 5, 8].map((count) => `${"河边的书屋开了门。".repeat(40)}\n\n${table(count)}`).join("\n\n");
  const { page } = await newPage({ viewport: { width: 900, height: 900 } });
  await showText(page, { markdown: `${markdown}\n\n<${address}>\n\n[书屋](${address})`, width: 42 });
  await page.emulateMedia({ media: "print" });
  const overlaps = await page.evaluate(() => {
    const prose = document.querySelector(".prose");
    document.querySelector("#column")?.classList.add("article");
    const bounds = prose?.getBoundingClientRect();
    return [...document.querySelectorAll("table")].map((each) => {
      const { width } = each.getBoundingClientRect();
      return Math.round((width / (bounds?.width ?? 1)) * 100);
    });
  });
  assert.ok((overlaps[0] ?? 99) <= 50 && (overlaps[1] ?? 99) <= 50 && (overlaps[2] ?? 101) <= 100, `${overlaps} %`);
  const added = await page
    .locator(".prose p > a")
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, "::after").content));
  assert.equal(added[0], "none");
  assert.match(added[1] ?? "", /address/u);
  await page.close();
});

test("what a reader copies from an article is its text, without anything the setting needs", { skip }, async () => {
  const page = await openArticle();
  const { copied, written } = await page.evaluate(() => {
    const prose = document.querySelector(".prose") ?? document.body;
    const selection = getSelection();
    selection?.selectAllChildren(prose);
    return { copied: selection?.toString() ?? "", written: prose.textContent ?? "" };
  });
  assert.doesNotMatch(copied, /[\u200b-\u200f\u2060\u00ad\ufeff]/u);
  assert.equal(copied.replaceAll(/\s+/gu, ""), written.replaceAll(/\s+/gu, ""));
});

test("the keyboard comes to the skip link first, by it to the text, and to every link of the masthead", {
  skip,
}, async () => {
  const page = await openArticle();
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? "");
  await page.keyboard.press("Tab");
  assert.match(await focused(), /class="skip-link"/u);
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#page:main$/u);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.closest("main") !== null), true);
  await page.goto("about:blank");
  await page.goto(kinds.get("article") ?? "/");
  const walked: string[] = [];
  for (
    let step = 0;
    step < 60 && !(await page.evaluate(() => document.activeElement?.closest("main") !== null));
    step++
  ) {
    await page.keyboard.press("Tab");
    walked.push(await focused());
  }
  const links = await page.locator("nav.navigation a:visible").count();
  assert.ok(links > 0 && walked.length > links, walked.join("\n"));
});

test("feeds carry an article's text without the marks that lines need", { skip }, () => {
  for (const name of ["feed.xml", "feed.json"]) {
    assert.doesNotMatch(readFileSync(join(folder, name), "utf8"), /unbroken|class=\\?["&](?:quot;)?half|<wbr>|\u2060/u);
  }
});
