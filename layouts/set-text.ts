import { type TrustedHtml, trustedHtml } from "../scripts/text/brands.ts";
import { escapeHtml } from "../scripts/text/escape-html.ts";
import { phrasesOf } from "../scripts/text/phrases.ts";
import { setLine, setLines } from "../scripts/text/set-lines.ts";

/** The content of an element, as Preact takes it. */
export interface SetContent {
  readonly dangerouslySetInnerHTML: { readonly __html: TrustedHtml };
}

/** Whether a text in `language` (BCP 47; unknown counts as Chinese) is set by the rules for Chinese lines. */
export function isSetInChinese(language: string | undefined): boolean {
  return language === undefined || language.startsWith("zh");
}

/** A plain line of text, a standfirst or caption, as the content of its element: escaped, its Chinese lines prepared. */
export function setText(text: string, language: string | undefined): SetContent {
  const escaped = trustedHtml(escapeHtml(text));
  return { dangerouslySetInnerHTML: { __html: isSetInChinese(language) ? setLine(escaped) : escaped } };
}

/** A headline as the content of its element: as `setText`, and broken between words only (`<wbr>`; lines.css). */
export function setHeadline(text: string, language: string | undefined): SetContent {
  if (!isSetInChinese(language)) return setText(text, language);
  const pieces = phrasesOf(text).map(escapeHtml);
  return { dangerouslySetInnerHTML: { __html: setLine(trustedHtml(pieces.join("<wbr>"))) } };
}

/** Prose as the content of its element: Chinese lines prepared, its headings broken between words. */
export function setProse(html: TrustedHtml, language: string | undefined): SetContent {
  return { dangerouslySetInnerHTML: { __html: isSetInChinese(language) ? setLines(phraseHeadings(html)) : html } };
}

/** Headings without any mark-up or reference in them, as nearly all are. */
const heading = /(<h([2-6])[^>]*>)([^<&]+)(?=<\/h\2>)/gu;

function phraseHeadings(html: TrustedHtml): TrustedHtml {
  if (!html.includes("</h")) return html;
  return trustedHtml(
    html.replace(heading, (_whole, tag: string, _level, text: string) => tag + phrasesOf(text).join("<wbr>")),
  );
}
