import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** 发布时间 and, when there is one, 更新: as precise as the editor gave them, with the offset for machines. */
export function PublishedTime(props: Pick<ArticlePage, "published" | "updated"> & { readonly words: Words }) {
  const { published, updated, words } = props;
  return (
    <>
      <span class="credit-line">
        <span class="label">{words.published}</span>
        <time class="published" datetime={published.datetime}>
          {published.text}
        </time>
      </span>{" "}
      {updated === undefined ? null : (
        <span class="credit-line">
          <span class="label">{words.updated}</span>
          <time class="updated" datetime={updated.datetime}>
            {updated.text}
          </time>{" "}
        </span>
      )}
    </>
  );
}
