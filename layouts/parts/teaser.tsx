import type { VNode } from "preact";
import type { Frame, Teaser as TeaserProps } from "../../scripts/edition/page.ts";
import type { TrustedHtml, UrlPath } from "../../scripts/text/brands.ts";
import { href, isRemote, pictureHref } from "../href.ts";
import { oncePerTeaser } from "../once-per-teaser.ts";
import { renderHtml } from "../render-html.ts";
import { type Words, wordsIn } from "../words.ts";

/** How a list shows its articles. */
export interface TeaserStyle {
  readonly frame: Frame;
  readonly words: Words;
  /** The element of a headline: one level below the heading of its list. */
  readonly heading: "h2" | "h3";
  /** The column whose list this is, and which its articles therefore do not name. */
  readonly column?: UrlPath | undefined;
  readonly hasPictures: boolean;
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
        <a class="headline" lang={teaser.language} href={href(frame, teaser.path)}>
          {teaser.title}
        </a>
      </Heading>
      <p class="teaser-credits">
        <time datetime={teaser.published.datetime}>{teaser.published.text}</time>
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
        <p class="excerpt" lang={teaser.language}>
          {teaser.excerpt}
        </p>
      )}
      {style.hasPictures && teaser.picture !== undefined ? (
        <TeaserPicture picture={teaser.picture} frame={frame} />
      ) : null}
    </li>
  );
}

/** The headline says what the picture would, so that its alternative text is empty. */
function TeaserPicture(props: { readonly picture: NonNullable<TeaserProps["picture"]>; readonly frame: Frame }) {
  const { src, width, height } = props.picture;
  return (
    <img
      class="teaser-picture"
      src={pictureHref(props.frame, src)}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      referrerpolicy={isRemote(src) ? "no-referrer" : undefined}
    />
  );
}
