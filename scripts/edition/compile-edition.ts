import type { Place, Problem } from "../report/problem.ts";
import { type Instant, type UrlPath, urlPath } from "../text/brands.ts";
import { checkLoose } from "./check-loose.ts";
import { type CompiledArticle, compileArticle } from "./compile-article.ts";
import { compileRegister, groupings } from "./compile-registers.ts";
import type { Edition, EditionArticle, EditionStandingPage, TopicLife } from "./edition.ts";
import { type Groundwork, groundworkOf } from "./groundwork.ts";
import type { Content } from "./load-content.ts";
import type { LastPublished } from "./lost-addresses.ts";
import { fileId } from "./names.ts";
import { navigationLinks } from "./navigation-links.ts";
import type { Newsroom, WithText } from "./newsroom.ts";
import type { Placement } from "./place-everything.ts";
import type { PlacedRedirect } from "./place-redirects.ts";
import { type PictureUse, type Surroundings, surroundingsOf } from "./resolve-body.ts";
import { usedFiles } from "./used-files.ts";
import { isHidden } from "./visibility.ts";
import { Workbench } from "./workbench.ts";

/** What one build is told: the instant it speaks of, the address it serves, and whether it is a preview. */
export interface EditionOptions {
  readonly asOf: Instant;
  /** Instead of the masthead's; absolute, ending in `/`. */
  readonly address?: string | undefined;
  /** Drafts and embargoed articles are shown, and marked. */
  readonly isPreview: boolean;
  /** What must not be lost. */
  readonly published?: LastPublished | undefined;
}

/** What compiling gives. */
export interface CompiledEdition {
  readonly edition: Edition;
  /** What it stands on, for the next. */
  readonly groundwork: Groundwork;
  readonly problems: readonly Problem[];
  /** Every place of the content, hidden ones included, that shows a picture of ours, by the picture's file. */
  readonly pictureUses: ReadonlyMap<string, readonly Place[]>;
  /** Every article, hidden ones included, and every attachment, used or not: all of them claim their addresses. */
  readonly articles: readonly EditionArticle[];
  readonly attachments: ReadonlyMap<string, UrlPath>;
  /** Every line of `redirects.csv`, those that are passed over too. */
  readonly redirects: readonly PlacedRedirect[];
}

/**
 * Makes one edition of a newsroom: decides what is published, gives it addresses, and finds everything it names.
 *
 * @param last the groundwork of the edition before this one
 */
export function compileEdition(
  newsroom: Newsroom,
  binaries: Content["binaries"],
  options: EditionOptions,
  last?: Groundwork,
): CompiledEdition {
  const { masthead } = newsroom;
  const { isPreview, asOf, address = masthead.address } = options;
  const groundwork = groundworkOf({ newsroom, binaries, asOf, address, isPreview }, last);
  const { placement, columns } = groundwork;
  const { attachments, siteFiles, redirects } = placement;
  const bench = new Workbench(surroundingsOf(newsroom, binaries, placement.book));
  const compiled = compileArticles(groundwork, bench.around);
  const articles = compiled.map(({ article }) => article);
  const groups = byVisibility(articles, isPreview);
  const registers = compileRegisters(newsroom, groups, bench);
  const standingPages = compileStandingPages(newsroom, placement, bench);
  const about = bench.text(newsroom.about, masthead);
  for (const each of newsroom.loose) checkLoose(each, bench);
  const edition: Edition = {
    ...{ asOf, isPreview, masthead, address, about, columns, standingPages, siteFiles },
    articles: groups.listed,
    retracted: groups.retracted,
    expired: groups.expired,
    ...registers,
    navigation: navigationLinks(newsroom, columns, bench),
    lead: bench.listed(masthead.lead, masthead, "lead"),
    pinned: new Map(columns.map(({ folder, column }) => [folder, bench.listed(column.pinned, column, "pinned")])),
    redirects: redirectsOf(groups, placement),
    ...usedFiles({ about, columns, articles: groups, standingPages, registers, attachments }),
  };
  const parts = [groundwork, ...compiled, { problems: bench.problems, pictureUses: bench.around.pictureUses }];
  const problems = parts.flatMap((part) => part.problems);
  const pictureUses = placesOf(parts.flatMap((part) => part.pictureUses));
  return { edition, groundwork, problems, pictureUses, articles, attachments, redirects };
}

/** The articles, in the order they were placed in; those that were compiled before are not compiled anew. */
function compileArticles(
  { placement, columns, compiled, sources }: Groundwork,
  around: Surroundings,
): readonly CompiledArticle[] {
  const byFolder = new Map(columns.map((column) => [column.folder, column]));
  return placement.articles.map((each) => {
    const known = compiled.get(each.text);
    if (known !== undefined) return known;
    const made = compileArticle(each, { around, columns: byFolder, isPreview: sources.isPreview });
    compiled.set(each.text, made);
    return made;
  });
}

/** The places that use a picture, by its file. */
function placesOf(uses: readonly PictureUse[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { file, place } of uses) {
    const known = places.get(file);
    if (known === undefined) places.set(file, [place]);
    else known.push(place);
  }
  return places;
}

function compileStandingPages(
  newsroom: Newsroom,
  { standingPages }: Placement,
  bench: Workbench,
): readonly EditionStandingPage[] {
  const texts = new Map(newsroom.standingPages.map(({ front, body }) => [front.file, body]));
  return standingPages.map(({ page, path }) => ({ page, path, body: bench.text(texts.get(page.file), page) }));
}

/** All that lead on: articles' aliases, then the lines of `redirects.csv`. */
function redirectsOf(groups: ReturnType<typeof byVisibility>, { redirects }: Placement): Edition["redirects"] {
  const { listed, retracted, expired } = groups;
  return [
    ...[...listed, ...retracted, ...expired].flatMap(({ article, path }) =>
      article.aliases.map((alias) => ({ from: urlPath(alias), to: path })),
    ),
    ...redirects.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])),
  ];
}

/** The topics, people and sources that have a page, with their articles. */
function compileRegisters(newsroom: Newsroom, groups: ReturnType<typeof byVisibility>, bench: Workbench) {
  const topics = newsroom.topics.map((topic) => knownTopic(topic, bench));
  const people = newsroom.people.map(({ front, body }) => {
    const life = { person: front, life: bench.text(body, front) };
    return { id: fileId(front.file), name: front.name, standsAlone: true, life };
  });
  const sources = (newsroom.sources ?? []).map(({ id, name, url }) => {
    return { id, name, standsAlone: false, life: { home: url } };
  });
  const isPublished = (path: UrlPath) => bench.around.book.isPublished(path);
  return {
    topics: compileRegister(groupings.topics, topics, groups, isPublished),
    people: compileRegister(groupings.people, people, groups, isPublished),
    sources: compileRegister(groupings.sources, sources, groups, isPublished),
  };
}

function knownTopic({ front, body }: WithText<Newsroom["topics"][number]["front"]>, bench: Workbench) {
  const life: TopicLife = {
    topic: front,
    introduction: bench.text(body, front),
    picture: bench.picture(front.image, front),
    sections: front.sections.map(({ title, articles }, index) => ({
      title,
      articles: bench.listed(articles, front, `sections.${index}.articles`),
    })),
  };
  return { id: fileId(front.file), name: front.title, standsAlone: true, life };
}

/** Articles by what readers may see of them, each group newest first, ties by address. */
function byVisibility(articles: readonly EditionArticle[], isPreview: boolean) {
  const ordered = [...articles].sort(
    (a, b) => b.article.date.instant - a.article.date.instant || (a.path < b.path ? -1 : 1),
  );
  const only = (wanted: EditionArticle["visibility"]) => ordered.filter(({ visibility }) => visibility === wanted);
  return {
    listed: ordered.filter(({ visibility }) => visibility === "published" || (isPreview && isHidden(visibility))),
    retracted: only("retracted"),
    expired: only("expired"),
  };
}
