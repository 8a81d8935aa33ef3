import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { instantOf, newsroomFolder, printSite, root } from "../newsroom.ts";
import { faultsOf } from "./html-faults.ts";

for (const [name, content] of [
  ["the small newsroom", newsroomFolder],
  ["the sample publication", join(root, "content")],
] as const) {
  test(`every page of ${name} is valid HTML, its bodies included`, async () => {
    const site = await printSite(content, { asOf: instantOf("2026-11-22T12:00:00+08:00") });
    const pages = [...site.pages].filter(([, text]) => text.startsWith("<!doctype html>"));
    assert.ok(pages.length > 40);
    for (const [path, text] of pages) assert.deepEqual(faultsOf(text), [], path);
  });
}
