import type { Teaser } from "../../scripts/edition/page.ts";
import { type TeaserStyle, teaserLine } from "./teaser.tsx";

/** A list of articles in the order given; `layout` is the column's. One sentence when there are none. */
export function Articles(
  props: TeaserStyle & { readonly teasers: readonly Teaser[]; readonly layout: "list" | "digest" },
) {
  const { teasers, layout, words } = props;
  if (teasers.length === 0) return <p class="empty">{words.noArticles}</p>;
  const lines = teasers
    .map((teaser, index) => teaserLine(teaser, index === 0 ? props : { ...props, place: undefined }))
    .join("");
  return <ol class={`articles ${layout}`} dangerouslySetInnerHTML={{ __html: lines }} />;
}
