import type { VNode } from "preact";
import type { Frame, Leaf } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** How many numbers stand on each side of the present page's. */
const reach = 2;

/** The way through a list of several pages. Nothing when there is one. */
export function Pager({ leaf, frame, words }: { readonly leaf: Leaf; readonly frame: Frame; readonly words: Words }) {
  const { number, paths } = leaf;
  if (paths.length < 2) return null;
  const link = (to: number, text: string, rel?: "prev" | "next"): VNode | null => {
    const path = paths[to - 1];
    if (path === undefined) return null;
    return (
      <a href={href(frame, path)} rel={rel}>
        {text}
      </a>
    );
  };
  return (
    <nav class="pager" aria-label={words.pager}>
      <ul>
        {number > 1 ? <li>{link(1, words.firstPage)}</li> : null}
        {number > 1 ? <li>{link(number - 1, words.previousPage, "prev")}</li> : null}
        {numbersAround(number, paths).map(({ to, path }) => (
          <li class="pager-number">
            <a href={href(frame, path)} aria-label={words.page(to)} aria-current={to === number ? "page" : undefined}>
              {to}
            </a>
          </li>
        ))}
        {number < paths.length ? <li>{link(number + 1, words.nextPage, "next")}</li> : null}
      </ul>
    </nav>
  );
}

/** The pages from `reach` before to `reach` after `number`, and the last. */
function numbersAround(
  number: number,
  paths: readonly UrlPath[],
): readonly { readonly to: number; readonly path: UrlPath }[] {
  return paths
    .map((path, index) => ({ to: index + 1, path }))
    .filter(({ to }) => Math.abs(to - number) <= reach || to === paths.length);
}
