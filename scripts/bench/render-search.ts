import type { SearchCost } from "./measure-search.ts";

/** What searching costs readers, as a Markdown table. */
export function renderSearch({ articles, queries, missed, bytes, requests, ms, index }: SearchCost): string {
  const kib = (count: number) => `${(count / 1024).toFixed(0)} KiB`;
  const rows = [
    `| ${queries} queries in ${articles} articles | median | 95 of 100 | worst |`,
    "|---|---|---|---|",
    `| bytes of one query and its first results, gzip | ${kib(bytes.median)} | ${kib(bytes.p95)} | ${kib(bytes.worst)} (${bytes.worstQuery}) |`,
    `| requests | ${requests.median} | | ${requests.worst} |`,
    `| work from loaded files to results | ${ms.median.toFixed(1)} ms | | ${ms.worst.toFixed(1)} ms |`,
    "",
    `Index: ${kib(index.raw)}, ${kib(index.gzip)} with gzip. Queries that missed what they were taken from: ${missed.length}.`,
  ];
  return `${[...rows, ...missed].join("\n")}\n`;
}
