import type { ArticlePage, Frame } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { escapeHtml } from "../../scripts/text/escape-html.ts";
import { absolute } from "../href.ts";
import { Affiliations } from "../parts/affiliations.tsx";
import { AiLabel } from "../parts/ai-label.tsx";
import { Byline } from "../parts/byline.tsx";
import { Corrections } from "../parts/corrections.tsx";
import { Editor } from "../parts/editor.tsx";
import { EditorsNote } from "../parts/editors-note.tsx";
import { LeadImage } from "../parts/lead-image.tsx";
import { Note } from "../parts/note.tsx";
import { OriginalTitle } from "../parts/original-title.tsx";
import { Rights } from "../parts/rights.tsx";
import { SourceLine } from "../parts/source-line.tsx";
import { Standfirst } from "../parts/standfirst.tsx";
import { renderHtml } from "../render-html.ts";
import { type Words, wordsIn } from "../words.ts";
import { inlineStyles, paragraphOrSection, styled } from "./inline-styles.ts";
import { LinkNotes } from "./link-notes.ts";
import { plainCopy } from "./plain-copy.ts";
import { wechatHtml } from "./wechat-html.ts";

/** An article as it is pasted into WeChat's editor, which has fields of its own for headline, summary and original. */
export interface WechatArticle {
  readonly title: string;
  readonly summary: string;
  /** The article's address on the published site. */
  readonly address: string;
  readonly html: string;
  /** The same without any mark-up. */
  readonly text: string;
  /** How many there are of each. */
  readonly pictures: number;
  readonly links: number;
  readonly footnotes: number;
}

/**
 * `page` as an article for WeChat (公众号): what it prints, in its order, down to source, editor and copyright notice.
 *
 * @param page with texts whose addresses are absolute
 * @param published the site's address for readers, ending in `/`, where the frame's is a preview's
 */
export function wechatArticle(
  frame: Frame,
  { path, page }: { readonly path: UrlPath; readonly page: ArticlePage },
  published: string,
): WechatArticle {
  const notes = new LinkNotes({ here: absolute(frame, path), printed: frame.address, published });
  const address = published + path.slice(1);
  const text =
    wechatHtml(renderHtml(<Head frame={frame} page={page} />), notes) +
    wechatHtml(page.prose, notes) +
    wechatHtml(renderHtml(<End frame={frame} page={page} />), notes);
  const colophon = wechatHtml(renderHtml(<Colophon frame={frame} page={page} />), notes);
  const words = wordsIn(frame.language);
  const place = styled("p", "foot", escapeHtml(words.printedFrom + readable(address)));
  const html = styled("section", "body", text + notesOf(notes, words) + inlineRule + colophon + place);
  return {
    ...{ title: page.title, summary: page.description, address },
    ...{ html, text: plainCopy(html) },
    ...{ pictures: notes.pictures, links: notes.links.length, footnotes: notes.footnotes.length },
  };
}

interface Printed {
  readonly frame: Frame;
  readonly page: ArticlePage;
}

/** What stands before the text; the headline has a field of its own. */
function Head({ frame, page }: Printed) {
  const words = wordsIn(frame.language);
  return (
    <>
      {page.kicker === undefined ? null : <p class="kicker">{page.kicker}</p>}
      {page.subtitle === undefined ? null : <p class="subtitle">{page.subtitle}</p>}
      <Byline authors={page.authors} frame={frame} words={words} />
      <LeadImage picture={page.leadImage} frame={frame} />
      <Standfirst standfirst={page.standfirst} language={page.language} />
      <EditorsNote editorsNote={page.editorsNote} words={words} />
      <AiLabel ai={page.ai} words={words} />
    </>
  );
}

function End({ frame, page }: Printed) {
  const words = wordsIn(frame.language);
  return (
    <>
      <Affiliations affiliations={page.affiliations} authors={page.authors} words={words} />
      <Note note={page.note} />
      <Corrections corrections={page.corrections} words={words} />
    </>
  );
}

/** Where the text comes from and who answers for it. */
function Colophon({ frame, page }: Printed) {
  const words = wordsIn(frame.language);
  return (
    <>
      <p class="credits">
        <SourceLine sources={page.sources} isReprint={page.isReprint} frame={frame} words={words} />
      </p>
      <OriginalTitle sources={page.sources} words={words} />
      <Editor editors={page.editors} words={words} />
      <Rights rights={page.rights} />
    </>
  );
}

function notesOf({ footnotes, links }: LinkNotes, words: Words): string {
  return [
    ...(footnotes.length === 0 ? [] : [styled("p", "subheading", words.footnotes)]),
    ...footnotes.map((note) => paragraphOrSection("notes", note)),
    ...(links.length === 0 ? [] : [styled("p", "subheading", words.linkNotes)]),
    ...links.map(({ address, words: said }, index) =>
      styled("p", "notes", `[${index + 1}] ${said} ${readable(address)}`),
    ),
  ].join("");
}

/** `address` with its characters beyond ASCII as people write them, unless one of them cannot be seen. */
function readable(address: string): string {
  return address.replaceAll(/(?:%[89a-f][0-9a-f])+/giu, (encoded) => {
    try {
      const decoded = decodeURIComponent(encoded);
      return /[\p{C}\p{Z}]/u.test(decoded) ? encoded : decoded;
    } catch {
      return encoded;
    }
  });
}

const inlineRule = `<hr style="${inlineStyles.rule}">`;
