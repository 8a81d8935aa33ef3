import assert from "node:assert/strict";
import { test } from "node:test";
import { linkedSite } from "../../../scripts/bench/linked-site.ts";
import { deletingSteps, emptiedFolders, sendingSteps, typeOf } from "../../../scripts/publish/rclone/sending-order.ts";
import { deadLinks } from "./dead-links.ts";

/** Files of `now` that are missing or other in `before`, as a plan has them. */
function changes(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  const paths = Object.keys(now);
  return {
    write: [...paths.filter((path) => before[path] !== now[path]), "manifest.json"],
    fresh: new Set(paths.filter((path) => !(path in before))),
    gone: Object.keys(before).filter((path) => !(path in now)),
  };
}

test("after every single file that is sent or deleted, no page that readers come to points at nothing", () => {
  for (const next of [1, 2, 9]) {
    const [before, now] = [linkedSite(0, 8), linkedSite(next, 8)];
    const store = new Map(Object.entries(before));
    const { write, fresh, gone } = changes(before, now);
    assert.deepEqual(deadLinks(store), []);
    for (const path of sendingSteps(write, fresh).flatMap(({ paths }) => paths)) {
      store.set(path, now[path] ?? "");
      assert.deepEqual(deadLinks(store), [], `${path} was sent`);
    }
    for (const path of deletingSteps(gone).flat()) {
      store.delete(path);
      assert.deepEqual(deadLinks(store), [], `${path} was deleted`);
    }
    assert.deepEqual(store, new Map(Object.entries(now)));
  }
});

test("what pages show is sent first, then new pages, then pages that were there, lists, feeds; never the manifest", () => {
  const fresh = new Set(["theory/2026/05/new/index.html", "theory/page/2/index.html", "pictures/b-1.avif", "feed.xml"]);
  const paths = [
    "index.html",
    "feed.xml",
    "sitemap.xml",
    "theory/feed.json",
    "manifest.json",
    "theory/index.html",
    "search/index.html",
    "search/grams/1.bin",
    "search/version.json",
    "theory/2026/05/old/index.html",
    "theory/page/2/index.html",
    "theory/2026/05/new/index.html",
    "pictures/b-1.avif",
    "assets/a-1.css",
    "favicon.png",
    "robots.txt",
    "_headers",
  ];
  const steps = sendingSteps(paths, fresh);
  assert.deepEqual(
    steps.map(({ stage, paths: some }) => `${stage}: ${some.join(" ")}`),
    [
      "files: favicon.png",
      "files: pictures/b-1.avif",
      "styles: assets/a-1.css",
      "new-pages: theory/2026/05/new/index.html",
      "new-lists: theory/page/2/index.html",
      "new-feeds: feed.xml",
      "pages: theory/2026/05/old/index.html",
      "lists: index.html search/index.html theory/index.html",
      "feeds: _headers",
      "feeds: robots.txt",
      "feeds: search/grams/1.bin",
      "feeds: sitemap.xml",
      "feeds: theory/feed.json",
      "version: search/version.json",
    ],
  );
  assert.deepEqual(steps.flatMap((step) => step.paths).sort(), paths.filter((path) => path !== "manifest.json").sort());
});

test("what is named for its bytes may be kept for a year, all else for a minute; types do not depend on the machine", () => {
  const of = (path: string) => sendingSteps([path], new Set())[0];
  assert.match(of("pictures/a-1.avif")?.cache ?? "", /31536000, immutable/u);
  assert.equal(of("index.html")?.cache, "public, max-age=60");
  assert.equal(of("attachments/a.pdf")?.cache, "public, max-age=60");
  assert.equal(typeOf("theory/index.html"), "text/html; charset=utf-8");
  assert.equal(typeOf("assets/a.woff2"), "font/woff2");
  assert.equal(typeOf("_headers"), undefined);
});

test("many files are sent in several calls, none twice", () => {
  const paths = Array.from({ length: 1201 }, (_, index) => `pictures/${index}.jpg`);
  const steps = sendingSteps(paths, new Set());
  assert.deepEqual(
    steps.map((step) => step.paths.length),
    [500, 500, 201],
  );
  assert.equal(new Set(steps.flatMap((step) => step.paths)).size, 1201);
});

test("folders are emptied whose last file goes, each named by the highest of them", () => {
  const stored = ["a/b/c/1.html", "a/b/d/2.html", "a/b/d/3.html", "e/4.html", "5.html", "f/theirs.txt", "f/6.html"];
  for (const [gone, emptied] of [
    [["a/b/c/1.html"], ["a/b/c"]],
    [["a/b/d/2.html"], []],
    [
      ["a/b/c/1.html", "a/b/d/2.html", "a/b/d/3.html", "e/4.html"],
      ["a", "e"],
    ],
    [["5.html", "f/6.html"], []],
    [["a/never/sent.html"], ["a/never"]],
    [[], []],
  ] as const)
    assert.deepEqual(emptiedFolders(stored, gone), emptied);
});
