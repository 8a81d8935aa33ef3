import type { ArticlePage, Frame, Link, Picture, PrintedSource } from "../../scripts/edition/page.ts";
import { type TrustedHtml, trustedHtml, type UrlPath } from "../../scripts/text/brands.ts";
import { absolute, absolutePicture } from "../href.ts";

const context = "https://schema.org";

/**
 * The article page as schema.org's `NewsArticle`: what the page prints, and nothing it does not print.
 *
 * Fields without a value are `undefined` and vanish when written. A retracted article says so (`creativeWorkStatus`, and
 * the notice as a `correction`), and loses its description and pictures, and its length unless the body stays.
 * The rights are the owner's (`copyrightHolder`), or of a reprint its source's; a reprint names the original too (`isBasedOn`).
 *
 * @param path the article's own address; `page.canonical` may be the original's
 */
export function articleJsonLd(frame: Frame, path: UrlPath, page: ArticlePage): object {
  const url = absolute(frame, path);
  return {
    "@context": context,
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    headline: page.title,
    alternativeHeadline: oneOrAll([page.kicker, page.subtitle].filter((line) => line !== undefined)),
    ...summaryOf(frame, page),
    inLanguage: page.language ?? frame.language,
    articleSection: sectionOf(page.breadcrumb, path),
    keywords: filled(page.keywords),
    about: filled(
      page.topics.map((topic) => ({ "@type": "Thing", name: topic.title, url: absolute(frame, topic.path) })),
    ),
    datePublished: page.published.datetime,
    dateModified: page.updated?.datetime,
    author: filled(page.authors.map((author) => authorOf(frame, author))),
    editor: filled(page.editors.map((name) => ({ "@type": "Person", name }))),
    publisher: publisherOf(frame),
    copyrightNotice: page.rights || undefined,
    ...originOf(page, frame),
    correction: filled(correctionsOf(page, url)),
    creativeWorkStatus: page.retraction === undefined ? undefined : "Retracted",
    digitalSourceType: digitalSourceTypes[page.ai],
  };
}

/** The way to the page, as schema.org's `BreadcrumbList`: the publication first, the page's column last. */
export function breadcrumbJsonLd(frame: Frame, breadcrumb: readonly Link[]): object {
  return {
    "@context": context,
    "@type": "BreadcrumbList",
    itemListElement: breadcrumb.map((link, place) => ({
      "@type": "ListItem",
      position: place + 1,
      name: link.title,
      item: absolute(frame, link.path),
    })),
  };
}

/**
 * A data block for each of `values`; nothing for none.
 *
 * `<`, `>`, `&` and the line ends U+2028 and U+2029 are written as JSON escapes, so that no text can end the element
 * or begin a comment in it (HTML standard, 4.12.1.3). A data block is not run, and passes a policy without inline scripts.
 */
export function jsonLdScript(values: readonly object[]): TrustedHtml {
  return trustedHtml(
    values.map((value) => `<script type="application/ld+json">${escapedJson(value)}</script>`).join(""),
  );
}

function escapedJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The labels a page prints for machine-made text, in IPTC's terms; no label, no term. */
const digitalSourceTypes = {
  none: undefined,
  assisted: `${context}/CompositeWithTrainedAlgorithmicMediaDigitalSource`,
  generated: `${context}/TrainedAlgorithmicMediaDigitalSource`,
} as const;

function summaryOf(frame: Frame, page: ArticlePage): object {
  const isWithdrawn = page.retraction !== undefined;
  return {
    description: isWithdrawn ? undefined : page.description || undefined,
    image: isWithdrawn ? undefined : oneOrAll(picturesOf(page).map((picture) => imageOf(frame, picture))),
    wordCount: isWithdrawn && page.prose === "" ? undefined : page.wordCount,
  };
}

/** The lead picture, then those of the body, each once; where there is none, the card. */
function picturesOf({ leadImage, figures = [], card }: ArticlePage): readonly Picture[] {
  const all = [leadImage, ...figures].filter((picture) => picture !== undefined);
  if (all.length === 0) return card === undefined ? [] : [card];
  return all.filter(({ src }, index) => all.findIndex((other) => other.src === src) === index);
}

function imageOf(frame: Frame, picture: Picture): object {
  return {
    "@type": "ImageObject",
    url: absolutePicture(frame, picture.src),
    width: picture.width,
    height: picture.height,
    caption: picture.caption,
    creditText: picture.credit,
  };
}

/** The innermost column: the last of the breadcrumb that is neither the front page nor the article itself. */
function sectionOf(breadcrumb: readonly Link[], path: UrlPath): string | undefined {
  return breadcrumb.findLast((link) => link.path !== "/" && link.path !== path)?.title;
}

function authorOf(frame: Frame, author: ArticlePage["authors"][number]): object {
  const affiliation = author.affiliation === undefined ? undefined : organization(author.affiliation);
  const url = absolute(frame, author.path);
  if (author.isOrganization) return { ...organization(author.name), url, parentOrganization: affiliation };
  return { "@type": "Person", name: author.name, url, jobTitle: author.role, affiliation };
}

function publisherOf(frame: Frame): object {
  return {
    "@type": "NewsMediaOrganization",
    name: frame.title,
    url: frame.address,
    logo: frame.logo === undefined ? undefined : { "@type": "ImageObject", url: absolute(frame, frame.logo) },
    parentOrganization: frame.owner === frame.title ? undefined : organization(frame.owner),
  };
}

function originOf(page: ArticlePage, frame: Frame): object {
  if (!page.isReprint) return { copyrightHolder: organization(frame.owner) };
  const originals = page.sources.filter((source) => !source.isOwn);
  const holders = originals.map(sourceOrganization);
  return {
    isBasedOn: oneOrAll(originals.map((source) => originalOf(source, page.title))),
    copyrightHolder: oneOrAll(holders),
    sourceOrganization: oneOrAll(holders),
  };
}

function originalOf(source: PrintedSource, title: string): object {
  return {
    "@type": "CreativeWork",
    name: source.originalTitle ?? title,
    url: source.url,
    archivedAt: source.archive,
    datePublished: source.date?.datetime,
    pagination: source.page,
    publisher: sourceOrganization(source),
  };
}

function sourceOrganization(source: PrintedSource): object {
  return { ...organization(source.name), url: source.home };
}

function correctionsOf(page: ArticlePage, url: string): readonly object[] {
  const comment = (time: string, text: string) => ({
    "@type": "CorrectionComment",
    text,
    datePublished: time,
    correctedWork: { "@id": url },
  });
  const notices = page.corrections.map((correction) => comment(correction.time.datetime, correction.text));
  if (page.retraction === undefined) return notices;
  return [...notices, comment(page.retraction.time.datetime, page.retraction.reason)];
}

function organization(name: string): { readonly "@type": "Organization"; readonly name: string } {
  return { "@type": "Organization", name };
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** schema.org lets one value stand without a list around it. */
function oneOrAll<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length > 1 ? list : list[0];
}
