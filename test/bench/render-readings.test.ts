import assert from "node:assert/strict";
import { test } from "node:test";
import { mediansOf, type Reading } from "../../scripts/bench/readings.ts";
import { readingsAsJson, renderReadings } from "../../scripts/bench/render-readings.ts";

const circumstances = { content: "newsroom", machine: "2 × chip", runs: 3 };
const second = (row: Reading["row"], articles: number, by: string, value: number): Reading => ({
  row,
  articles,
  by,
  look: "seconds",
  value,
});
const readings: readonly Reading[] = [
  second("full", 3000, "Node 24.1.0", 2.5),
  ...[1, 9, 2].map((value) => second("hugo", 1000, "Hugo 0.111.3", value)),
  second("full", 1000, "Node 24.1.0", 1),
  second("body", 1000, "Node 24.1.0", 0.2),
  second("body", 1000, "Node 20.2.0", 0.3),
  { row: "full", articles: 1000, by: "Node 24.1.0", look: "bytes", value: 300_000_000 },
  { row: "hugo", articles: 1000, by: "Hugo 0.111.3", look: "bytes", value: 500_000_000 },
];

test("the medians are told in one table for each Node, with their ratio to Hugo's of the same size", () => {
  assert.equal(
    renderReadings(readings, circumstances),
    `newsroom · 2 × chip · medians of 3 · in brackets: of the full build of Hugo 0.111.3

| Node 24.1.0 | 1,000 articles | 3,000 articles |
|---|---:|---:|
| Hugo, full build | 2.00 s | – |
| full build, nothing remembered | 1.00 s (0.50) | 2.50 s |
| one body edited | 0.20 s (0.10) | – |
| peak memory, Hugo, full build | 500 MB | – |
| peak memory, full build, nothing remembered | 300 MB (0.60) | – |

| Node 20.2.0 | 1,000 articles | 3,000 articles |
|---|---:|---:|
| Hugo, full build | 2.00 s | – |
| one body edited | 0.30 s (0.15) | – |
| peak memory, Hugo, full build | 500 MB | – |`,
  );
});

test("without Hugo the table has no ratios", () => {
  const own = readings.filter(({ by }) => !by.startsWith("Hugo"));
  assert.doesNotMatch(renderReadings(own, circumstances), /\(|Hugo/u);
});

test("the median is the middle reading, or the mean of the two in the middle", () => {
  for (const [values, median] of [
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 2], 2],
    [[4, 1, 9, 2], 3],
  ] as const) {
    const group = values.map((value) => second("full", 1, "Node 24.1.0", value));
    assert.deepEqual(
      mediansOf(group).map(({ value, runs }) => [value, runs]),
      [[median, values.length]],
    );
  }
});

test("the JSON holds the circumstances, every reading and the medians", () => {
  const told = JSON.parse(readingsAsJson(readings, circumstances));
  assert.deepEqual(told.readings, readings);
  assert.equal(told.machine, "2 × chip");
  assert.equal(told.medians.length, 7);
});
