import type { Teaser } from "../../scripts/edition/page.ts";
import { type TeaserStyle, teaserLine } from "./teaser.tsx";

/** A list of articles in the order given; `layout` is the column's. One sentence when there are none. */
export function Articles(
  props: TeaserStyle & { readonly teasers: readonly Teaser[]; readonly layout: "list" | "digest" },
) {
  const { teasers, layout, words } = props;
  if (teasers.length === 0) return <p class="empty">{words.noArticles}</p>;
  const lines = teasers.map((teaser) => teaserLine(teaser, props)).join("");
  return <ol class={`articles ${layout}`} dangerouslySetInnerHTML={{ __html: lines }} />;
}
