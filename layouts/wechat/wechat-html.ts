import { type HtmlElement, type HtmlNode, htmlTree, textOf } from "./html-tree.ts";
import { type InlineStyle, inlineStyles, paragraphOrSection, styled } from "./inline-styles.ts";
import type { LinkNotes } from "./link-notes.ts";

/**
 * HTML of a page as WeChat's editor takes it: a few elements, each with its style, and nothing else in any of them save the addresses of
 * pictures, of WeChat's own articles, and the spans of table cells.
 *
 * It is printed anew from the elements found, never copied: what is not known here leaves its text behind.
 *
 * @param notes collects links and footnotes, which are printed after the text
 */
export function wechatHtml(html: string, notes: LinkNotes): string {
  return printAll(htmlTree(html), notes);
}

function printAll(nodes: readonly HtmlNode[], notes: LinkNotes): string {
  return nodes.map((node) => (typeof node === "string" ? node : print(node, notes))).join("");
}

/** Elements that need nothing but another name or look. */
const plain: Readonly<Record<string, readonly [name: string, style: InlineStyle]>> = {
  h2: ["h2", "heading"],
  h3: ["h3", "subheading"],
  h4: ["h4", "subheading"],
  h5: ["h5", "subheading"],
  h6: ["h6", "subheading"],
  blockquote: ["section", "quotation"],
  aside: ["section", "aside"],
  figure: ["section", "figure"],
  code: ["code", "code"],
  kbd: ["code", "code"],
  samp: ["code", "code"],
  del: ["span", "struck"],
  s: ["span", "struck"],
  u: ["span", "underlined"],
  mark: ["span", "marked"],
  small: ["span", "small"],
  th: ["th", "headCell"],
  td: ["td", "cell"],
};

/** Elements that stay as they are. */
const kept: ReadonlySet<string> = new Set("strong em sub sup ruby thead tbody tfoot tr".split(" "));

/** What the page's parts are known by. */
const looks: ReadonlyMap<string, InlineStyle> = new Map([
  ...(["kicker", "subtitle", "byline", "standfirst"] as const).map((name) => [name, name] as const),
  ["label", "subheading"],
  ["ai-label", "foot"],
  ["affiliations", "foot"],
  ["original-title", "foot"],
  ["credits", "foot"],
  ["editor", "foot"],
  ["rights", "foot"],
]);

function print(element: HtmlElement, notes: LinkNotes): string {
  const { name, attributes, children } = element;
  const inside = () => printAll(children, notes);
  const known = plain[name];
  switch (name) {
    case "p":
      return paragraph(element, inside());
    case "a":
      return notes.link(element, inside);
    case "img":
      return picture(attributes, notes);
    case "em":
      return attributes.get("class") === "dots" ? styled("span", "dots", inside()) : `<em>${inside()}</em>`;
    case "rt":
      // Where ruby is not known, or nothing but text is pasted, the reading follows in brackets.
      return `<rp>（</rp><rt>${inside()}</rt><rp>）</rp>`;
    case "rp":
      return "";
    case "br":
      return "<br>";
    case "hr":
      return `<hr style="${inlineStyles.rule}">`;
    case "q":
      return `“${inside()}”`;
    case "ul":
    case "ol":
      return list(element, notes);
    case "pre":
      return styled("section", "program", program(children));
    case "table":
      return table(element, notes);
    case "th":
    case "td":
      return cell(element, inside());
    case "caption":
    case "figcaption":
      return paragraphOrSection("caption", inside());
    case "summary":
      return paragraphOrSection("subheading", inside());
    case "span":
      return attributes.get("class") === "mark" ? `（${inside()}）` : inside();
    case "section":
      return attributes.get("class") === "footnotes" ? notes.keepFootnotes(element, printAll) : inside();
    default:
      if (known !== undefined) return styled(known[0], known[1], inside());
      return kept.has(name) ? `<${name}>${inside()}</${name}>` : inside();
  }
}

function paragraph({ attributes }: HtmlElement, inside: string): string {
  const look = looks.get(attributes.get("class") ?? "") ?? "paragraph";
  return inside.trim() === "" ? "" : styled("p", look, inside);
}

/** A picture with its absolute address; its words where it has none that a browser could fetch. */
function picture(attributes: HtmlElement["attributes"], notes: LinkNotes): string {
  const source = notes.absolute(attributes.get("src") ?? "");
  const alt = attributes.get("alt") ?? "";
  if (!/^https?:/iu.test(source)) return alt;
  notes.countPicture();
  return `<img src="${source}" alt="${alt}" style="${alt === "" ? inlineStyles.ornament : inlineStyles.picture}">`;
}

/** WeChat sets lists anew and loses their numbers, so marks are written out. */
function list({ name, attributes, children }: HtmlElement, notes: LinkNotes): string {
  const first = Number.parseInt(attributes.get("start") ?? "1", 10);
  const listed = children.flatMap((child) => (typeof child !== "string" && child.name === "li" ? child : []));
  const printed = listed.map((each, index) => {
    const mark = styled("span", "mark", name === "ol" ? `${first + index}.&nbsp;` : "•&nbsp;");
    return styled("section", "listed", withMark(mark, printAll(each.children, notes).trim()));
  });
  return styled("section", "list", printed.join(""));
}

/** `html` with `mark` at the beginning of its text: in its first paragraph where it begins with one. */
export function withMark(mark: string, html: string): string {
  const opening = /^<p style="[^"]*">/u.exec(html)?.[0] ?? "";
  return opening + mark + html.slice(opening.length);
}

/** Line breaks and runs of spaces are written out: they are all that a program's text has. */
function program(children: readonly HtmlNode[]): string {
  return textOf(children)
    .trimEnd()
    .replaceAll(/^ | (?= )/gmu, "&nbsp;")
    .replaceAll("\n", "<br>");
}

function table({ children }: HtmlElement, notes: LinkNotes): string {
  const isCaption = (node: HtmlNode) => typeof node !== "string" && node.name === "caption";
  const rows = printAll(
    children.filter((node) => typeof node !== "string" && !isCaption(node)),
    notes,
  );
  return styled("section", "scroller", printAll(children.filter(isCaption), notes) + styled("table", "table", rows));
}

function cell({ name, attributes }: HtmlElement, inside: string): string {
  const spans = (["colspan", "rowspan"] as const).flatMap((span) => {
    const value = attributes.get(span) ?? "";
    return /^\d{1,3}$/u.test(value) ? ` ${span}="${value}"` : [];
  });
  const align = /^align-(center|right)$/u.exec(attributes.get("class") ?? "")?.[1];
  const style = inlineStyles[name === "th" ? "headCell" : "cell"];
  return `<${name}${spans.join("")} style="${style}${align === undefined ? "" : `;text-align:${align}`}">${inside}</${name}>`;
}
