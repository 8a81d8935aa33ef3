import type { SearchCost } from "./measure-search.ts";

/** What searching costs readers and who builds, as Markdown tables. */
export function renderSearch(cost: SearchCost): string {
  const { articles, queries, missed, bytes, requests, ms, index, texts } = cost;
  const rows = [
    `| ${queries} queries in ${articles} articles | median | 95 of 100 | worst |`,
    "|---|---|---|---|",
    `| bytes of one query and its first results, gzip | ${kib(bytes.median)} | ${kib(bytes.p95)} | ${kib(bytes.worst)} (${bytes.worstQuery}) |`,
    `| requests | ${requests.median} | | ${requests.worst} |`,
    `| work from loaded files to 20 results | ${ms.median.toFixed(1)} ms | | ${ms.worst.toFixed(1)} ms |`,
    "",
    ...buildRows(cost),
    "",
    `Index: ${kib(index.raw)}, ${kib(index.gzip)} with gzip; texts: ${kib(texts.raw)}, ${kib(texts.gzip)}. Queries that missed what they were taken from: ${missed.length}.`,
  ];
  return `${[...rows, ...missed].join("\n")}\n`;
}

function buildRows({ building, articles }: SearchCost): readonly string[] {
  const { reading, gramShards, wordShards, gramBytes, edit } = building;
  return [
    `| building the index of ${articles} articles, one thread | processor |`,
    "|---|---|",
    `| grams of all texts (${kib(gramBytes)}) | ${reading.toFixed(0)} ms |`,
    `| all gram shards, all word shards | ${gramShards.toFixed(0)} ms, ${wordShards.toFixed(0)} ms |`,
    `| one sentence more: ${edit.shards} of ${edit.of} shards | ${edit.ms.toFixed(0)} ms |`,
  ];
}

function kib(count: number): string {
  return `${(count / 1024).toFixed(0)} KiB`;
}
