import { splitAnchor } from "../address-book.ts";
import type { Content } from "../load-content.ts";

/** A `#` that begins neither a heading nor a comment, and what stands behind it. */
const anchorPattern = /(?<![#\n])#[^\s#()<>[\]"']+/gu;

/** Every anchor that some text of `content` may link to, as readers' programs look for it; more rather than fewer. */
export function linkedAnchors({ manuscripts, ids }: Pick<Content, "manuscripts" | "ids">): ReadonlySet<string> {
  return new Set(
    manuscripts.flatMap(({ file }) => {
      const text = Buffer.from(ids.load(file).bytes).toString();
      return [...text.matchAll(anchorPattern)].flatMap(([written]) => splitAnchor(written)[1] ?? []);
    }),
  );
}
