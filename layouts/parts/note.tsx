import type { ArticlePage } from "../../scripts/edition/page.ts";
import { Prose } from "./prose.tsx";

/** 文末说明: what the editor adds after the body (about the author, the funding). */
export function Note({ note }: Pick<ArticlePage, "note">) {
  return note === undefined ? null : <Prose class="note" html={note} />;
}
