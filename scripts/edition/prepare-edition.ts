import type { Problem } from "../report/problem.ts";
import type { Language } from "../text/language.ts";
import { checkBinaries } from "./check-binaries.ts";
import { type CompiledEdition, compileEdition, type EditionOptions } from "./compile-edition.ts";
import { type Content, loadContent } from "./load-content.ts";
import { readNewsroom } from "./read-newsroom.ts";
import { withoutSilenced } from "./silence.ts";

/** A content folder, read, checked and compiled; what is wrong with it, but for its pictures. */
export interface PreparedEdition {
  readonly content: Content;
  /** Absent without a readable masthead. */
  readonly compiled?: CompiledEdition;
  readonly problems: readonly Problem[];
  /** In which reports are printed: the masthead's. */
  readonly language: Language;
}

/**
 * The way from files to an edition: load, read, compile. Whatever is wrong anywhere is in `problems`, all at once,
 * save what editors have silenced.
 *
 * @param onFile called after every file read, for progress
 */
export function prepareEdition(
  root: string,
  options: EditionOptions,
  onFile?: (done: number, total: number) => void,
): PreparedEdition {
  const content = loadContent(root);
  let done = 0;
  const total = content.manuscripts.length;
  const { newsroom, problems: read, silences } = readNewsroom(content, () => onFile?.(++done, total));
  if (newsroom === undefined) return { content, problems: read, language: "zh-Hans" };
  const compiled = compileEdition(newsroom, content.binaries, options);
  const all = [...read, ...checkBinaries(content), ...compiled.problems];
  const { language, silence } = newsroom.masthead;
  return {
    content,
    compiled,
    problems: withoutSilenced(all, silence, silences),
    language,
  };
}
