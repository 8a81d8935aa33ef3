import { furtherReading } from "../edition/article-page.ts";
import type { EditionArticle } from "../edition/edition.ts";
import { textKeys } from "../edition/fill-text.ts";
import { PageMaker } from "../edition/page-maker.ts";
import { mostNeighbours, RelatedMemory } from "../edition/related/related-memory.ts";
import { sharedTerms } from "../edition/related/shared-terms.ts";
import { compileRelatedLists, relatedSources } from "../edition/related-lists.ts";
import { TextShelf } from "../edition/text-shelf.ts";
import type { Problem } from "../report/problem.ts";
import type { Progress } from "../report/progress.ts";
import { Shelves } from "../store/shelves.ts";
import type { Language } from "../text/language.ts";
import { type CheckOptions, checkingSession } from "./check-content.ts";
import type { SiteMatter } from "./site.ts";

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

/** What a related list is explained from: an edition whose lists have been compiled. */
export type RelatedMatter = Pick<SiteMatter, "content" | "maker" | "memory" | "termsOf">;

/** Explains the related list of the article in `file`, a path below the content folder. */
export async function whyRelated(options: CheckOptions, file: string, progress: Progress): Promise<WhyRelated> {
  const shelves = new Shelves(options.cache);
  const { session, close } = checkingSession(options, shelves, progress);
  try {
    const { plan, problems, language, content } = await session.check(options, options.nowMs);
    const each = plan.edition.articles.find(({ article }) => article.file === file);
    if (each === undefined) return { problems, language };
    const texts = new TextShelf(shelves);
    const termsOf = (article: EditionArticle) => texts.terms(article);
    const memory = new RelatedMemory(shelves, options.program.code.reading);
    const related = await compileRelatedLists(plan.edition, { memory, termsOf });
    const maker = new PageMaker(plan, { pictures: new Map(), related, printText: textKeys });
    return { problems, language, reasons: await explainRelated(each, { content, maker, memory, termsOf }) };
  } finally {
    await close();
  }
}

/** Why each article is on the related list of `each`, a listed article, in printed order. */
export async function explainRelated(each: EditionArticle, matter: RelatedMatter): Promise<readonly RelatedReason[]> {
  const { series, related, recent } = furtherReading(each, matter.maker);
  if (series.length + related.length + recent.length === 0) return [];
  const likeness = await likenessTo(each, matter);
  const reason = (rule: RelatedRule) => (teaser: { readonly title: string; readonly path: string }) => ({
    title: teaser.title,
    path: teaser.path,
    rule: rule === "alike" && each.pinned.some((path) => path === teaser.path) ? "pinned" : rule,
    ...(rule === "recent" ? { terms: [] } : likeness(teaser.path)),
  });
  return [...series.map(reason("series")), ...related.map(reason("alike")), ...recent.map(reason("recent"))];
}

/** How alike another article is to `each`, by its address. */
async function likenessTo(each: EditionArticle, { content, maker, memory, termsOf }: RelatedMatter) {
  const { edition } = maker;
  const index = edition.articles.indexOf(each);
  const { neighbours, scores, state } = await memory.compared(relatedSources(edition, termsOf));
  const sharedWith = sharedTerms(state, index, content.ids.load(each.article.file).bytes.toString());
  return (path: string): Pick<RelatedReason, "score" | "terms"> => {
    const other = edition.articles.findIndex((article) => article.path === path);
    const row = neighbours.subarray(index * mostNeighbours, (index + 1) * mostNeighbours);
    const place = row.indexOf(other);
    const score = place === -1 ? {} : { score: (scores[index * mostNeighbours + place] ?? 0) / 1e6 };
    return { ...score, terms: sharedWith(other).slice(0, termsShown) };
  };
}
