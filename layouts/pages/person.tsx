import type { Frame, PersonPage } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { Articles } from "../parts/articles.tsx";
import { directoryLink } from "../parts/directory-link.ts";
import { ListHeading } from "../parts/list-heading.tsx";
import { Pager } from "../parts/pager.tsx";
import { Prose } from "../parts/prose.tsx";
import { wordsIn } from "../words.ts";

/** An author: where they work, their life, and what they wrote here. */
export function personSheet(frame: Frame, path: UrlPath, page: PersonPage): Sheet {
  const words = wordsIn(frame.language);
  const breadcrumb = [...page.breadcrumb, directoryLink("people", words)];
  const { name, affiliation, leaf } = page;
  const type = page.isOrganization ? "website" : "profile";
  return {
    kind: "person",
    breadcrumb,
    head: listHead(frame, { path, title: name, breadcrumb, description: affiliation, leaf, type }),
    main: (
      <>
        <ListHeading
          title={name}
          label={page.isOrganization ? words.organization : words.person}
          leaf={leaf}
          words={words}
        >
          {affiliation === undefined ? null : <p class="list-description">{affiliation}</p>}
        </ListHeading>
        {page.life === undefined ? null : <Prose class="introduction" html={page.life} />}
        <Articles teasers={leaf.teasers} layout="list" heading="h2" frame={frame} words={words} hasPictures={false} />
        <Pager leaf={leaf} frame={frame} words={words} />
      </>
    ),
  };
}
