import type { Frame } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** Where the reader is: on the page a link leads to, or somewhere below it. */
export interface Place {
  readonly path: string;
  readonly isThePage: boolean;
}

/** The publication's columns and pages, in the editors' order, then the search. */
export function Navigation(props: { readonly frame: Frame; readonly words: Words; readonly place: Place | undefined }) {
  const { frame, words, place } = props;
  const links = [...frame.navigation, { title: words.search, path: urlPath("/search/") }];
  return (
    <nav class="navigation" aria-label={words.mainNavigation}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={href(frame, link.path)} aria-current={place?.path === link.path ? current(place) : undefined}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function current(place: Place): "page" | "true" {
  return place.isThePage ? "page" : "true";
}
