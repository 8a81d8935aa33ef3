import type { VNode } from "preact";
import type { ArticlePage, Frame, Teaser } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** 相关文章, best first, then the column's newest under their own heading. Nothing when both are empty. */
export function Related(
  props: Pick<ArticlePage, "related" | "recent"> & { readonly frame: Frame; readonly words: Words },
) {
  const { related, recent, frame, words } = props;
  if (related.length === 0 && recent.length === 0) return null;
  const line = (teaser: Teaser) => relatedLine(teaser, frame, words);
  return (
    <section class="related">
      <h2>{words.related}</h2>
      {related.length === 0 ? null : <ul>{related.map(line)}</ul>}
      {recent.length === 0 ? null : <h3>{words.recent}</h3>}
      {recent.length === 0 ? null : <ul>{recent.map(line)}</ul>}
    </section>
  );
}

/** The link 详细 says the headline, too, to those who hear it out of its place (WCAG 2.2, 2.4.9). */
function relatedLine(teaser: Teaser, frame: Frame, words: Words): VNode {
  const address = href(frame, teaser.path);
  return (
    <li>
      <a class="headline" lang={teaser.language} href={address}>
        {teaser.title}
      </a>{" "}
      <time datetime={teaser.published.datetime}>{teaser.published.text}</time>
      {teaser.excerpt === "" ? null : (
        <p class="excerpt" lang={teaser.language}>
          {teaser.excerpt}
        </p>
      )}
      <a class="more" href={address}>
        {words.more}
        <span class="visually-hidden" lang={teaser.language}>
          {words.moreAbout(teaser.title)}
        </span>
      </a>
    </li>
  );
}
