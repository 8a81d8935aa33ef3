import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Edition } from "../edition/edition.ts";
import type { RelatedLists } from "../edition/related-lists.ts";

/** For articles, the others that their editors linked to, all by the names of their files without folder and ending. */
export type RelatedLabels = Readonly<Record<string, readonly string[]>>;

const labelsSchema = z.record(z.string(), z.array(z.string()));

/** The labels in a JSON file; undefined where it holds something else. */
export function readLabels(text: string): RelatedLabels | undefined {
  try {
    return labelsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Lists are looked at as far as this, whatever the masthead prints. */
export const longest = 10;
/** And as far as readers see them. */
export const printed = 5;

/** How well lists hold what editors chose, as parts of 1. */
export interface Quality {
  /** Labelled articles whose lists were looked at. */
  readonly articles: number;
  /** How much of what was chosen is among the first 5, and the first 10. */
  readonly recall5: number;
  readonly recall10: number;
  /** How many lists hold at least one of the chosen among the first 5. */
  readonly hit5: number;
  /** 1 by the place of the first one chosen, on average. */
  readonly reciprocalRank: number;
}

function stemOf(file: string): string {
  return basename(file, ".md");
}

/** How well `lists` hold what `labels` say. */
export function qualityOf(edition: Edition, lists: RelatedLists, labels: RelatedLabels): Quality {
  const paths = new Map(edition.articles.map(({ path, article }) => [stemOf(article.file), path]));
  const sums = { articles: 0, recall5: 0, recall10: 0, hit5: 0, reciprocalRank: 0 };
  for (const [stem, targets] of Object.entries(labels)) {
    const path = paths.get(stem);
    const chosen = new Set(targets.flatMap((target) => paths.get(target) ?? []));
    if (path === undefined || chosen.size === 0) continue;
    const { series = [], related = [] } = lists.get(path) ?? {};
    const list = [...series, ...related];
    const among = (first: number) => list.slice(0, first).filter((each) => chosen.has(each)).length;
    const place = list.findIndex((each) => chosen.has(each));
    sums.articles++;
    sums.recall5 += among(printed) / chosen.size;
    sums.recall10 += among(longest) / chosen.size;
    sums.hit5 += Number(among(printed) > 0);
    sums.reciprocalRank += place === -1 ? 0 : 1 / (place + 1);
  }
  const { articles } = sums;
  const mean = (sum: number) => (articles === 0 ? 0 : sum / articles);
  return {
    articles,
    recall5: mean(sums.recall5),
    recall10: mean(sums.recall10),
    hit5: mean(sums.hit5),
    reciprocalRank: mean(sums.reciprocalRank),
  };
}

/** A sentence of a body, its mark included, or a line. */
const sentencePattern = /[^。！？!?\n]+[。！？!?]?/gu;

/** Takes out of labelled articles, which lie below `content`, every sentence that names the headline of one of their chosen. */
export function leaveCitationsOut({ articles }: Edition, content: string, labels: RelatedLabels): void {
  const byStem = new Map(articles.map((article) => [stemOf(article.article.file), article]));
  for (const [stem, targets] of Object.entries(labels)) {
    const article = byStem.get(stem);
    if (article === undefined) continue;
    const file = join(content, article.article.file);
    const text = readFileSync(file, "utf8");
    const [front = ""] = /^---\n.*?\n---\n/su.exec(text) ?? [];
    const headlines = targets.flatMap((target) => byStem.get(target)?.article.title ?? []);
    const body = text
      .slice(front.length)
      .replace(sentencePattern, (sentence) =>
        headlines.some((headline) => sentence.includes(headline)) ? "" : sentence,
      );
    writeFileSync(file, front + body);
  }
}
