import type { VNode } from "preact";
import type { Frame, Teaser } from "../scripts/edition/page.ts";
import type { TrustedHtml } from "../scripts/text/brands.ts";
import { inOnePiece } from "./in-one-piece.ts";
import { renderHtml } from "./render-html.ts";

/**
 * `make` as HTML, rendered once for each teaser of a frame and remembered while both live: an article stands in a dozen lists.
 *
 * @param make looks at its two arguments and at nothing else, or a page would depend on the pages rendered before it
 */
export function oncePerTeaser(
  make: (teaser: Teaser, frame: Frame) => VNode,
): (teaser: Teaser, frame: Frame) => TrustedHtml {
  const byFrame = new WeakMap<Frame, WeakMap<Teaser, TrustedHtml>>();
  return (teaser, frame) => {
    const lines = byFrame.get(frame) ?? new WeakMap<Teaser, TrustedHtml>();
    const known = lines.get(teaser);
    if (known !== undefined) return known;
    const line = inOnePiece(renderHtml(make(teaser, frame)));
    byFrame.set(frame, lines.set(teaser, line));
    return line;
  };
}
