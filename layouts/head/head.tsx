import type { Frame, Link, Picture, PrintedTime } from "../../scripts/edition/page.ts";
import { type TrustedHtml, type UrlPath, urlPath } from "../../scripts/text/brands.ts";
import type { CitedArticle } from "../cite/cited-article.ts";
import { absolute, absolutePicture, href } from "../href.ts";
import type { Words } from "../words.ts";

/** What one page says about itself to browsers, search engines and cards. */
export interface HeadProps {
  readonly path: UrlPath;
  /** As windows, search results and bookmarks show it. */
  readonly title: string;
  /** As cards show it: without column and publication. */
  readonly cardTitle: string;
  /** Plain text; empty for none. */
  readonly description: string;
  /** Absolute; the page's own address where nothing else is said. */
  readonly canonical?: string | undefined;
  readonly type: "website" | "article" | "profile";
  readonly image?: Picture | undefined;
  /** The column's feed; `title` is the column's. The site's own feeds are on every page. */
  readonly feed?: Link | undefined;
  readonly isIndexed: boolean;
  readonly previous?: UrlPath | undefined;
  readonly next?: UrlPath | undefined;
  readonly article?: ArticleHead | undefined;
  /** Finished data blocks, each in its own `script` element. */
  readonly jsonLd: TrustedHtml;
  /** A script of this page alone. */
  readonly script?: UrlPath | undefined;
}

/** What Open Graph and the scholars' indexes ask of articles. */
export interface ArticleHead {
  readonly published: PrintedTime;
  readonly updated?: PrintedTime | undefined;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly cited: CitedArticle;
}

/** The part of `head` that every page of an edition has in common. */
export function CommonHead({ frame, words }: { readonly frame: Frame; readonly words: Words }) {
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={frame.policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <meta name="referrer" content="strict-origin-when-cross-origin" />
      <script src={href(frame, frame.choicesScript)} />
      <link rel="stylesheet" href={href(frame, frame.stylesheet)} />
      {frame.headlineFace === undefined ? null : <link rel="stylesheet" href={href(frame, frame.headlineFace)} />}
      <script type="module" src={href(frame, frame.controlsScript)} />
      {frame.icon === undefined ? null : <link rel="icon" href={href(frame, frame.icon)} />}
      <FeedLink
        href={href(frame, urlPath("/feed.xml"))}
        type="application/atom+xml"
        title={words.feedOf(frame.title)}
      />
      <FeedLink
        href={href(frame, urlPath("/feed.json"))}
        type="application/feed+json"
        title={words.feedOf(frame.title)}
      />
      <meta property="og:site_name" content={frame.title} />
      <meta property="og:locale" content={words.locale} />
    </>
  );
}

/** The part of `head` that is this page's alone. */
export function Head({
  frame,
  words,
  head,
}: {
  readonly frame: Frame;
  readonly words: Words;
  readonly head: HeadProps;
}) {
  const { article, description, feed, previous, next } = head;
  const image = head.image ?? (head.isIndexed ? frame.card : undefined);
  const own = absolute(frame, head.path);
  return (
    <>
      <title>{head.title}</title>
      {description === "" ? null : <meta name="description" content={description} />}
      <meta name="robots" content={head.isIndexed ? "max-image-preview:large" : "noindex"} />
      {head.isIndexed ? <link rel="canonical" href={head.canonical ?? own} /> : null}
      {previous === undefined ? null : <link rel="prev" href={href(frame, previous)} />}
      {next === undefined ? null : <link rel="next" href={href(frame, next)} />}
      {feed === undefined ? null : (
        <FeedLink href={href(frame, feed.path)} type="application/atom+xml" title={words.feedOf(feed.title)} />
      )}
      <meta property="og:title" content={head.cardTitle} />
      <meta property="og:type" content={head.type} />
      <meta property="og:url" content={own} />
      {description === "" ? null : <meta property="og:description" content={description} />}
      {image === undefined ? null : <CardImage frame={frame} image={image} />}
      <meta name="twitter:card" content={image === undefined ? "summary" : "summary_large_image"} />
      {article === undefined ? null : <ArticleTags article={article} />}
      {head.script === undefined ? null : <script type="module" src={href(frame, head.script)} />}
    </>
  );
}

function FeedLink(props: { readonly href: string; readonly type: string; readonly title: string }) {
  return <link rel="alternate" type={props.type} title={props.title} href={props.href} />;
}

function CardImage({ frame, image }: { readonly frame: Frame; readonly image: Picture }) {
  return (
    <>
      <meta property="og:image" content={absolutePicture(frame, image.src)} />
      {image.width === undefined ? null : <meta property="og:image:width" content={String(image.width)} />}
      {image.height === undefined ? null : <meta property="og:image:height" content={String(image.height)} />}
      {image.alt === "" ? null : <meta property="og:image:alt" content={image.alt} />}
    </>
  );
}

function ArticleTags({ article }: { readonly article: ArticleHead }) {
  const { published, updated, section, tags, authors } = article;
  return (
    <>
      {authors.length === 0 ? null : <meta name="author" content={authors.join(", ")} />}
      <meta property="article:published_time" content={published.datetime} />
      {updated === undefined ? null : <meta property="article:modified_time" content={updated.datetime} />}
      {section === undefined ? null : <meta property="article:section" content={section} />}
      {tags.map((tag) => (
        <meta property="article:tag" content={tag} />
      ))}
      <CitationTags cited={article.cited} />
    </>
  );
}

/** Highwire's tags, from which Google Scholar and Zotero take a reference (Google Scholar, "Inclusion Guidelines", indexing). */
function CitationTags({ cited }: { readonly cited: CitedArticle }) {
  return (
    <>
      <meta name="citation_title" content={cited.title} />
      {cited.authors.map(({ name }) => (
        <meta name="citation_author" content={name} />
      ))}
      <meta name="citation_publication_date" content={cited.published.replaceAll("-", "/")} />
      <meta name="citation_journal_title" content={cited.publication} />
      <meta name="citation_language" content={cited.language} />
      <meta name="citation_fulltext_html_url" content={cited.url} />
    </>
  );
}
