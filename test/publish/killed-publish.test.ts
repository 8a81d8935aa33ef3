import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTrust } from "../../scripts/bench/check-trust.ts";
import { root } from "../newsroom.ts";

// In full, with 50 kills: npm run bench -- trust.
test("a publisher that is killed at any moment leaves readers a whole site, and the next one carries on", {
  timeout: 120_000,
}, async () => {
  const { faults, killed, looks } = await checkTrust({ root, kills: 8, seed: "short", pages: 200 }, () => {});
  assert.deepEqual(faults, []);
  assert.ok(killed > 0, "no publisher was killed before its end");
  assert.ok(looks > 0, "nobody read the site");
});
