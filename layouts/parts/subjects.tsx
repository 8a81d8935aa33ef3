import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import { href } from "../href.ts";
import type { Words } from "../words.ts";

/** 专题 and 关键词: what the article is about; topics lead to their pages. */
export function Subjects(
  props: Pick<ArticlePage, "topics" | "keywords"> & { readonly frame: Frame; readonly words: Words },
) {
  const { topics, keywords, frame, words } = props;
  return (
    <>
      {topics.length === 0 ? null : (
        <p class="topics">
          <span class="label">{words.topics}</span>
          {topics.map((topic, index) => [
            index === 0 ? null : words.nameSeparator,
            <a href={href(frame, topic.path)}>{topic.title}</a>,
          ])}
        </p>
      )}
      {keywords.length === 0 ? null : (
        <p class="keywords">
          <span class="label">{words.keywords}</span>
          {keywords.join(words.nameSeparator)}
        </p>
      )}
    </>
  );
}
