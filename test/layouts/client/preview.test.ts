import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import type { PreviewState, ToldProblem } from "../../../layouts/client/preview-state.ts";
import { FakeElement } from "./fake-page.ts";

let bundle = "";
before(async () => {
  const entry = fileURLToPath(new URL("../../../layouts/client/preview.ts", import.meta.url));
  const result = await build({ entryPoints: [entry], bundle: true, format: "iife", minify: true, write: false });
  bundle = result.outputFiles[0]?.text ?? "";
});

const error: ToldProblem = {
  ...{ severity: "error", place: "theory/a.md:5:9", rule: "source-unknown" },
  ...{ message: "没有名为“<b>”的来源。", remedy: "登记它。" },
};
const warning: ToldProblem = {
  severity: "warning",
  place: "b.md:1:1",
  message: "少见。",
  remedy: "核对。",
  rule: "rare",
};

function stateOf(problems: readonly ToldProblem[], page = "one"): PreviewState {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { page, language: "zh-Hans", errors, warnings: problems.length - errors, problems };
}

/** An element that is on the page when it lies in the page's body. */
class PageElement extends FakeElement {
  isConnected = false;

  toggleAttribute(name: string, isThere: boolean): void {
    if (isThere === this.hasAttribute(name)) return;
    if (isThere) this.setAttribute(name, "");
    else this.removeAttribute(name);
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  override append(...children: (FakeElement | string)[]): void {
    super.append(...children);
    for (const child of children) if (child instanceof PageElement && this.isConnected) child.isConnected = true;
  }
}

/** A source of events that a test sends. */
class FakeEvents extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
  }

  send(state: PreviewState): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(state) }));
  }

  close(): void {
    this.readyState = this.CLOSED;
  }
}

/** What a browser keeps: for a window, or for all of them. */
function storageOf(memory: Map<string, string>) {
  return {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
    removeItem: (key: string) => memory.delete(key),
  };
}

/** Runs the script in a page at `/theory/` that was served as `page`; `memory` is the browser's. */
function open(page: string | undefined = "one", memory = new Map<string, string>()) {
  const body = new PageElement("body");
  body.isConnected = true;
  const head = new PageElement("head");
  const sources: FakeEvents[] = [];
  const waiting: (() => void)[] = [];
  const document = Object.assign(new EventTarget(), {
    ...{ body, head, documentElement: new PageElement("html"), visibilityState: "visible" },
    createElement: (name: string) => new PageElement(name),
  });
  const opened = { document, body, sources, waiting, memory, reloads: 0 };
  class PerformanceNavigationTiming {
    readonly serverTiming = page === undefined ? [] : [{ name: "page", description: page }];
  }
  const context = createContext(
    {
      document,
      location: {
        pathname: "/theory/",
        reload: () => {
          opened.reloads++;
        },
      },
      sessionStorage: storageOf(memory),
      localStorage: storageOf(memory),
      performance: { getEntriesByType: () => [new PerformanceNavigationTiming()] },
      PerformanceNavigationTiming,
      EventSource: class extends FakeEvents {
        constructor(address: string) {
          super(address);
          sources.push(this);
        }
      },
      URLSearchParams,
      setTimeout: (then: () => void) => waiting.push(then),
      setInterval: () => 0,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new Script(bundle).runInContext(context);
  return opened;
}

type Opened = ReturnType<typeof open>;

function send({ sources }: Opened, state: PreviewState): void {
  sources.at(-1)?.send(state);
}

/** The first element of a class below `root`. */
function inside(root: FakeElement, name: string): PageElement | undefined {
  for (const child of root.children) {
    if (typeof child === "string") continue;
    if (child instanceof PageElement && child.className.split(" ").includes(name)) return child;
    const found = inside(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function panelOf({ body }: Opened): PageElement | undefined {
  const panel = inside(body, "desk-panel");
  return panel?.hasAttribute("hidden") ? undefined : panel;
}

/** Presses the button of what is wrong. */
function press({ body }: Opened): void {
  inside(body, "desk-tool")?.dispatchEvent(new Event("click"));
}

test("a page is loaded again when it has changed, and only then", () => {
  const page = open("one");
  assert.equal(page.sources[0]?.address, "/.banxin/events?page=%2Ftheory%2F");
  send(page, stateOf([]));
  send(page, stateOf([warning]));
  assert.equal(page.reloads, 0);
  send(page, stateOf([], "two"));
  assert.equal(page.reloads, 1);
  assert.equal(page.sources[0]?.readyState, 2);
});

test("a browser that does not tell what it was served takes the first news for it", () => {
  const page = open(undefined);
  page.sources[0]?.send(stateOf([], "one"));
  assert.equal(page.reloads, 0);
  page.sources[0]?.send(stateOf([], "two"));
  assert.equal(page.reloads, 1);
});

test("a server that is gone is asked again, also where the browser has given up", () => {
  const page = open();
  const [first] = page.sources;
  first?.dispatchEvent(new Event("error"));
  assert.equal(page.waiting.length, 0);
  first?.close();
  first?.dispatchEvent(new Event("error"));
  page.waiting.shift()?.();
  assert.equal(page.sources.length, 2);
});

test("a page that cannot be seen does not listen, and hears what it has missed when it can", () => {
  const page = open("one");
  page.document.visibilityState = "hidden";
  page.document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(page.sources[0]?.readyState, 2);
  page.document.visibilityState = "visible";
  page.document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(page.sources.length, 2);
  send(page, stateOf([], "two"));
  assert.equal(page.reloads, 1);
});

test("errors lie open with place, message, remedy and rule, as text, and say how many they are", () => {
  const page = open();
  send(page, stateOf([error, warning]));
  const [region] = page.body.children;
  assert.ok(region instanceof FakeElement);
  assert.match(
    region.html,
    /^<aside class="desk" lang="zh-Hans" aria-label="编辑台"[^>]*><p class="desk-said" role="status">错误1个，警告1个</u,
  );
  const panel = panelOf(page);
  for (const text of [
    "theory/a.md:5:9",
    "错误 没有名为“<b>”的来源。",
    "改法：登记它。",
    "source-unknown",
    "警告 少见。",
  ])
    assert.ok(panel?.textContent.includes(text), text);
});

test("of the page's own file only line and column are told, and its problems come before those elsewhere", () => {
  const page = open();
  const desk = { revision: 1, file: "b.md", told: stateOf([warning]) };
  send(page, { ...stateOf([error, warning]), desk });
  assert.match(panelOf(page)?.textContent ?? "", /^本页b\.md1:1rare警告 少见。.*别处theory\/a\.md:5:9source-unknown/u);
});

test("a page whose file is not known is not called clean while there are errors", () => {
  const page = open();
  const desk = { revision: 1, told: stateOf([]) };
  send(page, { ...stateOf([error]), desk });
  assert.match(panelOf(page)?.textContent ?? "", /^别处theory\/a\.md:5:9/u);
  send(page, { ...stateOf([]), desk });
  press(page);
  assert.equal(panelOf(page)?.textContent, "本页本页没有发现问题。");
});

test("in a browser that keeps nothing, what is opened, put away and folded stays so on its page", () => {
  const forgetful = new Map<string, string>();
  forgetful.get = forgetful.set = () => {
    throw new Error("SecurityError");
  };
  const page = open("one", forgetful);
  send(page, stateOf([warning]));
  press(page);
  assert.match(panelOf(page)?.textContent ?? "", /少见/u);
  send(page, stateOf([error]));
  press(page);
  assert.equal(panelOf(page), undefined);
  inside(page.body, "desk-fold")?.dispatchEvent(new Event("click"));
  assert.equal(inside(page.body, "desk-fold")?.textContent, "编辑台1");
});

test("warnings alone only say how many they are, until they are opened; the next page shows them open, too", () => {
  const page = open();
  send(page, stateOf([warning]));
  assert.equal(panelOf(page), undefined);
  assert.equal(inside(page.body, "desk-badge")?.textContent, "1");
  press(page);
  assert.match(panelOf(page)?.textContent ?? "", /少见/u);
  const next = open("two", page.memory);
  send(next, stateOf([warning], "two"));
  assert.match(panelOf(next)?.textContent ?? "", /少见/u);
});

test("what is mended goes, and that is said", () => {
  const page = open();
  send(page, stateOf([]));
  assert.equal(inside(page.body, "desk-said")?.textContent, "");
  send(page, stateOf([error]));
  send(page, stateOf([]));
  assert.equal(panelOf(page), undefined);
  assert.equal(inside(page.body, "desk-said")?.textContent, "都改好了");
});

test("what was put away stays so on the next page, and comes back when something else is wrong", () => {
  const page = open();
  send(page, stateOf([error]));
  press(page);
  const next = open("two", page.memory);
  send(next, stateOf([error], "two"));
  assert.equal(panelOf(next), undefined);
  send(next, stateOf([error, error], "two"));
  assert.notEqual(panelOf(next), undefined);
  press(next);
  assert.equal(panelOf(next), undefined);
  send(next, stateOf([], "two"));
  send(next, stateOf([error, error], "two"));
  assert.notEqual(panelOf(next), undefined);
});

test("what is folded away stays so on all pages, and only says how much is wrong", () => {
  const page = open();
  send(page, stateOf([error]));
  inside(page.body, "desk-fold")?.dispatchEvent(new Event("click"));
  const next = open("two", page.memory);
  send(next, stateOf([error], "two"));
  assert.equal(panelOf(next), undefined);
  assert.equal(inside(next.body, "desk-fold")?.textContent, "编辑台1");
  inside(next.body, "desk-fold")?.dispatchEvent(new Event("click"));
  assert.notEqual(panelOf(next), undefined);
});
