import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** The preview's mark on what readers may not see. Nothing on a published page. */
export function Ribbon({ hidden, words }: Pick<ArticlePage, "hidden"> & { readonly words: Words }) {
  if (hidden === undefined) return null;
  return <p class="ribbon">{hidden === "draft" ? words.draftRibbon : words.embargoedRibbon}</p>;
}
