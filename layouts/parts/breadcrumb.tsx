import type { Frame, Link } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** Where a page stands, from the front page down; the page itself, when it is among them, is no link. */
export function Breadcrumb(props: {
  readonly frame: Frame;
  readonly words: Words;
  readonly breadcrumb: readonly Link[];
  readonly path: UrlPath;
}) {
  const { frame, words, breadcrumb, path } = props;
  if (breadcrumb.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        {breadcrumb.map((link) => (
          <li>
            {link.path === path ? (
              <span aria-current="page">{link.title}</span>
            ) : (
              <a href={href(frame, link.path)}>{link.title}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
