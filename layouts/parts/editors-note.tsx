import type { ArticlePage } from "../../scripts/edition/page.ts";
import type { Words } from "../words.ts";
import { Prose } from "./prose.tsx";

/** 编者按 before the body, with its label unless the editor's words begin with it. */
export function EditorsNote({ editorsNote, words }: Pick<ArticlePage, "editorsNote"> & { readonly words: Words }) {
  if (editorsNote === undefined) return null;
  const opening = editorsNote
    .slice(0, 100)
    .replace(/<[^>]*>/gu, "")
    .trimStart();
  return (
    <aside class="editors-note" aria-label={words.editorsNote}>
      {opening.startsWith(words.editorsNote) ? null : <p class="label">{words.editorsNote}</p>}
      <Prose class="editors-note-text" html={editorsNote} />
    </aside>
  );
}
