import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { FakeElement } from "./fake-page.ts";

const scripts = { choices: "", controls: "" };
before(async () => {
  for (const name of ["choices", "controls"] as const) {
    const entry = fileURLToPath(new URL(`../../../layouts/client/${name}.ts`, import.meta.url));
    const result = await build({ entryPoints: [entry], bundle: true, format: "iife", minify: true, write: false });
    scripts[name] = result.outputFiles[0]?.text ?? "";
  }
});

/** What a browser keeps from page to page, or one that keeps nothing and throws. */
function browserMemory(kept: Map<string, string> | "refused") {
  const open = () => {
    if (kept === "refused") throw new Error("SecurityError");
    return kept;
  };
  return {
    getItem: (key: string) => open().get(key) ?? null,
    setItem: (key: string, value: string) => open().set(key, value),
    removeItem: (key: string) => open().delete(key),
  };
}

/** Opens an article page in a browser whose system is dark or not. */
function open(kept: Map<string, string> | "refused", isSystemDark = false) {
  const button = (choice: string) => new FakeElement("button", { "data-choose": choice });
  const [theme, smaller, larger] = [button("theme"), button("smaller"), button("larger")];
  const root = new FakeElement("html");
  const page = new FakeElement("#document", {}, [theme, smaller, larger]);
  const context = createContext({
    document: {
      documentElement: root,
      querySelector: (selector: string) => page.querySelector(selector),
      // Nothing here is to be copied.
      querySelectorAll: () => [],
    },
    localStorage: browserMemory(kept),
    matchMedia: () => Object.assign(new EventTarget(), { matches: isSystemDark }),
  });
  new Script(scripts.choices).runInContext(context);
  const painted = Object.fromEntries(root.attributes);
  new Script(scripts.controls).runInContext(context);
  return { root, theme, smaller, larger, painted };
}

const click = (button: FakeElement) => button.dispatchEvent(new Event("click"));

test("the script that every page waits for is at most 1 KiB", () => {
  assert.ok(scripts.choices.length <= 1024, `${scripts.choices.length}`);
});

test("a page on which nothing was chosen is left to the system, but knows that there are scripts", () => {
  assert.deepEqual(open(new Map()).painted, { "data-scripted": "" });
});

test("what was chosen on one page is in force on the next before it is painted", () => {
  const kept = new Map<string, string>();
  const { theme, larger } = open(kept);
  click(theme);
  click(larger);
  click(larger);
  assert.deepEqual(open(kept).painted, { "data-scripted": "", "data-theme": "dark", "data-text-size": "3" });
});

test("the switch tells whether the page is dark, whoever made it so", () => {
  assert.equal(open(new Map()).theme.getAttribute("aria-pressed"), "false");
  assert.equal(open(new Map(), true).theme.getAttribute("aria-pressed"), "true");
  assert.equal(open(new Map([["banxin-theme", "light"]]), true).theme.getAttribute("aria-pressed"), "false");
});

test("who chooses what the system says follows it again", () => {
  const kept = new Map([["banxin-theme", "light"]]);
  const { theme, root } = open(kept, true);
  click(theme);
  assert.equal(root.getAttribute("data-theme"), null);
  assert.equal(kept.size, 0);
});

test("the text grows in four steps and no further, and back to its own size", () => {
  const kept = new Map<string, string>();
  const { larger, smaller, root } = open(kept);
  assert.equal(smaller.getAttribute("aria-disabled"), "true");
  for (let clicks = 0; clicks < 7; clicks += 1) click(larger);
  assert.equal(root.getAttribute("data-text-size"), "5");
  assert.equal(larger.getAttribute("aria-disabled"), "true");
  for (let clicks = 0; clicks < 7; clicks += 1) click(smaller);
  assert.equal(root.getAttribute("data-text-size"), null);
  assert.equal(kept.size, 0);
});

test("a browser that keeps nothing, or something else, still shows this page as chosen", () => {
  const { theme, larger, root } = open("refused");
  click(theme);
  click(larger);
  assert.equal(root.getAttribute("data-theme"), "dark");
  assert.equal(root.getAttribute("data-text-size"), "2");
  assert.deepEqual(open(new Map([["banxin-theme", "<b>"]])).painted, { "data-scripted": "" });
});
