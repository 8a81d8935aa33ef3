import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../report/problem.ts";
import type { Instant } from "../text/brands.ts";
import type { CompiledArticle } from "./compile-article.ts";
import type { EditionColumn } from "./edition.ts";
import type { Content } from "./load-content.ts";
import type { ArticleText, Newsroom } from "./newsroom.ts";
import { type Placement, placeEverything } from "./place-everything.ts";
import { type PictureUse, surroundingsOf } from "./resolve-body.ts";
import { Workbench } from "./workbench.ts";

/** What groundwork is laid from. */
export interface GroundworkSources {
  readonly newsroom: Newsroom;
  readonly binaries: Content["binaries"];
  readonly asOf: Instant;
  /** The site's, as this build serves it; absolute, ending in `/`. */
  readonly address: string;
  readonly isPreview: boolean;
}

/**
 * What an edition stands on: addresses, names and columns. Who corrects a text leaves it as it is, so a preview need not lay it
 * anew after every save, nor compile the other articles.
 */
export interface Groundwork {
  readonly sources: GroundworkSources;
  readonly placement: Placement;
  readonly columns: readonly EditionColumn[];
  readonly problems: readonly Problem[];
  /** Those of the columns. */
  readonly pictureUses: readonly PictureUse[];
  /** The articles that were compiled on it, by their texts. */
  readonly compiled: WeakMap<ArticleText, CompiledArticle>;
}

/** The groundwork of `sources`: `last`, with their texts, where it carries them too. */
export function groundworkOf(sources: GroundworkSources, last?: Groundwork): Groundwork {
  return last !== undefined && carries(last.sources, sources) ? withTexts(last, sources) : laidAnew(sources);
}

function laidAnew(sources: GroundworkSources): Groundwork {
  const { newsroom, binaries } = sources;
  const placement = placeEverything(newsroom, binaries, sources);
  const bench = new Workbench(surroundingsOf(newsroom, binaries, placement.book));
  const columns = compileColumns(newsroom, placement, bench);
  const problems = [...placement.problems, ...bench.problems];
  const { pictureUses } = bench.around;
  return { sources, placement, columns, problems, pictureUses, compiled: new WeakMap() };
}

function compileColumns(newsroom: Newsroom, placement: Placement, bench: Workbench): readonly EditionColumn[] {
  const texts = new Map(newsroom.columns.map(({ front, body }) => [front.file, body]));
  const made = new Map<string, EditionColumn>();
  for (const each of placement.columns) {
    const { column } = each;
    const introduction = bench.text(texts.get(column.file), column);
    const parent = each.parent && made.get(each.parent.folder);
    made.set(each.folder, { ...each, parent, introduction, picture: bench.picture(column.image, column) });
  }
  return [...made.values()];
}

/** `last`, carrying the texts of `sources`. */
function withTexts(last: Groundwork, sources: GroundworkSources): Groundwork {
  const texts = new Map(sources.newsroom.articles.map((text) => [text.article.file, text]));
  const articles = last.placement.articles.map((each) => {
    const text = texts.get(each.text.article.file) ?? each.text;
    return text === each.text ? each : { ...each, text };
  });
  return { ...last, sources, placement: { ...last.placement, articles } };
}

/** True where what was laid for `before` is what would be laid for `after`, but for the texts of articles. */
function carries(before: GroundworkSources, after: GroundworkSources): boolean {
  const { newsroom: was, ...around } = before;
  const { newsroom: is, ...aroundNow } = after;
  const { articles: were, ...others } = was;
  const { articles: are, ...othersNow } = is;
  return (
    were.length === are.length &&
    were.every((text, index) => standsAs(text, are[index])) &&
    // What was not read anew is the same object still, which is told at once.
    isDeepStrictEqual([around, others], [aroundNow, othersNow])
  );
}

/** True where `after` stands where `before` stood, under the same names, and can be linked to as before. */
function standsAs(before: ArticleText, after: ArticleText | undefined): boolean {
  return before === after || (after !== undefined && isDeepStrictEqual(standingOf(before), standingOf(after)));
}

/** What groundwork is laid from of a text: its front matter, its anchors, and the pages it leads to. */
function standingOf({ article, slug, month, ids, body }: ArticleText) {
  return { article, slug, month, ids, anchors: body.anchors, hrefs: body.links.map(({ href }) => href) };
}
