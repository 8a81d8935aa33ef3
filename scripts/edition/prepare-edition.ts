import type { Problem } from "../report/problem.ts";
import { hasErrors } from "../report/render-report.ts";
import type { Language } from "../text/language.ts";
import type { AddressBook } from "./address-book.ts";
import { cardWarnings } from "./cards.ts";
import { checkBinaries } from "./check-binaries.ts";
import { claimAddresses } from "./claim-addresses.ts";
import { type CompiledEdition, compileEdition, type EditionOptions } from "./compile-edition.ts";
import type { Groundwork } from "./groundwork.ts";
import type { Content } from "./load-content.ts";
import { loadReadings, type ReadingDesk } from "./load-readings.ts";
import { lostAddresses } from "./lost-addresses.ts";
import type { PlannedPage } from "./page.ts";
import { PagePlan } from "./page-plan.ts";
import { pagesOf } from "./pages-of.ts";
import { readNewsroom } from "./read-newsroom.ts";
import { withoutSilenced } from "./silence.ts";

/** A content folder, read, checked and compiled; what is wrong with it, but for its pictures. */
export interface PreparedEdition {
  /** Absent without a readable masthead. */
  readonly compiled?: CompiledEdition;
  readonly plan: PagePlan;
  /** Every page of the edition. */
  readonly pages: readonly PlannedPage[];
  readonly problems: readonly Problem[];
  /** In which reports are printed: the masthead's. */
  readonly language: Language;
}

/**
 * The way from files to an edition: read, compile. Whatever is wrong anywhere is in `problems`, all at once,
 * save what editors have silenced.
 *
 * @param options with `last`, the groundwork of the edition before this one, where there was one
 * @param onFile called after every file read, for progress
 */
export async function prepareEdition(
  content: Content,
  options: EditionOptions & { readonly desk: ReadingDesk; readonly last?: Groundwork | undefined },
  onFile?: (done: number, total: number) => void,
): Promise<PreparedEdition> {
  let done = 0;
  const total = content.manuscripts.length;
  const readings = await loadReadings(content, options.desk, () => onFile?.(++done, total));
  const { newsroom, isComplete, problems: read, silences } = readNewsroom(content, readings);
  const compiled = compileEdition(newsroom, content.binaries, options, options.last);
  const plan = new PagePlan(compiled.edition);
  const pages = pagesOf(plan);
  const all = [
    ...read,
    ...checkBinaries(content),
    ...compiled.problems,
    ...cardWarnings(compiled.edition),
    ...clashes(compiled, pages),
  ];
  // With errors elsewhere an address may seem lost that is not.
  if (options.published !== undefined && isComplete && !hasErrors(all))
    all.push(...lostAddresses(options.published, pages, compiled.articles));
  const { language, silence } = newsroom.masthead;
  const problems = withoutSilenced(all, silence, silences);
  return { plan, pages, problems, language, ...(isComplete ? { compiled } : {}) };
}

/** By the address book of the groundwork, on which alone it depends what has which address. */
const knownClashes = new WeakMap<AddressBook, readonly Problem[]>();

/** Two things at one address. */
function clashes(
  { edition, groundwork, articles, attachments, redirects }: CompiledEdition,
  pages: readonly PlannedPage[],
): readonly Problem[] {
  const { book } = groundwork.placement;
  const known = knownClashes.get(book);
  if (known !== undefined) return known;
  const { columns, standingPages, siteFiles } = edition;
  const found = claimAddresses({ pages, columns, standingPages, articles, siteFiles, attachments, redirects });
  knownClashes.set(book, found);
  return found;
}
