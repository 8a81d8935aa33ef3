import type { Edition } from "./edition.ts";

/**
 * The content security policy of every page, without any unsafe keyword (SAFETY item 17; W3C Content Security Policy Level 3).
 *
 * Whatever a page loads comes from the site itself; pictures also from the hosts that the publication allows and shows.
 */
export function contentPolicy({ pictureHosts }: Pick<Edition, "pictureHosts">): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...pictureHosts].join(" "),
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join("; ");
}
