/** An element of HTML that our own code has printed, or the text between two tags as it stands there, references and all. */
export type HtmlNode = HtmlElement | string;

/** An element, in lower case, with what lies in it. Attribute values are as they were written: escaped for double quotes. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

const empty: ReadonlySet<string> = new Set(["br", "hr", "img", "source", "wbr"]);
const piece = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</giu;
const attribute = /([a-z-]+)(?:="([^"]*)")?/giu;

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
}

/**
 * The elements of `html`, which our own code has printed: well formed, values between double quotes, no comments.
 *
 * What is no tag of that form is text, a `<` in it written as a reference; so nothing can pass for an element that is none.
 */
export function htmlTree(html: string): readonly HtmlNode[] {
  const root: OpenElement = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  for (const [text, slash, written, attributes = ""] of html.matchAll(piece)) {
    const name = written?.toLowerCase();
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.children.push(text === "<" ? "&lt;" : text.replaceAll(">", "&gt;"));
    else if (slash !== "") close(open, name);
    else {
      const made: OpenElement = { name, attributes: attributesIn(attributes), children: [] };
      parent.children.push(made);
      if (!empty.has(name)) open.push(made);
    }
  }
  return root.children;
}

/** Ends the innermost element of that name and all in it; where there is none, nothing. */
function close(open: OpenElement[], name: string): void {
  const place = open.findLastIndex((each) => each.name === name);
  if (place > 0) open.length = place;
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(attribute)].map(([, name = "", value = ""]) => [name.toLowerCase(), value]));
}

/** The text of `nodes` without any tag, as HTML text. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}
