import type { Instant, UrlPath } from "../text/brands.ts";
import { compileRegister, groupings, type Known } from "./compile-registers.ts";
import type { Edition, EditionArticle, Register, ResolvedBody, ResolvedLink } from "./edition.ts";
import type { TextPrinter } from "./fill-text.ts";
import { isHidden } from "./visibility.ts";

/** Which of a preview's articles are taken as published, and when. */
export interface Publication {
  readonly asOf: Instant;
  /** Asked for every article that the preview lists, hidden ones included. */
  readonly isShown: (article: EditionArticle) => boolean;
}

/** An edition as a build would publish it, and how its texts are printed. */
export interface PublishedEdition {
  readonly edition: Edition;
  /** `print` with links to what is not published as plain text. */
  readonly printText: (print: TextPrinter) => TextPrinter;
}

/**
 * What a build would publish of a preview's edition if just the articles `isShown` were out.
 *
 * It gives the pages that compiling the same content would give, at the preview's address and without reading or resolving
 * anything anew; what is published besides pages (pictures, attachments) is as in the preview.
 */
export function publishedEdition(preview: Edition, { asOf, isShown }: Publication): PublishedEdition {
  const hidden = new Set(preview.articles.filter((each) => !isShown(each)).map(({ path }) => path));
  const isOut = (path: UrlPath) => !hidden.has(path);
  const articles = preview.articles.filter(({ path }) => isOut(path)).map((each) => asPublished(each, isOut));
  const { retracted, expired } = preview;
  const groups = { listed: articles, retracted, expired };
  const used = (name: keyof typeof groupings) => usedOnlyByHidden(preview.articles, articles, name);
  const edition: Edition = {
    ...preview,
    asOf,
    isPreview: false,
    articles,
    topics: compileRegister(groupings.topics, knownOf(preview.topics, true), groups, used("topics")),
    people: compileRegister(groupings.people, knownOf(preview.people, true), groups, used("people")),
    sources: compileRegister(groupings.sources, knownOf(preview.sources, false), groups, used("sources")),
    lead: preview.lead.filter(isOut),
    redirects: preview.redirects.filter(({ to }) => isOut(to)),
  };
  return { edition, printText: (print) => (text, filling) => print(withoutLinks(text, isOut), filling) };
}

function asPublished(each: EditionArticle, isOut: (path: UrlPath) => boolean): EditionArticle {
  if (!isHidden(each.visibility) && each.pinned.every(isOut)) return each;
  return { ...each, visibility: "published", pinned: each.pinned.filter(isOut) };
}

/** The names of a register that have a file; without one they are known by their articles alone. */
function knownOf<Life>(registers: readonly Register<Life>[], standsAlone: boolean): readonly Known<Life>[] {
  return registers.flatMap(({ id, name, life }) => (life === undefined ? [] : [{ id, name, life, standsAlone }]));
}

/** Tells pages that stand by themselves from those that only hidden articles use. */
function usedOnlyByHidden(
  all: readonly EditionArticle[],
  shown: readonly EditionArticle[],
  name: keyof typeof groupings,
): (path: UrlPath) => boolean {
  const { links } = groupings[name];
  const pathsOf = (articles: readonly EditionArticle[]) =>
    new Set(articles.flatMap((each) => links(each).map(({ path }) => path)));
  const usedAtAll = pathsOf(all);
  const linked = new Set(
    shown.flatMap(({ body }) => body.links.flatMap((link) => (link.kind === "own" ? link.path : []))),
  );
  return (path) => linked.has(path) || !usedAtAll.has(path);
}

function withoutLinks(text: ResolvedBody, isOut: (path: UrlPath) => boolean): ResolvedBody {
  const leadsOut = (link: ResolvedLink) => link.kind !== "own" || isOut(link.path);
  if (text.links.every(leadsOut)) return text;
  return { ...text, links: text.links.map((link) => (leadsOut(link) ? link : { kind: "none" })) };
}
