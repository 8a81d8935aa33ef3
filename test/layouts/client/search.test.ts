import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { renderSearchIndex } from "../../../scripts/search/search-index.ts";
import { urlPath } from "../../../scripts/text/brands.ts";
import { FakeElement } from "./fake-page.ts";

const articles = [
  { title: "河长的一天", authors: ["顾晓棠"], summary: "清晨六点从老桥开始。", path: urlPath("/news/river/") },
  { title: "<b>桥</b>的重量", authors: [], summary: "", path: urlPath("/news/bridge/") },
].map((article) => ({ ...article, source: "版心周刊", column: "资讯", date: "2026-05-18T09:30:00+08:00" }));
const index = renderSearchIndex({ articles });

let bundle = "";
before(async () => {
  const entry = fileURLToPath(new URL("../../../layouts/client/search.ts", import.meta.url));
  const result = await build({ entryPoints: [entry], bundle: true, format: "iife", minify: true, write: false });
  bundle = result.outputFiles[0]?.text ?? "";
});

/** A keystroke, which may be part of a character still being composed. */
class TypingEvent extends Event {
  readonly isComposing: boolean;

  constructor(type: string, { isComposing }: { readonly isComposing: boolean }) {
    super(type);
    this.isComposing = isComposing;
  }
}

interface OpenPage {
  readonly form: FakeElement;
  readonly input: FakeElement;
  readonly list: FakeElement;
  readonly status: FakeElement;
  readonly visited: string[];
  readonly fetched: string[];
  readonly window: EventTarget;
}

/** Runs the script in a page at `/paper/search/` with this query in its address; `answer` stands for the server's. */
async function open(query: string, answer: () => string | undefined = () => index): Promise<OpenPage> {
  const input = new FakeElement("input", { name: "q" });
  const words = { "data-words-none": "没有找到", "data-words-some": "找到 {n} 篇", "data-words-failed": "没有连上" };
  const form = new FakeElement(
    "form",
    { "data-search": "", "data-index": "/paper/search/index.json", "data-base": "/paper/", ...words },
    [input],
  );
  const list = new FakeElement("ol", { "data-search-results": "" });
  const status = new FakeElement("p", { "data-search-status": "" });
  const page = { form, input, list, status, visited: [], fetched: [], window: new EventTarget() };
  run(page, new FakeElement("html", {}, [form, list, status]), query, answer);
  await after(20);
  return page;
}

function run(page: OpenPage, root: FakeElement, query: string, answer: () => string | undefined): void {
  const go = (_state: null, _title: string, address: string) => page.visited.push(address);
  const sandbox = {
    document: {
      querySelector: (selector: string) => root.querySelector(selector),
      createElement: (name: string) => new FakeElement(name),
    },
    location: { pathname: "/paper/search/", search: query },
    history: { pushState: go, replaceState: go },
    fetch: async (address: string) => {
      page.fetched.push(address);
      const text = answer();
      return { ok: text !== undefined, status: 404, json: async () => JSON.parse(text ?? "") };
    },
    addEventListener: page.window.addEventListener.bind(page.window),
    URLSearchParams,
    InputEvent: TypingEvent,
    setTimeout,
    clearTimeout,
  };
  // No code from text, as under the site's security policy.
  const context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  new Script(bundle).runInContext(context);
}

async function submit(page: OpenPage, query: string): Promise<Event> {
  page.input.value = query;
  const event = new Event("submit", { cancelable: true });
  page.form.dispatchEvent(event);
  await after(20);
  return event;
}

test("the query in the address is searched for as soon as the page is open", async () => {
  const page = await open("?q=%E6%B2%B3%E9%95%BF");
  assert.equal(page.input.value, "河长");
  assert.equal(page.status.textContent, "找到 1 篇");
  assert.deepEqual(page.fetched, ["/paper/search/index.json"]);
  assert.deepEqual(
    page.list.children.map((item) => (typeof item === "string" ? item : item.html)),
    [
      '<li><h2 class="teaser-title"><a class="headline" href="/paper/news/river/"><mark>河长</mark>的一天</a></h2>' +
        '<p class="teaser-credits"><time datetime="2026-05-18T09:30:00+08:00">2026-05-18</time>' +
        ' 顾晓棠 · 版心周刊 · 资讯</p><p class="excerpt">清晨六点从老桥开始。</p></li>',
    ],
  );
  assert.equal(page.list.getAttribute("aria-busy"), null);
});

test("without a query nothing is loaded and nothing is said", async () => {
  const page = await open("");
  assert.deepEqual(page.fetched, []);
  assert.equal(page.status.textContent, "");
});

test("the index is loaded once for many searches, each of which has its address", async () => {
  const page = await open("");
  const event = await submit(page, " 桥 & 河 ");
  assert.equal(event.defaultPrevented, true);
  assert.equal(page.status.textContent, "找到 1 篇");
  await submit(page, "不存在");
  assert.equal(page.status.textContent, "没有找到");
  assert.deepEqual(page.list.children, []);
  await submit(page, "");
  assert.equal(page.status.textContent, "");
  assert.equal(page.fetched.length, 1);
  assert.deepEqual(page.visited, [
    "/paper/search/?q=%E6%A1%A5+%26+%E6%B2%B3",
    "/paper/search/?q=%E4%B8%8D%E5%AD%98%E5%9C%A8",
    "/paper/search/",
  ]);
});

test("typing searches after a pause, and not while a character is being composed", async () => {
  const page = await open("");
  page.input.value = "gu";
  page.input.dispatchEvent(new TypingEvent("input", { isComposing: true }));
  await after(250);
  assert.deepEqual(page.visited, []);
  page.input.value = "顾晓棠";
  page.input.dispatchEvent(new Event("compositionend"));
  assert.equal(page.status.textContent, "");
  await after(250);
  assert.equal(page.status.textContent, "找到 1 篇");
});

test("markup in a headline is shown as the characters it is", async () => {
  const page = await open("?q=b");
  const [item] = page.list.children;
  assert.ok(item instanceof FakeElement);
  const [title] = item.children;
  assert.ok(title instanceof FakeElement);
  const [headline] = title.children;
  assert.ok(headline instanceof FakeElement);
  assert.equal(headline.textContent, "<b>桥</b>的重量");
  assert.deepEqual(
    headline.children.map((child) => (typeof child === "string" ? child : [child.name, child.textContent])),
    ["<", ["mark", "b"], ">桥</", ["mark", "b"], ">的重量"],
  );
});

test("an index that cannot be had is admitted, and asked for again at the next search", async () => {
  let isUp = false;
  const page = await open("?q=桥", () => (isUp ? index : undefined));
  assert.equal(page.status.textContent, "没有连上");
  isUp = true;
  await submit(page, "桥");
  assert.equal(page.status.textContent, "找到 2 篇");
});

test("on a page without the search form the script does nothing", () => {
  const page = { ...emptyPage(), visited: [], fetched: [] };
  run(page, new FakeElement("html"), "?q=桥", () => index);
  assert.deepEqual(page.fetched, []);
});

test("the bundle needs no policy exception and stays small", () => {
  assert.doesNotMatch(
    bundle,
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|require\(/u,
  );
  assert.ok(Buffer.byteLength(bundle) < 6_000, `${Buffer.byteLength(bundle)} bytes`);
});

function emptyPage(): Omit<OpenPage, "visited" | "fetched"> {
  const element = new FakeElement("p");
  return { form: element, input: element, list: element, status: element, window: new EventTarget() };
}
