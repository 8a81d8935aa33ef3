import assert from "node:assert/strict";
import { test } from "node:test";
import { mayAsk, readRobots } from "../../scripts/links/robots-rules.ts";

test("the longest rule counts, and of two as long the one that allows", () => {
  const rules = readRobots("User-agent: *\nDisallow: /a/\nAllow: /a/open # yes\nDisallow: /*.pdf$\nDisallow:\n");
  const cases = [
    ["/", true],
    ["/a/b", false],
    ["/a/open/1", true],
    ["/x.pdf", false],
    ["/x.pdf?1", true],
  ] as const;
  for (const [path, expected] of cases) assert.equal(mayAsk(path, rules), expected, path);
});

test("what is said to us by name goes before what is said to all, and groups may share rules", () => {
  const text = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: banxinlinks\nDisallow: /no\n";
  assert.equal(mayAsk("/yes", readRobots(text)), true);
  assert.equal(mayAsk("/no", readRobots(text)), false);
  assert.equal(mayAsk("/yes", readRobots(text.replace("banxinlinks", "third"))), false);
});

test("what is no robots.txt forbids nothing, and a rule full of stars is read in no time", () => {
  assert.equal(mayAsk("/", readRobots("<!doctype html><p>Not found")), true);
  const stars = `User-agent: *\nDisallow: /${"*a".repeat(20_000)}b$`;
  assert.equal(mayAsk(`/${"a".repeat(30_000)}`, readRobots(stars)), true);
});

test("a path is the same path however its characters are written", () => {
  const rules = readRobots(
    "User-agent: *\nDisallow: /私密/\nDisallow: /%e6%96%87\nDisallow: /%7Ehome/\nDisallow: /a%2fb",
  );
  for (const path of ["/私密/一", "/文/", "/~home/", "/a%2Fb"])
    assert.equal(mayAsk(new URL(path, "http://local").pathname, rules), false, path);
  for (const path of ["/私/", "/a/b"]) assert.equal(mayAsk(new URL(path, "http://local").pathname, rules), true, path);
});
