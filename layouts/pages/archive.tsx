import type { ArchivePage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { href } from "../href.ts";
import { ArchiveYears } from "../parts/archive-years.tsx";
import { Articles } from "../parts/articles.tsx";
import { ListHeading } from "../parts/list-heading.tsx";
import { Pager } from "../parts/pager.tsx";
import { type Words, wordsIn } from "../words.ts";

/** A year's or a month's articles of a column; a year leads on to its months. */
export function archiveSheet(frame: Frame, path: UrlPath, page: ArchivePage): Sheet {
  const words = wordsIn(frame.language);
  const { breadcrumb, column, leaf } = page;
  const when = period(page, words);
  const months = page.months.map(({ month, path, count }) => ({ title: words.month(month), path, count }));
  return {
    kind: "archive",
    breadcrumb,
    head: listHead(frame, { path, title: `${column.title} ${when}`, breadcrumb, leaf }),
    main: (
      <>
        <ListHeading
          title={when}
          label={<a href={href(frame, column.path)}>{column.title}</a>}
          leaf={leaf}
          words={words}
        />
        <ArchiveYears label={words.months} years={months} frame={frame} />
        <Articles
          teasers={leaf.teasers}
          layout="list"
          heading="h2"
          column={column.path}
          frame={frame}
          words={words}
          hasPictures={false}
        />
        <Pager leaf={leaf} frame={frame} words={words} />
      </>
    ),
  };
}

function period({ year, month }: Pick<ArchivePage, "year" | "month">, words: Words): string {
  return month === undefined ? words.year(year) : words.yearAndMonth(year, month);
}
