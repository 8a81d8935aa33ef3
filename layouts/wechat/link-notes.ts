import { type HtmlElement, type HtmlNode, textOf } from "./html-tree.ts";
import { styled } from "./inline-styles.ts";

/** Where a text stands and where it is going to stand. */
export interface TextPlaces {
  /** The page's own absolute address, with which links within it begin. */
  readonly here: string;
  /** The absolute addresses of the site where the text was printed and where readers find it, each ending in `/`. */
  readonly printed: string;
  readonly published: string;
}

/** Its own articles are all that WeChat lets a text link to. */
const linkable = /^https?:\/\/mp\.weixin\.qq\.com\//iu;

/**
 * What stands after a text in WeChat, which lets it link nowhere else: its links with their addresses, by number, and its footnotes.
 *
 * A link of the text keeps its words and gets a number, `[1]`; the same address has the same number everywhere. Where the words are the address,
 * and where a link leads to another place in the text, there is no number.
 */
export class LinkNotes {
  readonly #places: TextPlaces;
  readonly #links = new Map<string, { readonly number: number; readonly words: string }>();
  readonly #marks = new Map<string, string>();
  readonly #footnotes: string[] = [];
  #pictures = 0;

  constructor(places: TextPlaces) {
    this.#places = places;
  }

  /** How many pictures with an address there are. */
  get pictures(): number {
    return this.#pictures;
  }

  /** Counts one picture more. */
  countPicture(): void {
    this.#pictures++;
  }

  /** Addresses with the words that lead there, by number from 1; both as HTML text. */
  get links(): readonly { readonly address: string; readonly words: string }[] {
    return [...this.#links].map(([address, { words }]) => ({ address, words }));
  }

  /** The footnotes, each with its mark, as paragraphs. */
  get footnotes(): readonly string[] {
    return this.#footnotes;
  }

  /** `address`, as it stands in an attribute, where readers find it. */
  absolute(address: string): string {
    const { printed, published } = this.#places;
    if (address.startsWith(printed)) return published + address.slice(printed.length);
    return /^\/(?!\/)/u.test(address) ? published + address.slice(1) : address;
  }

  /** The words of a link, with what takes the place of its address. */
  link({ attributes, children }: HtmlElement, print: () => string): string {
    const written = attributes.get("href") ?? "";
    const [, fragment = ""] = written.split("#");
    if (attributes.get("role") === "doc-backlink") return "";
    if (attributes.get("role") === "doc-noteref") this.#marks.set(fragment, textOf(children));
    const isWithin = written.startsWith("#") || written.split("#", 1)[0] === this.#places.here;
    // The parts around a text link below the site's own root, and their words say what is meant.
    if (isWithin || !/^(?:https?|mailto|tel):/iu.test(written)) return print();
    const address = this.absolute(written);
    const inside = print();
    if (linkable.test(address)) return `<a href="${address}">${inside}</a>`;
    const words = textOf(children).trim();
    if (isSame(words, address)) return inside;
    const known = this.#links.get(address) ?? { number: this.#links.size + 1, words: words || (altOf(children) ?? "") };
    this.#links.set(address, known);
    return inside + styled("span", "reference", `[${known.number}]`);
  }

  /** Keeps the list of footnotes for the end; in its own place nothing remains. */
  keepFootnotes(list: HtmlElement, print: (nodes: readonly HtmlNode[], notes: LinkNotes) => string): string {
    const [numbered] = list.children.filter((child) => typeof child !== "string");
    const listed = typeof numbered === "string" ? [] : (numbered?.children ?? []);
    for (const each of listed) {
      if (typeof each === "string") continue;
      const mark = this.#marks.get(each.attributes.get("id") ?? "") ?? `(${this.#footnotes.length + 1})`;
      this.#footnotes.push(`${mark} ${unwrapped(print(each.children, this))}`);
    }
    return "";
  }
}

/** Paragraphs as lines of one. */
function unwrapped(html: string): string {
  return html
    .replaceAll(/<p style="[^"]*">/gu, "")
    .replaceAll(/<\/p>\s*/gu, "<br>")
    .trim()
    .replace(/(?:<br>)+$/u, "")
    .trim();
}

/** Whether a link's words are its address, but for what people leave out. */
function isSame(words: string, address: string): boolean {
  const bare = (text: string) => text.replace(/^(?:https?:\/\/|mailto:|tel:)/iu, "").replace(/\/$/u, "");
  return bare(words) === bare(address);
}

function altOf(children: readonly HtmlNode[]): string | undefined {
  for (const child of children) {
    if (typeof child === "string") continue;
    const alt = child.name === "img" ? child.attributes.get("alt") : altOf(child.children);
    if (alt !== undefined) return alt;
  }
  return undefined;
}
