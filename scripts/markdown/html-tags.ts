import { decodeEntities } from "./entities.ts";

/** A tag as written in Markdown. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** The characters between `<` and `>`, those included. */
  readonly source: string;
}

/** Tags that stand within a line of text. */
export const inlineTags: ReadonlySet<string> = new Set(
  "ruby rt rp sup sub kbd mark abbr cite q small s u br".split(" "),
);

/** The parts of a table and the tags each may stand directly in. */
export const tableParts: ReadonlyMap<string, readonly string[]> = new Map([
  ["caption", ["table"]],
  ["thead", ["table"]],
  ["tbody", ["table"]],
  ["tfoot", ["table"]],
  ["tr", ["table", "thead", "tbody", "tfoot"]],
  ["td", ["tr"]],
  ["th", ["tr"]],
]);

/** Tags that stand between paragraphs. */
export const blockTags: ReadonlySet<string> = new Set([
  "table",
  ...tableParts.keys(),
  ..."details summary figure figcaption".split(" "),
]);

/** Longest tag, in UTF-16 units; a longer one is text. */
const longest = 2000;
const closingTag = /<\/([A-Za-z][A-Za-z0-9-]*)[ \t\n]*>/y;
const tagStart = /<([A-Za-z][A-Za-z0-9-]*)/y;
const attribute = /[ \t\n]+([^\s"'=<>`/\0]+)(?:[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const tagEnd = /[ \t\n]*\/?>/y;

/** The tag that begins at `start` of `text` and ends before `end`; undefined where there is none. */
export function tagAt(text: string, start: number, end: number): HtmlTag | undefined {
  const window = text.slice(start, Math.min(end, start + longest));
  closingTag.lastIndex = 0;
  const closing = closingTag.exec(window);
  if (closing !== null) return { name: lower(closing[1]), isClosing: true, attributes: [], source: closing[0] };
  tagStart.lastIndex = 0;
  const opening = tagStart.exec(window);
  if (opening === null) return undefined;
  const attributes: (readonly [string, string])[] = [];
  let at = opening[0].length;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(window);
    if (match === null) break;
    attributes.push([lower(match[1]), decodeEntities(match[2] ?? match[3] ?? match[4] ?? "")]);
    at += match[0].length;
  }
  tagEnd.lastIndex = at;
  const close = tagEnd.exec(window);
  if (close === null) return undefined;
  return { name: lower(opening[1]), isClosing: false, attributes, source: window.slice(0, at + close[0].length) };
}

/** Whether `name` with `value` passes on a `tag`; everything else is left out. */
export function isAllowedAttribute(tag: string, [name, value]: readonly [string, string]): boolean {
  switch (name) {
    case "title":
      return tag === "abbr";
    case "lang":
      return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/u.test(value);
    case "open":
      return tag === "details";
    case "colspan":
    case "rowspan":
      return (tag === "td" || tag === "th") && /^[1-9][0-9]{0,2}$/u.test(value);
    case "scope":
      return tag === "th" && /^(?:row|col|rowgroup|colgroup)$/u.test(value);
    default:
      return false;
  }
}

/** Whether a tag hides what is in it, or is as good as invisible. */
export function isHiding({ name, attributes }: HtmlTag): boolean {
  if (attributes.length === 0) return false;
  const given = new Map(attributes);
  if (given.has("hidden")) return true;
  if (hidingStyle.test((given.get("style") ?? "").replaceAll(/\s+/gu, ""))) return true;
  if (name === "font" && given.get("size") === "0") return true;
  return /^(?:iframe|img|embed|object|frame)$/u.test(name) && [given.get("width"), given.get("height")].some(isNoSize);
}

const hidingStyle =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\.0+)?(?:$|[;!])|font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?:$|[;!])|(?:text-indent|left|top|right|margin-left|margin-top):-\d{3,}|(?:width|height|max-height|max-width):[01](?:px)?(?:$|[;!]))/iu;

function isNoSize(size: string | undefined): boolean {
  return size !== undefined && /^[01](?:px)?$/u.test(size.trim());
}

function lower(text: string | undefined): string {
  return (text ?? "").toLowerCase();
}
