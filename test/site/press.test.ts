import assert from "node:assert/strict";
import { test } from "node:test";
import { Press, pageKinds, printedPage } from "../../scripts/site/press.ts";
import { urlPath } from "../../scripts/text/brands.ts";

test("every kind of page has its list of addresses, if an empty one, and each address its file", () => {
  const press = new Press();
  press.load([printedPage({ kind: "robots", path: urlPath("/robots.txt") }, "User-agent: *")]);
  assert.deepEqual(Object.keys(press.ids), pageKinds);
  assert.deepEqual(press.ids["robots"], ["/robots.txt"]);
  assert.deepEqual(press.ids["front"], []);
  assert.equal(press.print("/robots.txt").toString(), "User-agent: *");
  assert.throws(() => press.print("/feed.xml"), /\/feed\.xml/u);
});
