import type { ArticleFields } from "../article/article.ts";
import type { Instant } from "../text/brands.ts";

/**
 * What readers may see of an article at one instant.
 *
 * - `draft`, `embargoed`: nothing, anywhere (SAFETY item 12)
 * - `expired`: that something was at its address, no more
 * - `retracted`: headline, byline, date and the notice, at its address alone
 * - `published`: all of it, in every list
 */
export type Visibility = "draft" | "embargoed" | "expired" | "retracted" | "published";

/** What readers may see of `article` at `asOf`. Each date takes effect at its own instant. */
export function visibilityOf(
  article: Pick<ArticleFields, "draft" | "date" | "expires" | "retracted">,
  asOf: Instant,
): Visibility {
  if (article.draft) return "draft";
  if (article.date.instant > asOf) return "embargoed";
  if (article.expires !== undefined && article.expires.instant <= asOf) return "expired";
  if (article.retracted !== undefined && article.retracted.date.instant <= asOf) return "retracted";
  return "published";
}

/** True where no reader may learn that the article exists. */
export function isHidden(visibility: Visibility): visibility is "draft" | "embargoed" {
  return visibility === "draft" || visibility === "embargoed";
}
