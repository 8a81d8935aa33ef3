import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";
import { correctionsId } from "./corrections.tsx";
import { retractionId } from "./retraction.tsx";

/** A line at the head of an article that leads to its corrections or its retraction, which stand at the end. */
export function StandingNotice(
  props: Pick<ArticlePage, "corrections" | "retraction" | "prose"> & { readonly words: Words },
) {
  const { corrections, retraction, prose, words } = props;
  if (retraction !== undefined) {
    return prose === "" ? null : <Notice id={retractionId} text={words.isRetracted} />;
  }
  return corrections.length === 0 ? null : <Notice id={correctionsId} text={words.hasCorrections} />;
}

function Notice({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p class="standing-notice">
      <a href={`#${id}`}>{text}</a>
    </p>
  );
}
