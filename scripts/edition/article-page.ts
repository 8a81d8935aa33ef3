import { type TrustedHtml, trustedHtml } from "../text/brands.ts";
import { articleCard, cardPicture } from "./cards.ts";
import type { EditionArticle } from "./edition.ts";
import { bodyPictures, printedPicture } from "./fill-text.ts";
import { updatedMoment } from "./last-changes.ts";
import { neighboursOf } from "./neighbours.ts";
import type { ArticlePage, PrintedTime } from "./page.ts";
import type { PageMaker } from "./page-maker.ts";
import { isHidden } from "./visibility.ts";

/** What the page of `each` prints. A retracted article keeps headline, byline, date and notice, no more (DESIGN section 1). */
export function articlePage(each: EditionArticle, maker: PageMaker): ArticlePage {
  const { article, column, visibility } = each;
  const { asOf, masthead } = maker.edition;
  const retracted = visibility === "retracted" ? article.retracted : undefined;
  const isWhole = retracted === undefined;
  const reading = isWhole ? furtherReading(each, maker) : { series: [], related: [], recent: [] };
  return {
    breadcrumb: maker.columnBreadcrumb(column),
    title: article.title,
    kicker: article.kicker,
    subtitle: article.subtitle,
    language: article.language === masthead.language ? undefined : article.language,
    authors: each.authors,
    published: each.published,
    updated: updatedTime(each, maker),
    sources: each.sources,
    isReprint: each.isReprint,
    card: cardPicture(articleCard(maker.edition, each)),
    leadImage: isWhole ? printedPicture(each.leadImage, maker.pictures) : undefined,
    figures: isWhole ? bodyPictures(each.body, maker.pictures) : undefined,
    standfirst: isWhole ? each.standfirst : undefined,
    description: retracted?.reason ?? each.excerpt,
    editorsNote: isWhole ? maker.htmlOrNothing(each.editorsNote) : undefined,
    prose: isWhole || retracted?.keepBody ? maker.html(each.body) : noHtml,
    affiliations: isWhole ? affiliations(each) : [],
    note: isWhole ? maker.htmlOrNothing(each.note) : undefined,
    corrections: article.corrections
      .filter(({ date }) => date.instant <= asOf)
      .toSorted((a, b) => a.date.instant - b.date.instant)
      .map(({ date, text }) => ({ time: maker.time(date), text })),
    retraction: retracted && {
      time: maker.time(retracted.date),
      reason: retracted.reason,
    },
    ai: article.ai,
    editors: article.editor,
    rights: rightsNotice(each, maker),
    keywords: isWhole ? article.keywords : [],
    topics: isWhole ? each.topics : [],
    ...reading,
    ...neighboursOf(maker.edition, each),
    canonical: each.sources.find(({ url }) => url !== undefined && each.isReprint)?.url ?? maker.absolute(each.path),
    wordCount: isWhole || retracted?.keepBody ? each.wordCount : 0,
    hidden: isHidden(visibility) ? visibility : undefined,
  };
}

const noHtml: TrustedHtml = trustedHtml("");

function updatedTime(each: EditionArticle, maker: PageMaker): PrintedTime | undefined {
  const moment = updatedMoment(each, maker.edition.asOf);
  return moment && maker.time(moment);
}

/** The related articles, filled up with the column's newest where there are few; `related: none` leaves all out. */
export function furtherReading(
  each: EditionArticle,
  maker: PageMaker,
): Pick<ArticlePage, "series" | "related" | "recent"> {
  const limit = maker.edition.masthead.related;
  if (each.article.related.none || limit === 0) return { series: [], related: [], recent: [] };
  const { series, related } = maker.related.get(each.path) ?? { series: [], related: [] };
  const listed = [...series, ...related];
  const isFree = (other: EditionArticle) =>
    other.path !== each.path && !listed.includes(other.path) && !each.blocked.has(other.path);
  const room = Math.max(0, limit - listed.length);
  const newest = room === 0 ? [] : maker.newestOf(each.column, limit * 2 + each.blocked.size + 1);
  return {
    series: maker.teasersAt(series),
    related: maker.teasersAt(related),
    recent: newest
      .filter(isFree)
      .slice(0, room)
      .map((other) => maker.teaser(other)),
  };
}

/** Authors' affiliations in byline order, each once; none where the body's last line already gives them. */
function affiliations({ authors, namesAuthors }: EditionArticle): readonly string[] {
  return namesAuthors ? [] : [...new Set(authors.flatMap(({ affiliation }) => affiliation ?? []))];
}

/** The notice that follows from the source, `{source}` and `{owner}` filled in. */
function rightsNotice({ isReprint, sources, sourceRights }: EditionArticle, { edition }: PageMaker): string {
  const { rights, owner } = edition.masthead;
  const notice = sourceRights ?? (isReprint ? rights?.reprint : rights?.own) ?? "";
  const names = sources.map(({ name }) => name).join(edition.masthead.language === "en" ? ", " : "、");
  return notice.replaceAll("{source}", () => names).replaceAll("{owner}", () => owner);
}
