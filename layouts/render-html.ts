import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { type TrustedHtml, trustedHtml } from "../scripts/text/brands.ts";

/** What TSX describes, as HTML: escaped by the library, and so to be trusted. */
export function renderHtml(node: VNode): TrustedHtml {
  return trustedHtml(renderToString(node));
}
