import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { absolute } from "../href.ts";
import { wordsIn } from "../words.ts";

/** What a citation of an article names. The day of access is the citing reader's own to fill in. */
export interface CitedArticle {
  /** In printed order; empty for unsigned copy. */
  readonly authors: readonly { readonly name: string; readonly isOrganization: boolean }[];
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** The publication the page belongs to, and who publishes it. */
  readonly publication: string;
  readonly owner: string;
  /** Days of the publication's own calendar: `2026-05-20`. `updated` is absent where nothing was changed on a later day. */
  readonly published: string;
  readonly updated?: string | undefined;
  /** This page: what the reader saw. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  readonly keywords: readonly string[];
  /** Of a reprint: where it first appeared, in words. */
  readonly origin?: string | undefined;
}

/**
 * `page` as it is to be cited: always the page that the reader has read.
 *
 * A reprint is cited as the reprint it is, and names its original besides: to cite what one has not seen would be untrue.
 */
export function citedArticle(frame: Frame, path: UrlPath, page: ArticlePage): CitedArticle {
  const published = day(page.published.datetime);
  const updated = page.updated === undefined ? published : day(page.updated.datetime);
  return {
    authors: page.authors.map(({ name, isOrganization }) => ({ name, isOrganization })),
    title: page.title,
    subtitle: page.subtitle,
    publication: frame.title,
    owner: frame.owner,
    published,
    updated: updated === published ? undefined : updated,
    url: absolute(frame, path),
    language: page.language ?? frame.language,
    keywords: page.keywords,
    origin: page.isReprint ? originOf(frame, page) : undefined,
  };
}

function originOf(frame: Frame, page: ArticlePage): string | undefined {
  const words = wordsIn(frame.language);
  const originals = page.sources.filter(({ isOwn }) => !isOwn);
  if (originals.length === 0) return undefined;
  return words.reprintedFrom(
    originals
      .map(({ name, originalTitle, date, page: printed, url }) =>
        [
          originalTitle === undefined ? name : `${originalTitle}. ${name}`,
          [date === undefined ? "" : day(date.datetime), printed === undefined ? "" : `(${printed})`].join(""),
          url ?? "",
        ]
          .filter((part) => part !== "")
          .join(", "),
      )
      .join("; "),
  );
}

function day(datetime: string): string {
  return datetime.slice(0, 10);
}
