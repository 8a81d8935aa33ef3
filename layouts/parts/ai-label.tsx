import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** The label of a text written with, or by, artificial intelligence. Nothing on every other. */
export function AiLabel({ ai, words }: Pick<ArticlePage, "ai"> & { readonly words: Words }) {
  if (ai === "none") return null;
  return <p class="ai-label">{ai === "assisted" ? words.aiAssisted : words.aiGenerated}</p>;
}
