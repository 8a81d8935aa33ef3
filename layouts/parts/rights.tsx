import type { ArticlePage } from "../../scripts/edition/page.ts";

/** The copyright notice. Nothing where the masthead gives none. */
export function Rights({ rights }: Pick<ArticlePage, "rights">) {
  return rights === "" ? null : <p class="rights">{rights}</p>;
}
