import type { ArticlePage, Frame, Link } from "../../scripts/edition/page.ts";
import { type UrlPath, urlPath } from "../../scripts/text/brands.ts";
import { type CitedArticle, citedArticle } from "../cite/cited-article.ts";
import type { Sheet } from "../document.tsx";
import type { ArticleHead } from "../head/head.tsx";
import { articleJsonLd, breadcrumbJsonLd, jsonLdScript } from "../head/json-ld.ts";
import { enclosing, pageTitle } from "../head/page-title.ts";
import { timeFactor } from "../head/time-factor.ts";
import { Affiliations } from "../parts/affiliations.tsx";
import { AiLabel } from "../parts/ai-label.tsx";
import { Byline } from "../parts/byline.tsx";
import { Contents } from "../parts/contents.tsx";
import { Corrections } from "../parts/corrections.tsx";
import { Editor } from "../parts/editor.tsx";
import { EditorsNote } from "../parts/editors-note.tsx";
import { Headline } from "../parts/headline.tsx";
import { LeadImage } from "../parts/lead-image.tsx";
import { Neighbours } from "../parts/neighbours.tsx";
import { Note } from "../parts/note.tsx";
import { OriginalTitle } from "../parts/original-title.tsx";
import { PassingOn } from "../parts/passing-on.tsx";
import { PrintColophon } from "../parts/print-colophon.tsx";
import { Prose } from "../parts/prose.tsx";
import { PublishedTime } from "../parts/published-time.tsx";
import { qrPath } from "../parts/qr-code.tsx";
import { ReadingTime } from "../parts/reading-time.tsx";
import { Related } from "../parts/related.tsx";
import { Retraction } from "../parts/retraction.tsx";
import { Ribbon } from "../parts/ribbon.tsx";
import { Rights } from "../parts/rights.tsx";
import { SourceLine } from "../parts/source-line.tsx";
import { Standfirst } from "../parts/standfirst.tsx";
import { StandingNotice } from "../parts/standing-notice.tsx";
import { Subjects } from "../parts/subjects.tsx";
import { TextSize } from "../parts/text-size.tsx";
import { wordsIn } from "../words.ts";

/** The article page. */
export function articleSheet(frame: Frame, path: UrlPath, page: ArticlePage): Sheet {
  const column = enclosing(page.breadcrumb, path);
  return {
    kind: "article",
    breadcrumb: page.breadcrumb,
    head: {
      path,
      title: pageTitle(frame, [page.title, column?.title]),
      cardTitle: page.title,
      description: page.description,
      canonical: page.canonical,
      type: "article",
      image: page.leadImage ?? page.card,
      feed: column === undefined ? undefined : { title: column.title, path: urlPath(`${column.path}feed.xml`) },
      isIndexed: page.hidden === undefined,
      article: articleHead(page, column, citedArticle(frame, path, page)),
      jsonLd: jsonLdScript([
        articleJsonLd(frame, path, page),
        breadcrumbJsonLd(frame, page.breadcrumb),
        ...timeFactor(frame, path, page),
      ]),
    },
    main: <Main frame={frame} path={path} page={page} />,
  };
}

/** The order of the pieces is the printed order (DESIGN, section 2). */
function Main(props: { readonly frame: Frame; readonly path: UrlPath; readonly page: ArticlePage }) {
  const { frame, path, page } = props;
  const words = wordsIn(frame.language);
  const cited = citedArticle(frame, path, page);
  const code = qrPath(cited.url);
  return (
    <>
      <article class="article">
        <Ribbon hidden={page.hidden} words={words} />
        <header class="article-head">
          <Headline kicker={page.kicker} title={page.title} subtitle={page.subtitle} language={page.language} />
        </header>
        <div class="article-credits">
          <Byline authors={page.authors} frame={frame} words={words} />
          <p class="credits">
            <PublishedTime published={page.published} updated={page.updated} words={words} />
            <SourceLine sources={page.sources} isReprint={page.isReprint} frame={frame} words={words} />
            <ReadingTime wordCount={page.wordCount} language={cited.language} words={words} />
          </p>
          <OriginalTitle sources={page.sources} words={words} />
          <StandingNotice
            corrections={page.corrections}
            retraction={page.retraction}
            prose={page.prose}
            words={words}
          />
          <TextSize words={words} />
          <Contents prose={page.prose} wordCount={page.wordCount} language={page.language} words={words} />
        </div>
        <LeadImage picture={page.leadImage} frame={frame} />
        <Standfirst standfirst={page.standfirst} language={page.language} />
        <EditorsNote editorsNote={page.editorsNote} words={words} />
        <AiLabel ai={page.ai} words={words} />
        {page.prose === "" ? null : <Prose class="prose" html={page.prose} lang={page.language} />}
        <footer class="article-foot">
          <Affiliations affiliations={page.affiliations} authors={page.authors} words={words} />
          <Note note={page.note} />
          <Corrections corrections={page.corrections} words={words} />
          <Retraction retraction={page.retraction} words={words} />
          <Editor editors={page.editors} words={words} />
          <Rights rights={page.rights} />
          <Subjects topics={page.topics} keywords={page.keywords} frame={frame} words={words} />
          <PassingOn cited={cited} code={code} frame={frame} />
          <PrintColophon published={page.published} url={cited.url} code={code} frame={frame} words={words} />
        </footer>
      </article>
      <Neighbours earlier={page.earlier} later={page.later} frame={frame} words={words} />
      <Related series={page.series} related={page.related} recent={page.recent} frame={frame} words={words} />
    </>
  );
}

function articleHead(page: ArticlePage, column: Link | undefined, cited: CitedArticle): ArticleHead {
  return {
    published: page.published,
    updated: page.updated,
    section: column?.title,
    tags: page.keywords,
    authors: page.authors.map((author) => author.name),
    cited,
  };
}
