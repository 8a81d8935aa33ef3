import type { RelatedReadings } from "./measure-related.ts";
import type { Quality } from "./related-labels.ts";

/** What was measured of the related lists, as Markdown tables. */
export function renderRelated({ articles, quality, stability, times }: RelatedReadings): string {
  const steadiness = [
    `| related lists of ${articles} articles | mean | worst |`,
    "|---|---|---|",
    `| the newest article comes: lists that change without it | ${percent(stability.newest.mean)} | ${percent(stability.newest.worst)} |`,
    `| any article comes: lists that change without it | ${percent(stability.any.mean)} | ${percent(stability.any.worst)} |`,
    "",
    `All lists from nothing: ${times.full.toFixed(0)} ms; again after one article came: ${times.renewed.toFixed(0)} ms.`,
  ];
  if (quality === undefined) return lines(steadiness);
  return lines([
    `| ${quality.asWritten.articles} labelled articles | recall@5 | recall@10 | hit@5 | mean reciprocal rank |`,
    "|---|---|---|---|---|",
    qualityRow("as written", quality.asWritten),
    qualityRow("without the sentences that cite a headline", quality.withoutCitations),
    "",
    ...steadiness,
  ]);
}

function qualityRow(name: string, { recall5, recall10, hit5, reciprocalRank }: Quality): string {
  return `| ${name} | ${[recall5, recall10, hit5, reciprocalRank].map((each) => each.toFixed(3)).join(" | ")} |`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(2)} %`;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
