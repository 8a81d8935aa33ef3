import type { TrustedHtml } from "../scripts/text/brands.ts";

/**
 * `html` itself, laid out as one run of characters: for what is kept and put into many pages.
 *
 * V8 keeps joined strings as a tree of their parts, several times their size, and walks it for every page that holds it.
 */
export function inOnePiece(html: TrustedHtml): TrustedHtml {
  // Searching lays a string out, in place; nothing else in the language does so without a copy.
  html.search("\0");
  return html;
}
