import type { Frame, Page } from "../scripts/edition/page.ts";
import { renderDocument } from "./document.tsx";
import { archiveSheet } from "./pages/archive.tsx";
import { articleSheet } from "./pages/article.tsx";
import { columnSheet } from "./pages/column.tsx";
import { correctionsSheet } from "./pages/corrections.tsx";
import { directorySheet } from "./pages/directory.tsx";
import { expiredSheet } from "./pages/expired.tsx";
import { frontSheet } from "./pages/front.tsx";
import { notFoundSheet } from "./pages/not-found.tsx";
import { personSheet } from "./pages/person.tsx";
import { renderRedirect } from "./pages/redirect.tsx";
import { searchSheet } from "./pages/search.tsx";
import { sourceSheet } from "./pages/source.tsx";
import { standingSheet } from "./pages/standing.tsx";
import { topicSheet } from "./pages/topic.tsx";

/** The kinds of page that readers open in a browser. */
export const htmlPageKinds = [
  "front",
  "article",
  "expired",
  "column",
  "archive",
  "topic",
  "person",
  "source",
  "directory",
  "corrections",
  "search",
  "standing",
  "notFound",
  "redirect",
] as const;

/** A page of one of `htmlPageKinds`; feeds, site maps and the rest are rendered elsewhere. */
export type HtmlPage = Extract<Page, { readonly kind: (typeof htmlPageKinds)[number] }>;

/** Whether `renderPage` renders `page`. */
export function isHtmlPage(page: Page): page is HtmlPage {
  return htmlPageKinds.some((kind) => kind === page.kind);
}

/** `page` as a whole HTML document: the same bytes for the same page and frame, always. */
export function renderPage(page: HtmlPage, frame: Frame): string {
  const { path } = page;
  switch (page.kind) {
    case "front":
      return renderDocument(frame, frontSheet(frame, path, page.props()));
    case "article":
      return renderDocument(frame, articleSheet(frame, path, page.props()));
    case "expired":
      return renderDocument(frame, expiredSheet(frame, path, page.props()));
    case "column":
      return renderDocument(frame, columnSheet(frame, path, page.props()));
    case "archive":
      return renderDocument(frame, archiveSheet(frame, path, page.props()));
    case "topic":
      return renderDocument(frame, topicSheet(frame, path, page.props()));
    case "person":
      return renderDocument(frame, personSheet(frame, path, page.props()));
    case "source":
      return renderDocument(frame, sourceSheet(frame, path, page.props()));
    case "directory":
      return renderDocument(frame, directorySheet(frame, path, page.props()));
    case "corrections":
      return renderDocument(frame, correctionsSheet(frame, path, page.props()));
    case "search":
      return renderDocument(frame, searchSheet(frame, path, page.props()));
    case "standing":
      return renderDocument(frame, standingSheet(frame, path, page.props()));
    case "notFound":
      return renderDocument(frame, notFoundSheet(frame, path, page.props()));
    case "redirect":
      return renderRedirect(frame, page.props());
    default: {
      const unknown: never = page;
      throw new Error(`not an HTML page: ${JSON.stringify(unknown)}`);
    }
  }
}
