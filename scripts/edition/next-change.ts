import { type Instant, instant } from "../text/brands.ts";
import type { EditionArticle } from "./edition.ts";
import { newsMs } from "./machine-pages.ts";
import { visibilityOf } from "./visibility.ts";

/** When a site would change by itself, and why. */
export interface NextChange {
  readonly at: Instant;
  /** What happens then. */
  readonly kind: "published" | "updated" | "corrected" | "retracted" | "expired" | "news";
  /** The article that it happens to. */
  readonly file: string;
}

/**
 * The first instant after `asOf` at which the same content would give another site; nothing where it never does.
 *
 * Everything that the edition compares with its instant is here: embargo, expiry, the dates of updates, corrections and
 * retractions, and the two days of the news site map.
 *
 * @param articles every article, hidden ones included
 */
export function nextChange(articles: readonly EditionArticle[], asOf: Instant): NextChange | undefined {
  let next: NextChange | undefined;
  for (const { article, isReprint } of articles) {
    if (article.draft) continue;
    const { file, date, updated, corrections, retracted, expires } = article;
    const end = instant(date.instant + newsMs);
    const isNews = !isReprint && visibilityOf(article, end) === "published";
    const changes = [
      ["published", date.instant],
      ["updated", updated?.instant],
      ...corrections.map((correction) => ["corrected", correction.date.instant] as const),
      ["retracted", retracted?.date.instant],
      ["expired", expires?.instant],
      ["news", isNews ? end : undefined],
    ] as const;
    for (const [kind, at] of changes)
      if (at !== undefined && at > asOf && at <= (expires?.instant ?? at) && (next === undefined || at < next.at))
        next = { at, kind, file };
  }
  return next;
}
