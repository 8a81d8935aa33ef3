import type { Frame, TopicPage } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import type { Sheet } from "../document.tsx";
import { listHead } from "../head/list-head.ts";
import { Articles } from "../parts/articles.tsx";
import { directoryLink } from "../parts/directory-link.ts";
import { LeadImage } from "../parts/lead-image.tsx";
import { ListHeading } from "../parts/list-heading.tsx";
import { Pager } from "../parts/pager.tsx";
import { Prose } from "../parts/prose.tsx";
import { wordsIn } from "../words.ts";

/** 专题: the editor's arrangement, then every article it has. */
export function topicSheet(frame: Frame, path: UrlPath, page: TopicPage): Sheet {
  const words = wordsIn(frame.language);
  const breadcrumb = [...page.breadcrumb, directoryLink("topics", words)];
  const { title, summary, leaf, picture, sections } = page;
  const style = { frame, words } as const;
  return {
    kind: "topic",
    breadcrumb,
    head: listHead(frame, { path, title, breadcrumb, description: summary, image: picture, leaf }),
    main: (
      <>
        <ListHeading title={title} label={words.topic} leaf={leaf} words={words}>
          {summary === undefined ? null : <p class="list-description">{summary}</p>}
        </ListHeading>
        {leaf.number === 1 ? <LeadImage picture={picture} frame={frame} /> : null}
        {page.introduction === undefined ? null : <Prose class="introduction" html={page.introduction} />}
        {sections.map((section) => (
          <section class="topic-section">
            <h2>{section.title}</h2>
            <Articles teasers={section.teasers} layout="digest" heading="h3" hasPictures={true} {...style} />
          </section>
        ))}
        {sections.length === 0 ? null : <h2 class="list-title">{words.allArticles}</h2>}
        <Articles
          teasers={leaf.teasers}
          layout="list"
          heading={sections.length === 0 ? "h2" : "h3"}
          hasPictures={false}
          {...style}
        />
        <Pager leaf={leaf} frame={frame} words={words} />
      </>
    ),
  };
}
