import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkAnswer, RememberedLink } from "../../scripts/links/link-memory.ts";
import { isDead, isDue, verdictOf, withAnswer } from "../../scripts/links/link-verdict.ts";

const day = 86_400_000;
const failing: LinkAnswer = { kind: "failing", fault: "status", status: 404 };
const alive: LinkAnswer = { kind: "alive", ms: 80 };

/** What is remembered after these answers, on these days. */
function after(...answers: readonly (readonly [onDay: number, answer: LinkAnswer])[]): RememberedLink {
  let known: RememberedLink | undefined;
  for (const [onDay, answer] of answers) known = withAnswer(known, answer, 1e12 + onDay * day);
  assert.ok(known);
  return known;
}

test("a link is dead only after failing in three runs over two days", () => {
  assert.equal(isDead(after([0, failing])), false);
  assert.equal(isDead(after([0, failing], [0.1, failing], [0.2, failing], [0.3, failing])), false);
  assert.equal(isDead(after([0, failing], [9, failing])), false);
  assert.equal(isDead(after([0, failing], [1, failing], [2, failing])), true);
  assert.equal(
    isDead(after([0, failing], [1, failing], [1.5, { kind: "unclear", reason: "busy" }], [3, failing])),
    true,
  );
  assert.equal(isDead(after([0, failing], [1, failing], [2, alive], [3, failing])), false);
});

test("a good answer is good for a week, a failure for a day", () => {
  const at = (onDay: number) => 1e12 + onDay * day;
  assert.equal(isDue(undefined, at(0)), true);
  assert.equal(isDue(after([0, alive]), at(6.9)), false);
  assert.equal(isDue(after([0, alive]), at(7)), true);
  assert.equal(isDue(after([0, failing]), at(0.5)), false);
  assert.equal(isDue(after([0, failing]), at(1)), true);
  assert.equal(isDue(after([5, alive]), at(0)), true);
});

test("a dead source that has an archived copy beside it everywhere is settled", () => {
  const dead = after([0, failing], [1, failing], [2, failing]);
  assert.equal(verdictOf(dead, [{ archive: "https://web.archive.org/web/2026/x" }]), "archived");
  assert.equal(verdictOf(dead, [{ archive: "https://web.archive.org/web/2026/x" }, {}]), "dead");
  assert.equal(verdictOf(undefined, [{}]), "unasked");
  assert.equal(verdictOf(after([0, { kind: "alive", ms: 6000 }]), [{}]), "slow");
});
