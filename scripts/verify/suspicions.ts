import { excerptOf, type Finding, type FindingKind } from "./difference.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { PagePolicy } from "./page-policy.ts";
import { type LinkEnd, linkEnd, type SiteGround } from "./site-links.ts";

/** What is odd about a page. */
export interface Suspicion extends Finding {
  /**
   * `never`: no page of ours holds such a thing, whatever the editors write (SAFETY 17, layouts/README). `perhaps`: some do, so it
   * counts only in a page that has changed. `abroad`: a link to another host, which counts where no sound page leads there.
   */
  readonly weight: "never" | "perhaps" | "abroad";
  /** The other host. */
  readonly host?: string;
  /** The file of this site that is led to and that the manifest does not have. */
  readonly added?: string;
}

const frames: ReadonlySet<string> = new Set("iframe frame frameset object embed applet portal fencedframe".split(" "));
const foreign: ReadonlySet<string> = new Set("svg math template slot canvas noscript dialog marquee".split(" "));
/** What a browser loads by itself through an address. */
const loading: readonly (readonly [element: string, attribute: string, kind: FindingKind])[] = [
  ["script", "src", "script"],
  ["img", "src", "picture"],
  ["source", "src", "picture"],
  ["audio", "src", "picture"],
  ["video", "src", "picture"],
  ["video", "poster", "picture"],
  ["track", "src", "picture"],
  ["body", "background", "picture"],
  ["table", "background", "picture"],
  ["td", "background", "picture"],
  ["input", "src", "picture"],
];
const hiding = /(?:^|[\s_-])(?:visually-hidden|sr-only|invisible|d-none|hidden|hide)(?:$|\s)/u;

/** Everything odd in the page at `path`, in the order of its bytes. */
export function suspicionsIn(bytes: Buffer, path: string, ground: SiteGround): readonly Suspicion[] {
  // One character for each byte, so that offsets are bytes.
  const html = bytes.toString("latin1");
  const found: Suspicion[] = [];
  const policy = new PagePolicy();
  let isOver = false;
  let above: HtmlToken | undefined;
  for (const token of htmlTokens(html)) {
    const add = (kind: FindingKind, weight: Suspicion["weight"], end?: LinkEnd) =>
      found.push({
        ...{ kind, weight, offset: token.start, excerpt: excerptOf(bytes, token.start, excerptEnd(html, token)) },
        ...(end?.kind === "abroad" ? { host: end.host } : {}),
        ...(end?.kind === "lost" && end.file !== undefined ? { added: end.file } : {}),
      });
    if (policy.isMissedAt(token)) add("policy", "never");
    if (isOver && token.text.trim() !== "") add("hidden", "never");
    if (holdsTag(token)) add("hidden", "never");
    if (token.kind === "comment") add("comment", "never");
    if (token.kind === "text" && unseen.test(token.text)) add("hidden", "perhaps");
    if (token.kind === "start") {
      judge(token, { path, ground, add });
      if (isHidden(token) && !isOurHiding(token, above)) add("hidden", "perhaps");
      above = token;
    }
    isOver ||= token.kind === "end" && token.name === "html";
  }
  return found;
}

/**
 * True for a tag in a tag, in a title or in a script's text: ours write `<` there in another way, and where browsers disagree with us
 * on what such a thing is, something could be hidden in it.
 */
function holdsTag({ kind, name, text }: HtmlToken): boolean {
  if (kind === "comment" || (kind === "text" && name === "")) return false;
  return text.includes("<", kind === "text" ? 0 : 1);
}

/** UTF-8 of zero-width and bidirectional characters, seen byte by byte (U+200B–200F, U+202A–202E, U+2060–2069, U+FEFF). */
const unseen = /\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa9]|\xef\xbb\xbf/u;

interface Judging {
  readonly path: string;
  readonly ground: SiteGround;
  readonly add: (kind: FindingKind, weight: Suspicion["weight"], end?: LinkEnd) => void;
}

function judge(token: HtmlToken, { path, ground, add }: Judging): void {
  const { name, attributes } = token;
  const endOf = (link: string) => linkEnd(utf8(link), path, ground);
  if (frames.has(name)) add("frame", "never");
  if (foreign.has(name)) add("hidden", "perhaps");
  if (name === "base") add("link", "never");
  if (name === "style" || attributes.has("style")) add("style", "never");
  if ([...attributes.keys()].some((each) => /^on[a-z]/u.test(each))) add("handler", "never");
  if (name === "script" && !attributes.has("src") && attributes.get("type") !== "application/ld+json")
    add("script", "never");
  for (const [element, attribute, kind] of loading) {
    const link = name === element ? attributes.get(attribute) : undefined;
    if (link !== undefined) addLoaded(endOf(link), kind, add);
  }
  for (const set of ["srcset", "imagesrcset"])
    for (const link of linksInSet(attributes.get(set))) addLoaded(endOf(link), "picture", add);
  if (attributes.has("ping")) add("link", "never");
  if (name === "link") judgeLink(token, endOf, add);
  if (name === "form" || attributes.has("formaction"))
    addLoaded(endOf(attributes.get("formaction") ?? attributes.get("action") ?? ""), "form", add);
  if (name === "a" || name === "area") addLed(endOf(attributes.get("href") ?? "#"), "link", add);
  if (name === "meta" && attributes.get("http-equiv")?.toLowerCase() === "refresh") {
    const target = /url\s*=\s*['"]?(.*?)['"]?\s*$/iu.exec(attributes.get("content") ?? "")?.[1];
    const end = endOf(target ?? "");
    add("redirect", end.kind === "own" ? "perhaps" : "never", end);
  }
}

/** The addresses of a `srcset`, without their sizes. */
function linksInSet(set = ""): readonly string[] {
  return set.split(/,\s+|,(?=\S+\s+[\d.]+[wx])/u).flatMap((each) =>
    each
      .trim()
      .split(/\s+/u, 1)
      .filter((link) => link !== ""),
  );
}

function judgeLink({ attributes }: HtmlToken, endOf: (link: string) => LinkEnd, add: Judging["add"]): void {
  const end = endOf(attributes.get("href") ?? "#");
  const relations = (attributes.get("rel") ?? "").toLowerCase().split(/\s+/u);
  if (relations.includes("stylesheet")) addLoaded(end, "style", add);
  else if (relations.includes("canonical")) addLed(end, "link", add);
  else addLoaded(end, "link", add);
}

/** What is loaded, or sent to, must be the site's own. A publication may allow pictures of other hosts. */
function addLoaded(end: LinkEnd, kind: FindingKind, add: Judging["add"]): void {
  if (end.kind === "own") return;
  if (end.kind === "abroad" && kind === "picture") add(kind, "abroad", end);
  else add(kind, end.kind === "lost" ? "perhaps" : "never", end);
}

/** What is only led to may lie anywhere. */
function addLed(end: LinkEnd, kind: FindingKind, add: Judging["add"]): void {
  if (end.kind === "code") add(kind, "never");
  if (end.kind === "lost") add(kind, "perhaps", end);
  if (end.kind === "abroad") add(kind, "abroad", end);
}

function isHidden({ name, attributes }: HtmlToken): boolean {
  if (name === "input" || name === "button") return false;
  return attributes.has("hidden") || hiding.test(attributes.get("class") ?? "");
}

/** Our own pages hide words for who listens in three places: in a button, in the legend of a group of them, and in the link to a text. */
function isOurHiding({ name, attributes }: HtmlToken, above: HtmlToken | undefined): boolean {
  if (attributes.get("class") !== "visually-hidden" || attributes.has("hidden")) return false;
  const isInLink = above?.name === "a" && above.attributes.get("class") === "more";
  return name === "legend" || (name === "span" && (above?.name === "button" || isInLink));
}

/** Attributes are read as bytes; addresses in them are UTF-8. */
function utf8(text: string): string {
  return /[\x80-\xff]/u.test(text) ? Buffer.from(text, "latin1").toString("utf8") : text;
}

/** A tag with some of what follows, since what is injected is told by its contents. */
function excerptEnd(html: string, { kind, start, end }: HtmlToken): number {
  return kind === "start" ? Math.min(html.length, Math.max(end, start + 100)) : end;
}
