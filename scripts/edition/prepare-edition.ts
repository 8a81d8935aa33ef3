import type { Problem } from "../report/problem.ts";
import type { Language } from "../text/language.ts";
import { checkBinaries } from "./check-binaries.ts";
import { claimAddresses } from "./claim-addresses.ts";
import { type CompiledEdition, compileEdition, type EditionOptions } from "./compile-edition.ts";
import { type Content, loadContent } from "./load-content.ts";
import { PageMaker } from "./page-maker.ts";
import { pagesOf } from "./pages-of.ts";
import { readNewsroom } from "./read-newsroom.ts";
import { withoutSilenced } from "./silence.ts";

/** A content folder, read, checked and compiled; what is wrong with it, but for its pictures. */
export interface PreparedEdition {
  /** Where files are loaded from, when they are wanted. */
  readonly content: Pick<Content, "root">;
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
  const { newsroom, isComplete, problems: read, silences } = readNewsroom(content, () => onFile?.(++done, total));
  const compiled = compileEdition(newsroom, content.binaries, options);
  const all = [...read, ...checkBinaries(content), ...compiled.problems, ...clashes(compiled)];
  const { language, silence } = newsroom.masthead;
  const problems = withoutSilenced(all, silence, silences);
  return { content: { root }, problems, language, ...(isComplete ? { compiled } : {}) };
}

/** Two things at one address. Which pages there are needs neither pictures nor related lists. */
function clashes({ edition, articles, attachments }: CompiledEdition): readonly Problem[] {
  const { columns, standingPages, siteFiles } = edition;
  const pages = pagesOf(new PageMaker(edition, new Map(), new Map()));
  return claimAddresses({ pages, columns, standingPages, articles, siteFiles, attachments });
}
