import type { VNode } from "preact";
import type { Frame, Link, PageKind } from "../scripts/edition/page.ts";
import type { TrustedHtml } from "../scripts/text/brands.ts";
import { previewAddresses } from "./client/preview-addresses.ts";
import { CommonHead, Head, type HeadProps } from "./head/head.tsx";
import { inOnePiece } from "./in-one-piece.ts";
import { Breadcrumb } from "./parts/breadcrumb.tsx";
import { Colophon } from "./parts/colophon.tsx";
import { Masthead } from "./parts/masthead.tsx";
import type { Place } from "./parts/navigation.tsx";
import { renderHtml } from "./render-html.ts";
import { type Words, wordsIn } from "./words.ts";

/** The id of every page's `main`. A colon never occurs in the anchor of a heading. */
const mainId = "page:main";

/** One page before it is a document: what its head says, where it stands, and what lies in its `main`. */
export interface Sheet {
  readonly kind: PageKind;
  readonly head: HeadProps;
  readonly breadcrumb: readonly Link[];
  readonly main: VNode;
}

/**
 * A whole HTML document.
 *
 * What all pages of an edition share is rendered once for each frame. Without any script or style in the page itself:
 * data blocks apart, everything comes from the site's own files (SAFETY 17).
 */
export function renderDocument(frame: Frame, sheet: Sheet): string {
  const words = wordsIn(frame.language);
  const shell = shellOf(frame, words);
  const head = shell.head + renderHtml(<Head frame={frame} words={words} head={sheet.head} />) + sheet.head.jsonLd;
  const breadcrumb = <Breadcrumb frame={frame} words={words} breadcrumb={sheet.breadcrumb} path={sheet.head.path} />;
  const body =
    shell.masthead(placeOf(frame, sheet)) +
    renderHtml(
      <>
        {breadcrumb}
        <main id={mainId}>{sheet.main}</main>
      </>,
    ) +
    shell.colophon;
  return `<!doctype html>\n${renderHtml(
    <html lang={frame.language}>
      <head dangerouslySetInnerHTML={{ __html: head }} />
      <body class={`page-${kebab(sheet.kind)}`} dangerouslySetInnerHTML={{ __html: body }} />
    </html>,
  )}\n`;
}

/** What is the same on every page of an edition, set once. */
interface Shell {
  readonly head: TrustedHtml;
  readonly masthead: (place: Place | undefined) => TrustedHtml;
  readonly colophon: TrustedHtml;
}

const shells = new WeakMap<Frame, Shell>();

function shellOf(frame: Frame, words: Words): Shell {
  const known = shells.get(frame);
  if (known !== undefined) return known;
  const mastheads = new Map<string, TrustedHtml>();
  const shell: Shell = {
    head: inOnePiece(
      renderHtml(
        <>
          <CommonHead frame={frame} words={words} />
          {frame.isPreview ? <script type="module" src={previewAddresses.script} /> : null}
        </>,
      ),
    ),
    masthead(place) {
      const key = place === undefined ? "" : `${place.isThePage} ${place.path}`;
      const masthead = mastheads.get(key) ?? mastheadFor(frame, words, place);
      mastheads.set(key, masthead);
      return masthead;
    },
    colophon: inOnePiece(renderHtml(<Colophon frame={frame} words={words} />)),
  };
  shells.set(frame, shell);
  return shell;
}

function mastheadFor(frame: Frame, words: Words, place: Place | undefined): TrustedHtml {
  return inOnePiece(
    renderHtml(
      <>
        <a class="skip-link" href={`#${mainId}`}>
          {words.skipToContent}
        </a>
        <Masthead frame={frame} words={words} place={place} />
      </>,
    ),
  );
}

/** The navigation's link the reader has followed: this very page, else the innermost one above it. */
function placeOf(frame: Frame, sheet: Sheet): Place | undefined {
  const { path } = sheet.head;
  const inNavigation = (candidate: string) => frame.navigation.some((link) => link.path === candidate);
  if (path === "/" || path === "/search/" || inNavigation(path)) return { path, isThePage: true };
  const above = sheet.breadcrumb.findLast((link) => inNavigation(link.path));
  return above === undefined ? undefined : { path: above.path, isThePage: false };
}

function kebab(kind: PageKind): string {
  return kind.replace(/[A-Z]/gu, (capital) => `-${capital.toLowerCase()}`);
}
