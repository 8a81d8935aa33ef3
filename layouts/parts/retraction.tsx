import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** The id the head of an article points to. A colon never occurs in the anchor of a heading. */
export const retractionId = "page:retraction";

/** 撤稿说明: when and why the article was withdrawn. */
export function Retraction({ retraction, words }: Pick<ArticlePage, "retraction"> & { readonly words: Words }) {
  if (retraction === undefined) return null;
  return (
    <section class="retraction" id={retractionId}>
      <h2>{words.retraction}</h2>
      <p>
        <time datetime={retraction.time.datetime}>{retraction.time.text}</time> {retraction.reason}
      </p>
    </section>
  );
}
