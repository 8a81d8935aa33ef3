import { urlPath } from "../../scripts/text/brands.ts";

/**
 * What the preview's server answers itself. No page can have such an address, since names that begin with a full stop are passed
 * over, and no build writes anything there.
 */
export const previewAddresses = {
  script: urlPath("/.banxin/preview.js"),
  styles: urlPath("/.banxin/preview.css"),
  /** Pushes a `PreviewState` whenever there is another; `?page=` is the address of the page that listens. */
  events: urlPath("/.banxin/events"),
  /** Answers a `DeskQuestion`, `?ask=`, about the page at `?page=`. */
  desk: urlPath("/.banxin/desk"),
} as const;

/** The name under which a page's response tells, in its `Server-Timing`, what `PreviewState.page` was when it was served. */
export const previewMark = "page";
