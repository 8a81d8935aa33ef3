import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** The id the head of an article points to. A colon never occurs in the anchor of a heading. */
export const correctionsId = "page:corrections";

/** 更正: what was wrong, what is right and when we said so. Nothing when there is nothing to correct. */
export function Corrections({ corrections, words }: Pick<ArticlePage, "corrections"> & { readonly words: Words }) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" id={correctionsId}>
      <h2>{words.corrections}</h2>
      {corrections.map(({ time, text }) => (
        <p>
          <time datetime={time.datetime}>{time.text}</time> {text}
        </p>
      ))}
    </section>
  );
}
