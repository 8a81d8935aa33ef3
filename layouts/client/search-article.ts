import { isInline } from "../../scripts/text/search-plain.ts";

/** An article as its own page shows it. */
export interface FoundArticle {
  /** Below the site's base. */
  readonly path: string;
  readonly headline: string;
  /** ISO 8601, and as it is printed. */
  readonly published: readonly [datetime: string, printed: string];
  /** Authors and source, as one line. */
  readonly credits: string;
  /** Everything that is searched, the headline first, then from the kicker to the editor. */
  readonly fields: readonly string[];
}

/** The pieces of a page that the index is made from (`DESIGN.md`, section 2), in the order in which excerpts are taken. */
const fieldPlaces = [
  ".standfirst",
  ".editors-note",
  ".prose",
  ".note",
  ".kicker",
  ".subtitle",
  ".byline",
  ".source",
  ".editor",
];

/** Reads the page of an article; absent where it is none. */
export function readArticlePage(html: string, path: string): FoundArticle | undefined {
  const article = new DOMParser().parseFromString(html, "text/html").querySelector("article.article");
  const headline = article?.querySelector("h1.headline");
  if (!article || !headline) return undefined;
  const texts = (places: string) => [...article.querySelectorAll(places)].map(textOf).filter((text) => text !== "");
  const time = article.querySelector("time.published");
  return {
    path,
    headline: textOf(headline),
    published: [time?.getAttribute("datetime") ?? "", time?.textContent ?? ""],
    credits: texts(".byline .author, .source").join(" · "),
    fields: [textOf(headline), ...fieldPlaces.flatMap(texts)],
  };
}

/** The text of `element` as `plainText` of the build gives it: a test holds the two together. */
export function textOf(element: Node): string {
  return [...element.childNodes].map(pieceOf).join("").trim();
}

function pieceOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches("rt, rp, .footnote-ref")) return "";
  const inside = [...node.childNodes].map(pieceOf).join("");
  return isInline(node.localName) ? inside : `\n${inside}\n`;
}
