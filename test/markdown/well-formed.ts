import { blockTags, inlineTags } from "../../scripts/markdown/html-tags.ts";

/** Tags that Markdown itself and our constructs print, beside the editor's. */
const ours =
  "p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br em strong s a img figure figcaption section sup span table thead tbody tr th td".split(
    " ",
  );
const voids = new Set(["br", "hr", "img"]);
const tags = new Set([...ours, ...blockTags, ...inlineTags]);
const attributes = new Set(
  "id class href title src alt start role aria-label lang open colspan rowspan scope".split(" "),
);
const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/gy;
/** Children that HTML allows in these parents; other parents take anything. */
const children: Readonly<Record<string, readonly string[]>> = {
  ul: ["li"],
  ol: ["li"],
  table: ["caption", "thead", "tbody", "tfoot", "tr"],
  thead: ["tr"],
  tbody: ["tr"],
  tfoot: ["tr"],
  tr: ["th", "td"],
};
/** Parents in which only text and its marks may stand. */
const phrasing = new Set(
  "p h2 h3 h4 h5 h6 summary a em strong s u q ruby rt rp sup sub kbd mark abbr cite small span".split(" "),
);
const blocks = new Set(
  "p h2 h3 h4 h5 h6 ul ol li blockquote pre hr figure figcaption section table thead tbody tfoot tr th td caption details summary".split(
    " ",
  ),
);
/** The only parent of these. */
const parents: Readonly<Record<string, readonly string[]>> = {
  rt: ["ruby"],
  rp: ["ruby"],
  summary: ["details"],
  figcaption: ["figure"],
  li: ["ul", "ol"],
  td: ["tr"],
  th: ["tr"],
  caption: ["table"],
};

/** What is wrong with `html` as strict HTML of ours: unknown tags or attributes, tags that do not nest, raw `<` or `>`; undefined if nothing. */
export function faultIn(html: string): string | undefined {
  const open: string[] = [];
  const ids = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const text = html.slice(at, next < 0 ? html.length : next);
    if (/[>"\0]/u.test(text)) return `raw mark in text ${JSON.stringify(text)}`;
    if (children[open.at(-1) ?? ""] && text.trim() !== "") return `text ${JSON.stringify(text)} in ${open.at(-1)}`;
    if (next < 0) break;
    tag.lastIndex = next;
    const match = tag.exec(html);
    if (match === null) return `no tag at ${JSON.stringify(html.slice(next, next + 40))}`;
    const [whole, slash, name = "", given = ""] = match;
    at = next + whole.length;
    if (!tags.has(name)) return `tag ${name}`;
    for (const [, attribute = "", value = ""] of given.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/gu)) {
      if (!attributes.has(attribute)) return `attribute ${attribute}`;
      if (attribute === "id" && ids.has(value)) return `id ${value} twice`;
      if (attribute === "id") ids.add(value);
    }
    if (slash === "/") {
      const last = open.pop();
      if (last !== name) return `${name} closes ${last}`;
      continue;
    }
    const parent = open.at(-1) ?? "";
    if (children[parent] && !children[parent].includes(name)) return `${name} in ${parent}`;
    if (parents[name] && !parents[name].includes(parent)) return `${name} in ${parent}`;
    if (phrasing.has(parent) && blocks.has(name)) return `${name} in ${parent}`;
    if ((name === "a" || name === "ruby" || name === "h2") && open.includes(name)) return `${name} in ${name}`;
    if (!voids.has(name)) open.push(name);
  }
  return open.length === 0 ? undefined : `open: ${open.join(" ")}`;
}
