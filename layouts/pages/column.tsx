import type { ColumnPage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { href } from "../href.ts";
import { ArchiveYears } from "../parts/archive-years.tsx";
import { Articles } from "../parts/articles.tsx";
import { LeadImage } from "../parts/lead-image.tsx";
import { ListHeading } from "../parts/list-heading.tsx";
import { Pager } from "../parts/pager.tsx";
import { Prose } from "../parts/prose.tsx";
import { wordsIn } from "../words.ts";

/** A column's index: its introduction, the columns inside it, its articles and its years. */
export function columnSheet(frame: Frame, path: UrlPath, page: ColumnPage): Sheet {
  const words = wordsIn(frame.language);
  const { title, breadcrumb, description, leaf, picture } = page;
  const feed = { title, path: page.feed };
  return {
    kind: "column",
    breadcrumb,
    head: listHead(frame, { path, title, breadcrumb, description, image: picture ?? page.card, feed, leaf }),
    main: (
      <>
        <ListHeading title={title} label={words.column} leaf={leaf} words={words}>
          {description === undefined ? null : <p class="list-description">{description}</p>}
        </ListHeading>
        {leaf.number === 1 ? <LeadImage picture={picture} frame={frame} /> : null}
        {page.introduction === undefined ? null : <Prose class="introduction" html={page.introduction} />}
        <ArchiveYears label={words.children} years={page.children} frame={frame} />
        <Articles
          teasers={leaf.teasers}
          layout={page.layout}
          heading="h2"
          column={leaf.paths[0]}
          frame={frame}
          words={words}
          hasPictures={page.layout === "digest"}
        />
        <Pager leaf={leaf} frame={frame} words={words} />
        <ArchiveYears label={words.years} years={page.years} frame={frame} />
        <p class="subscribe">
          <a href={href(frame, page.feed)} type="application/atom+xml">
            {words.feedOf(title)}
          </a>
        </p>
      </>
    ),
  };
}
