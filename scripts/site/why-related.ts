import { furtherReading } from "../edition/article-page.ts";
import type { Edition, EditionArticle } from "../edition/edition.ts";
import { textKeys } from "../edition/fill-text.ts";
import { PageMaker } from "../edition/page-maker.ts";
import { mostNeighbours, RelatedMemory } from "../edition/related/related-memory.ts";
import { sharedTerms } from "../edition/related/shared-terms.ts";
import type { Terms } from "../edition/related/terms.ts";
import { compileRelatedLists, relatedSources } from "../edition/related-lists.ts";
import { TextShelf } from "../edition/text-shelf.ts";
import type { Problem } from "../report/problem.ts";
import type { Progress } from "../report/progress.ts";
import { Shelves } from "../store/shelves.ts";
import type { Language } from "../text/language.ts";
import { type CheckOptions, checkingSession } from "./check-content.ts";

/** What put an article on a related list. */
export type RelatedRule = "pinned" | "series" | "alike" | "recent";

/** One article of a related list, and why it is there. */
export interface RelatedReason {
  readonly title: string;
  readonly path: string;
  readonly rule: RelatedRule;
  /** How alike both are, 1 for the same text; more for a shared column, topics and nearness in time. Absent where that did not count. */
  readonly score?: number;
  /** What both speak of, the most telling first. */
  readonly terms: readonly string[];
}

/** The related list of one article, explained. */
export interface WhyRelated {
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** In printed order; absent where no listed article is in that file. */
  readonly reasons?: readonly RelatedReason[];
}

const termsShown = 8;

/** Explains the related list of the article in `file`, a path below the content folder. */
export async function whyRelated(options: CheckOptions, file: string, progress: Progress): Promise<WhyRelated> {
  const shelves = new Shelves(options.cache);
  const { session, close } = checkingSession(options, shelves, progress);
  try {
    const { plan, problems, language, content } = await session.check(options, options.nowMs);
    const { edition } = plan;
    const index = edition.articles.findIndex(({ article }) => article.file === file);
    const each = edition.articles[index];
    if (each === undefined) return { problems, language };
    const texts = new TextShelf(shelves);
    const termsOf = (article: EditionArticle) => texts.terms(article);
    const memory = new RelatedMemory(shelves, options.program.code.reading);
    const related = await compileRelatedLists(edition, { memory, termsOf });
    const maker = new PageMaker(plan, { pictures: new Map(), related, printText: textKeys });
    const lists = furtherReading(each, maker);
    const text = content.ids.load(file).bytes.toString();
    const likeness = await likenessIn(edition, { index, text, termsOf });
    const reason = (rule: RelatedRule) => (teaser: { readonly title: string; readonly path: string }) => ({
      title: teaser.title,
      path: teaser.path,
      rule: rule === "alike" && each.pinned.some((path) => path === teaser.path) ? "pinned" : rule,
      ...(rule === "recent" ? { terms: [] } : likeness(teaser.path)),
    });
    const reasons: readonly RelatedReason[] = [
      ...lists.series.map(reason("series")),
      ...lists.related.map(reason("alike")),
      ...lists.recent.map(reason("recent")),
    ];
    return { problems, language, reasons };
  } finally {
    await close();
  }
}

interface Explained {
  readonly index: number;
  readonly text: string;
  readonly termsOf: (article: EditionArticle) => Terms;
}

async function likenessIn(edition: Edition, { index, text, termsOf }: Explained) {
  const { relate } = await import("../edition/related/related-articles.ts");
  const { neighbours, scores, state } = relate(relatedSources(edition, termsOf), mostNeighbours);
  return (path: string): Pick<RelatedReason, "score" | "terms"> => {
    const other = edition.articles.findIndex((article) => article.path === path);
    const row = neighbours.subarray(index * mostNeighbours, (index + 1) * mostNeighbours);
    const place = row.indexOf(other);
    const score = place === -1 ? {} : { score: (scores[index * mostNeighbours + place] ?? 0) / 1e6 };
    return { ...score, terms: sharedTerms(state, [index, other], { text, most: termsShown }) };
  };
}
