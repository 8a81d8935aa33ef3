import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";

/** 责任编辑: who answers for the article. */
export function Editor({ editors, words }: Pick<ArticlePage, "editors"> & { readonly words: Words }) {
  return editors.length === 0 ? null : <p class="editor">{words.editor(editors)}</p>;
}
