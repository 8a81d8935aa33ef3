import assert from "node:assert/strict";
import { test } from "node:test";
import { hasSample, instantOf, newsroomFolder, ownContent, printSite } from "../newsroom.ts";
import { faultsOf } from "./html-faults.ts";

for (const [name, content] of [
  ["the small newsroom", newsroomFolder],
  ["the sample publication", ownContent],
] as const) {
  test(`every page of ${name} is valid HTML, its bodies included`, {
    skip: content === ownContent && !hasSample,
  }, async () => {
    const site = await printSite(content, { asOf: instantOf("2026-11-22T12:00:00+08:00") });
    const pages = [...site.pages].filter(([, text]) => text.startsWith("<!doctype html>"));
    assert.ok(pages.length > 40);
    for (const [path, text] of pages) assert.deepEqual(faultsOf(text), [], path);
  });
}
