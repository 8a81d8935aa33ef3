import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** 原标题: the headlines a text bore elsewhere, where they differ from ours. */
export function OriginalTitle({ sources, words }: Pick<ArticlePage, "sources"> & { readonly words: Words }) {
  const titles = sources.flatMap((source) => source.originalTitle ?? []);
  return titles.map((title) => (
    <p class="original-title">
      <span class="label">{words.originalTitle}</span>
      {title}
    </p>
  ));
}
