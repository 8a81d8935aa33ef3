import assert from "node:assert/strict";
import { test } from "node:test";
import { plainSite } from "../../scripts/bench/plain-site.ts";
import { published, Target, usual } from "./target.ts";

const address = (number: number) => `/theory/news/2026/05/a${number}/`;
const allow = (...addresses: readonly string[]) => addresses.flatMap((each) => ["--allow-gone", each]);

test("an address that is allowed to go and is not lost is told, and what is published is the same", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 3)));
  const there = target.publish(plainSite("乙", 3), [...usual, ...allow(address(1), "/nowhere/", "")]);
  published(there);
  assert.deepEqual(
    [...there.err.matchAll(/^--allow-gone (\S*?)：/gmu)].map(([, typed]) => typed),
    [address(1), "/nowhere/"],
  );
  const lost = target.publish(plainSite("丙", 2), [...usual, ...allow(address(2)), "--dry-run", "--format", "json"]);
  published(lost);
  assert.equal(lost.err.includes("--allow-gone"), false);
  assert.deepEqual(JSON.parse(lost.out).notLost, []);
});

test("where addresses would be lost, those that were allowed for nothing stand beside them: they may be mistyped", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 3)));
  const { code, err } = target.publish(plainSite("乙", 2), [...usual, ...allow("/theory/news/2026/05/a22/")]);
  assert.equal(code, 1);
  assert.match(err, /^ {4}\/theory\/news\/2026\/05\/a2\/\n--allow-gone \/theory\/news\/2026\/05\/a22\/：/mu);
  assert.match(err, / {2}addresses-lost\n {4}\S/u);
});
