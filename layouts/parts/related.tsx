import type { ArticlePage, Frame, Teaser } from "../../scripts/edition/page.ts";
import { dayOf } from "../day-of.ts";
import { href } from "../href.ts";
import { oncePerTeaser } from "../once-per-teaser.ts";
import { type Words, wordsIn } from "../words.ts";

/** 相关文章: the parts beside it in its series, then the others, best first, then the column's newest under their own heading. Nothing when all are empty. */
export function Related(
  props: Pick<ArticlePage, "series" | "related" | "recent"> & { readonly frame: Frame; readonly words: Words },
) {
  const { series, related, recent, frame, words } = props;
  if (series.length + related.length + recent.length === 0) return null;
  const list = (teasers: readonly Teaser[]) => teasers.map((teaser) => relatedLine(teaser, frame)).join("");
  return (
    <section class="related">
      <h2>{words.related}</h2>
      {series.length === 0 ? null : <h3>{words.series}</h3>}
      {series.length === 0 ? null : <ul class="series" dangerouslySetInnerHTML={{ __html: list(series) }} />}
      {related.length === 0 ? null : <ul dangerouslySetInnerHTML={{ __html: list(related) }} />}
      {recent.length === 0 ? null : <h3>{words.recent}</h3>}
      {recent.length === 0 ? null : <ul dangerouslySetInnerHTML={{ __html: list(recent) }} />}
    </section>
  );
}

/** The link 详细 says the headline, too, to those who hear it out of its place (WCAG 2.2, 2.4.9). */
const relatedLine = oncePerTeaser((teaser, frame) => {
  const words = wordsIn(frame.language);
  const address = href(frame, teaser.path);
  return (
    <li>
      <a class="headline" lang={teaser.language} href={address}>
        {teaser.title}
      </a>{" "}
      <time datetime={teaser.published.datetime}>{dayOf(teaser.published)}</time>
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
});
