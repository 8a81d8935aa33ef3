import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { newsroomFolder } from "../newsroom.ts";
import { emptyFolder, run } from "../site/command.ts";
import { sharedBrowser } from "./browser.ts";
import { type ServedFolder, serveFolder } from "./serve-folder.ts";

const browser = sharedBrowser();
const { skip } = browser;
const folder = emptyFolder();
let site: ServedFolder | undefined;
let page: Page;
const complaints: string[] = [];
const asked: string[] = [];

before(async () => {
  if (skip) return;
  const built = run(["build", "--content", newsroomFolder, "--out", folder]);
  assert.equal(built.code, 0, built.err);
  site = await serveFolder(folder);
  page = await browser.newPage({ baseURL: site.origin });
  page.on("console", (message) => {
    // A browser asks for this one by itself where a file names no icon.
    const isIcon = message.location().url.endsWith("/favicon.ico");
    if ((message.type() === "error" || message.type() === "warning") && !isIcon) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
});
after(() => site?.close());

/** Searches by the address and waits for the answer; all results, however many it takes. */
async function search(query: string): Promise<readonly { path: string; marks: readonly string[] }[]> {
  await page.goto(`/search/?${new URLSearchParams({ q: query })}`);
  await page.waitForFunction(() => document.querySelector("[data-search-status]")?.textContent !== "");
  while (await page.locator("[data-search-more]").isVisible()) {
    const before = await page.locator("[data-search-results] > li").count();
    await page.locator("[data-search-more]").click();
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll("[data-search-results] > li").length > count ||
        document.querySelector<HTMLElement>("[data-search-more]")?.hidden === true,
      before,
    );
  }
  return page.locator("[data-search-results] > li").evaluateAll((results) =>
    results.map((result) => ({
      path: result.querySelector("a.headline")?.getAttribute("href") ?? "",
      marks: [...result.querySelectorAll("mark")].map((mark) => mark.textContent ?? ""),
    })),
  );
}

/** What a reader sees of an article's text, by paragraph; footnote marks and readings left out. */
async function paragraphsOf(path: string): Promise<readonly string[]> {
  await page.goto(path);
  return page.locator(".prose p, .standfirst, h1.headline").evaluateAll((all) =>
    all.map((paragraph) => {
      const copy = paragraph.cloneNode(true);
      if (!(copy instanceof Element)) return "";
      for (const each of copy.querySelectorAll("rt, rp, .footnote-ref")) each.remove();
      return copy.textContent ?? "";
    }),
  );
}

test("any run of Han characters that a reader sees finds its article, marked", { skip }, async () => {
  await page.goto("/feed.json");
  const feed: { items: { url: string }[] } = JSON.parse((await page.locator("body").textContent()) ?? "");
  for (const [turn, { url }] of feed.items.entries()) {
    const path = new URL(url).pathname;
    const runs = (await paragraphsOf(path)).flatMap(
      (text) => text.replace(/[\s\p{P}\p{S}]/gu, "").match(/\p{Script=Han}{4,}/gu) ?? [],
    );
    const whole = runs[(turn * 7) % (runs.length || 1)] ?? "";
    for (const run of [whole.slice(0, 2 + (turn % 9)), whole.slice(-3)]) {
      if (run === "") continue;
      const found = (await search(run)).find((result) => result.path === path);
      assert.ok(found, `「${run}」 does not find ${path}`);
      const marked = found.marks.map((mark) => mark.replace(/[^\p{L}\p{N}]/gu, ""));
      assert.ok(
        marked.some((mark) => mark.includes(run)),
        `「${run}」 is not marked in ${path}: ${found.marks}`,
      );
    }
  }
});

test("what no article holds finds nothing, and the page says where else to look", { skip }, async () => {
  assert.deepEqual(await search("“饕餮鼋鼍龘靐”"), []);
  assert.match((await page.locator("[data-search-status]").textContent()) ?? "", /没有找到/u);
  assert.ok(await page.locator(".browse a").first().isVisible());
});

test("where nothing is found, a link leads to what part of it is found", { skip }, async () => {
  assert.deepEqual(await search("一天饕餮鼋鼍"), []);
  const link = page.locator("[data-search-shorter] a");
  assert.equal(await link.first().textContent(), "一天");
  await link.first().click();
  await page.waitForFunction(() => document.querySelectorAll("[data-search-results] > li").length > 0);
  assert.equal(await page.locator("[data-search-shorter]").isVisible(), false);
});

test("the address keeps what is typed, and going back brings it again", { skip }, async () => {
  await page.goto("/search/");
  await page.locator("input[name=q]").fill("的");
  await page.locator("input[name=q]").press("Enter");
  await page.waitForURL(/\?q=/u);
  await page.locator("input[name=q]").fill("一天");
  await page.locator("input[name=q]").press("Enter");
  await page.waitForURL(/%E4%B8%80%E5%A4%A9/u);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input[name=q]")?.value === "的");
});

test("on paper there are the results and nothing to press", { skip }, async () => {
  const own = await browser.newPage({ baseURL: site?.origin ?? "" });
  await own.goto("/search/?q=一天");
  await own.locator("[data-search-results] > li").first().waitFor();
  await own.evaluate(() => document.querySelector("[data-search-more]")?.removeAttribute("hidden"));
  await own.emulateMedia({ media: "print" });
  assert.ok(await own.locator("[data-search-results] > li").first().isVisible());
  assert.equal(await own.locator("main button").locator("visible=true").count(), 0);
  await own.close();
});

test("what was typed slowly and asked for is one step back, however often it is asked for", { skip }, async () => {
  const own = await browser.newPage({ baseURL: site?.origin ?? "" });
  const field = own.locator("input[name=q]");
  const searched = async (query: string) => {
    await field.fill("");
    await field.pressSequentially(query, { delay: 5 });
    await own.waitForURL((url) => url.searchParams.get("q") === query);
    for (const _ of ["once", "again"]) await field.press("Enter");
  };
  await own.goto("/corrections/");
  await own.goto("/search/");
  await searched("一天");
  await searched("河");
  await own.goBack();
  await own.waitForFunction(() => document.querySelector<HTMLInputElement>("input[name=q]")?.value === "一天");
  await own.goBack();
  await own.waitForURL(/corrections/u);
  await own.close();
});

test("an address that narrows the search shows by what, each choice once, and never results of all", {
  skip,
}, async () => {
  const own = await browser.newPage({ baseURL: site?.origin ?? "" });
  await own.route("**/names.json?*", (route) => route.abort());
  await own.goto("/search/?q=的&year=2025");
  await own.waitForFunction(() => document.querySelector("[data-search-status]")?.textContent !== "");
  assert.equal(await own.locator("[data-search-results] > li").count(), 0);
  assert.match((await own.locator("[data-search-status]").textContent()) ?? "", /没有取到/u);
  await own.unroute("**/names.json?*");
  await own.reload();
  await own.waitForFunction(() => document.querySelector<HTMLSelectElement>("select[name=year]")?.value === "2025");
  assert.ok(await own.locator("select[name=year]").isVisible());
  const years = await own.locator("select[name=year] option").allTextContents();
  assert.deepEqual(years, [...new Set(years)]);
  await own.close();
});

test("results are narrowed by column, year, author and source", { skip }, async () => {
  const all = await search("的 一");
  await page.locator(".search-filters summary").click();
  await page.waitForFunction(() => document.querySelectorAll("select[name=year] option").length > 1);
  for (const name of ["column", "year", "author", "source"]) {
    const options = await page.locator(`select[name=${name}] option`).allTextContents();
    assert.ok(options.length > 1, `${name}: ${options}`);
  }
  const year = (await page.locator("select[name=year] option").allTextContents())[1] ?? "";
  await page.locator("select[name=year]").selectOption(year);
  await page.waitForURL(/year=/u);
  await page.waitForFunction(() => document.querySelector("[aria-busy]") === null);
  const times = await page
    .locator("[data-search-results] time")
    .evaluateAll((each) => each.map((time) => time.getAttribute("datetime") ?? ""));
  assert.ok(times.length <= all.length && times.every((time) => time.startsWith(year)), `${year}: ${times}`);
});

test("where a host answers with a page of its own, the search says that it failed, and finds when asked again", {
  skip,
}, async () => {
  const own = await browser.newPage({ baseURL: site?.origin ?? "" });
  const status = () => own.locator("[data-search-status]").textContent();
  const page = "<!doctype html><title>请先登录</title><p>这个网络要先登录。</p>";
  for (const file of ["**/grams/*", "**/texts/**", "**/version.json", "**/han.bin?*"]) {
    await own.route(file, (route) => route.fulfill({ contentType: "text/html", body: page }));
    await own.goto("/search/?q=一天");
    await own.waitForFunction(() => document.querySelector("[data-search-status]")?.textContent !== "");
    assert.match((await status()) ?? "", /没有取到/u, file);
    await own.unroute(file);
    await own.locator(".search-form button").click();
    await own.locator("[data-search-results] > li").first().waitFor();
    assert.match((await status()) ?? "", /找到|约/u, file);
  }
  await own.close();
});

test("the slash leads to the field, and arrows lead through the results", { skip }, async () => {
  await search("的");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "q");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "headline");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "q");
});

test("the policy allows all that the search does, and no request leaves the site", { skip }, () => {
  assert.deepEqual(complaints, []);
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(site?.origin ?? "?")),
    [],
  );
});
