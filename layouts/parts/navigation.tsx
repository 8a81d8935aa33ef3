import type { Frame } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** Where the reader is: on the page a link leads to, or somewhere below it. */
export interface Place {
  readonly path: string;
  readonly isThePage: boolean;
}

/** The publication's columns and pages, in the editors' order. Nothing when there are none. */
export function Navigation(props: { readonly frame: Frame; readonly words: Words; readonly place: Place | undefined }) {
  const { frame, words, place } = props;
  if (frame.navigation.length === 0) return null;
  return (
    <nav class="navigation" aria-label={words.mainNavigation}>
      <ul>
        {frame.navigation.map((link) => (
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
