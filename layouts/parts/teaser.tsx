import type { VNode } from "preact";
import type { Frame, Teaser as TeaserProps } from "../../scripts/edition/page.ts";
import { frontSizes, sectionSizes, thumbnailSizes } from "../../scripts/edition/picture-attributes.ts";
import type { TrustedHtml, UrlPath } from "../../scripts/text/brands.ts";
import { dayOf } from "../day-of.ts";
import { href } from "../href.ts";
import { oncePerTeaser } from "../once-per-teaser.ts";
import { renderHtml } from "../render-html.ts";
import { setHeadline, setText } from "../set-text.ts";
import { type Words, wordsIn } from "../words.ts";
import { ResponsivePicture } from "./responsive-picture.tsx";

/** How a list shows its articles. */
export interface TeaserStyle {
  readonly frame: Frame;
  readonly words: Words;
  /** The element of a headline: one level below the heading of its list. */
  readonly heading: "h2" | "h3";
  /** The column whose list this is, and which its articles therefore do not name. */
  readonly column?: UrlPath | undefined;
  readonly hasPictures: boolean;
  /** Where its first article stands on the front page, and so how large its picture is; everywhere else pictures are thumbnails. */
  readonly place?: "lead" | "section" | undefined;
}

/** One article in a list, as an `li`: headline, time, column, excerpt. */
export function teaserLine(teaser: TeaserProps, style: TeaserStyle): TrustedHtml {
  const { frame, column, heading, hasPictures } = style;
  if (heading !== "h2" || hasPictures) return renderHtml(line(teaser, style));
  return teaser.column.path === column ? lineInItsColumn(teaser, frame) : lineElsewhere(teaser, frame);
}

// The lists an article is in again and again: its column, years and months; its authors, sources and topics.
const lineInItsColumn = oncePerTeaser((teaser, frame) => line(teaser, plainStyle(frame, teaser.column.path)));
const lineElsewhere = oncePerTeaser((teaser, frame) => line(teaser, plainStyle(frame)));

function plainStyle(frame: Frame, column?: UrlPath): TeaserStyle {
  return { frame, words: wordsIn(frame.language), heading: "h2", column, hasPictures: false };
}

function line(teaser: TeaserProps, style: TeaserStyle): VNode {
  const { frame, words, heading: Heading } = style;
  return (
    <li>
      <Heading class="teaser-title">
        {teaser.isPinned ? <span class="mark">{words.pinned}</span> : null}
        {teaser.authors.length === 0 ? null : <span class="teaser-authors">{words.listAuthors(teaser.authors)}</span>}
        <a
          class="headline"
          lang={teaser.language}
          href={href(frame, teaser.path)}
          {...setHeadline(teaser.title, teaser.language)}
        />
      </Heading>
      <p class="teaser-credits">
        <time datetime={teaser.published.datetime}>{dayOf(teaser.published)}</time>
        {teaser.column.path === style.column ? null : " "}
        {teaser.column.path === style.column ? null : (
          <a class="teaser-column" href={href(frame, teaser.column.path)}>
            {teaser.column.title}
          </a>
        )}
        {teaser.hidden === undefined ? null : (
          <span class="mark">{teaser.hidden === "draft" ? words.draft : words.embargoed}</span>
        )}
      </p>
      {teaser.excerpt === "" ? null : (
        <p class="excerpt" lang={teaser.language} {...setText(teaser.excerpt, teaser.language)} />
      )}
      {style.hasPictures && teaser.picture !== undefined ? (
        <ResponsivePicture
          class="teaser-picture"
          picture={teaser.picture}
          // The headline says what the picture would.
          alt=""
          sizes={sizesAt(style.place)}
          isFirst={style.place === "lead"}
          frame={frame}
        />
      ) : null}
    </li>
  );
}

function sizesAt(place: TeaserStyle["place"]): string {
  switch (place) {
    case "lead":
      return frontSizes;
    case "section":
      return sectionSizes;
    case undefined:
      return thumbnailSizes;
    default:
      return place satisfies never;
  }
}
