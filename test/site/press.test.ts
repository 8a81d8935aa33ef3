import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "../../scripts/edition/page.ts";
import { Press, pageKinds } from "../../scripts/site/press.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { bareFrame } from "../layouts/sample-frame.ts";

function robotsAt(path: string): Page {
  return { kind: "robots", path: urlPath(path), props: () => ({ siteMaps: ["https://banxin.example/sitemap.xml"] }) };
}

test("two pages at one address are a bug, and the address is named", () => {
  const pages = ["/robots.txt", "/theory/", "/theory/"].map(robotsAt);
  assert.throws(() => new Press().load(pages, [], bareFrame), /\/theory\//u);
});

test("every kind of page has its list of addresses, if an empty one, and whoever asks hears of every page printed", () => {
  const press = new Press();
  press.load([robotsAt("/robots.txt")], [], bareFrame);
  assert.deepEqual(Object.keys(press.ids), pageKinds);
  assert.deepEqual(press.ids["robots"], ["/robots.txt"]);
  assert.deepEqual(press.ids["front"], []);
  const heard: string[] = [];
  press.onPage = (path, text) => heard.push(path, text);
  assert.deepEqual(heard, []);
  const text = press.print("/robots.txt");
  assert.deepEqual(heard, ["/robots.txt", text]);
});
