import type { Frame, FrontPage, Teaser } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { jsonLdScript } from "../head/json-ld.ts";
import { publicationJsonLd } from "../head/list-json-ld.ts";
import { href } from "../href.ts";
import { Articles } from "../parts/articles.tsx";
import { aboutId } from "../parts/colophon.tsx";
import { Prose } from "../parts/prose.tsx";
import { wordsIn } from "../words.ts";

/** The front page: the lead, the newest of every top column, and what the publication says about itself. */
export function frontSheet(frame: Frame, path: UrlPath, page: FrontPage): Sheet {
  const words = wordsIn(frame.language);
  return {
    kind: "front",
    breadcrumb: [],
    head: {
      path,
      title: frame.title,
      cardTitle: frame.title,
      description: frame.description ?? "",
      type: "website",
      image: page.lead.find((teaser) => teaser.picture !== undefined)?.picture,
      isIndexed: true,
      jsonLd: jsonLdScript([publicationJsonLd(frame)]),
    },
    main: (
      <>
        {page.lead.length === 0 ? null : (
          <section class="lead" aria-label={words.lead}>
            <Articles
              teasers={page.lead}
              layout="digest"
              heading="h2"
              frame={frame}
              words={words}
              hasPictures={true}
              place="lead"
            />
          </section>
        )}
        {page.columns.length === 0 ? null : (
          <div class="front-columns">
            {page.columns.map(({ column, teasers }) => (
              <section class="front-column">
                <h2>
                  <a href={href(frame, column.path)}>{column.title}</a>
                </h2>
                <Articles
                  teasers={withOnePicture(teasers)}
                  layout="list"
                  heading="h3"
                  column={column.path}
                  frame={frame}
                  words={words}
                  hasPictures={true}
                  place="section"
                />
                <p class="more-of">
                  <a href={href(frame, column.path)}>{words.moreOf(column.title)}</a>
                </p>
              </section>
            ))}
          </div>
        )}
        <section class="about" id={aboutId}>
          <h2>{words.about(frame.title)}</h2>
          {page.about === undefined ? (
            <p>{frame.description ?? words.owner + frame.owner}</p>
          ) : (
            <Prose class="about-text" html={page.about} />
          )}
        </section>
      </>
    ),
  };
}

/** A column's newest article is shown with its picture, the others by their headlines alone. */
function withOnePicture(teasers: readonly Teaser[]): readonly Teaser[] {
  return teasers.map((teaser, index) => (index === 0 ? teaser : { ...teaser, picture: undefined }));
}
