import type { Frame, SourcePage } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { Articles } from "../parts/articles.tsx";
import { directoryLink } from "../parts/directory-link.ts";
import { ListHeading } from "../parts/list-heading.tsx";
import { Pager } from "../parts/pager.tsx";
import { wordsIn } from "../words.ts";

/** A source: its home, and what this publication took from it. */
export function sourceSheet(frame: Frame, path: UrlPath, page: SourcePage): Sheet {
  const words = wordsIn(frame.language);
  const breadcrumb = [...page.breadcrumb, directoryLink("sources", words)];
  const { name, home, leaf } = page;
  return {
    kind: "source",
    breadcrumb,
    head: listHead(frame, { path, title: name, breadcrumb, leaf }),
    main: (
      <>
        <ListHeading title={name} label={words.directory.sources} leaf={leaf} words={words}>
          {home === undefined ? null : (
            <p class="list-description">
              <a href={home} rel="external">
                {words.visitSource(name)}
              </a>
            </p>
          )}
        </ListHeading>
        <Articles teasers={leaf.teasers} layout="list" heading="h2" frame={frame} words={words} hasPictures={false} />
        <Pager leaf={leaf} frame={frame} words={words} />
      </>
    ),
  };
}
