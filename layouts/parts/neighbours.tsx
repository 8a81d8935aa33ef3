import type { ArticlePage, Frame, Link } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** 上一篇, 下一篇: the articles of the same column published just before and just after. Nothing where there is neither. */
export function Neighbours(
  props: Pick<ArticlePage, "earlier" | "later"> & { readonly frame: Frame; readonly words: Words },
) {
  const { earlier, later, frame, words } = props;
  if (earlier === undefined && later === undefined) return null;
  const line = (rel: "prev" | "next", label: string, link: Link | undefined) =>
    link === undefined ? null : (
      <p>
        <span class="label">{label}</span>{" "}
        <a rel={rel} href={href(frame, link.path)}>
          {link.title}
        </a>
      </p>
    );
  return (
    <nav class="neighbours" aria-label={words.neighbours}>
      {line("prev", words.earlier, earlier)}
      {line("next", words.later, later)}
    </nav>
  );
}
