import assert from "node:assert/strict";
import { test } from "node:test";
import type { RememberedLink } from "../../scripts/links/link-memory.ts";
import type { LinkPlace } from "../../scripts/links/outward-links.ts";
import { renderLinkReport } from "../../scripts/links/report-page.tsx";

const nowMs = Date.parse("2026-05-20T00:00:00Z");
const dead: RememberedLink = {
  askedMs: nowMs,
  answer: { kind: "failing", fault: "status", status: 404 },
  failures: { firstMs: 0, lastMs: nowMs, runs: 3 },
};
const slow: RememberedLink = { askedMs: nowMs, answer: { kind: "alive", ms: 6000 } };

function reported(
  known: readonly RememberedLink[],
  asked: readonly string[] = [],
  silent: ReadonlyMap<string, number> = new Map(),
): string {
  const place: LinkPlace = { ...{ file: "a.md", line: 1, column: 1 }, ...{ kind: "text", href: "", title: "一" } };
  const links = known.map((_, index) => ({ address: `https://a.example/${index}`, places: [place] }));
  const memory = new Map(known.map((each, index) => [`https://a.example/${index}`, each]));
  return renderLinkReport({ publication: "报", language: "zh-Hans", links, memory, nowMs, prefix: "", asked, silent });
}

test("a list that is cut says how many addresses are left off", () => {
  const page = reported([...Array.from({ length: 103 }, () => slow), dead]);
  assert.equal(page.match(/class="address"/gu)?.length, 101);
  assert.match(page, /还有 3 个没有列出。/u);
  assert.equal(page.match(/没有列出/gu)?.length, 1);
});

test("only the lists of the rules that were asked for are shown", () => {
  assert.match(reported([slow, dead]), /id="slow"/u);
  const page = reported([slow, dead], ["link-dead"]);
  assert.match(page, / · link-dead/u);
  assert.match(page, /id="dead"/u);
  assert.doesNotMatch(page, /id="slow"/u);
  assert.match(reported([slow, dead], ["link-moved"]), /没有这一类的网址。/u);
});

test("a host that was given up is named, and how many addresses were not asked for that", () => {
  assert.match(
    reported([slow], [], new Map([["mute.example", 3997]])),
    /mute\.example 接连几次没有回答，另有 3997 个网址/u,
  );
  assert.doesNotMatch(reported([slow]), /没有回答/u);
});
