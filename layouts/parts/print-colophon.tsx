import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { absolute } from "../href.ts";
import type { Words } from "../words.ts";

/** At the foot of a printed clipping: the publication, the day and the address. Not on the screen, where the page says it all. */
export function PrintColophon(
  props: Pick<ArticlePage, "published"> & { readonly path: UrlPath; readonly frame: Frame; readonly words: Words },
) {
  const { published, path, frame, words } = props;
  return (
    <div class="print-colophon">
      <p>
        {frame.title} <time datetime={published.datetime}>{published.text}</time>
      </p>
      <p>
        {words.printedFrom}
        {absolute(frame, path)}
      </p>
    </div>
  );
}
