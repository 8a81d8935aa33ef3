/** A part of an HTML document. Offsets are in characters of the text that was given. */
export interface HtmlToken {
  readonly kind: "start" | "end" | "text" | "comment" | "declaration";
  /** The element, in lower case; empty for text, comments and declarations. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text between the tags, as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Elements whose text is not looked into for tags (HTML Standard 13.2.5: RAWTEXT, RCDATA and script data). */
const rawElements: ReadonlySet<string> = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "xmp",
  "noembed",
  "noframes",
]);

const tag = /<(?:!--|[!?]|\/?[a-zA-Z])/gu;
const attribute = /([^\s"'<>/=][^\s>/=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/gu;
const noAttributes: ReadonlyMap<string, string> = new Map();

/** The parts of `html` one after another, near enough to a browser's reading to find what somebody wants it to show or run. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    tag.lastIndex = at;
    const start = tag.exec(html)?.index ?? html.length;
    if (start > at) yield plain("text", html.slice(at, start), at);
    if (start === html.length) return;
    const token = tokenAt(html, start);
    yield token;
    at = token.end;
    if (token.kind !== "start" || !rawElements.has(token.name)) continue;
    const end = rawEnd(html, at, token.name);
    if (end > at) yield plain("text", html.slice(at, end), at);
    at = end;
  }
}

function tokenAt(html: string, start: number): HtmlToken {
  if (html.startsWith("<!--", start)) {
    const close = html.indexOf("-->", start + 4);
    return plain("comment", html.slice(start, close < 0 ? html.length : close + 3), start);
  }
  const end = tagEnd(html, start);
  const text = html.slice(start, end);
  const [, slash, name] = /^<(\/?)([a-zA-Z][^\s/>]*)/u.exec(text) ?? [];
  if (name === undefined) return plain("declaration", text, start);
  const kind = slash === "" ? "start" : "end";
  const rest = text.slice(1 + name.length, -1);
  return { kind, name: name.toLowerCase(), attributes: attributesOf(rest), text, start, end };
}

/** Where the tag that begins at `start` ends; a `>` in quotation marks ends nothing. */
function tagEnd(html: string, start: number): number {
  const end = /^(?:[^>"']|"[^"]*"|'[^']*')*>/u.exec(html.slice(start, start + 20_000))?.[0].length;
  if (end !== undefined) return start + end;
  const close = html.indexOf(">", start);
  return close < 0 ? html.length : close + 1;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(attribute))
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ""));
  return found.size === 0 ? noAttributes : found;
}

const characters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  colon: ":",
  tab: "\t",
  newline: "\n",
  sol: "/",
};

/** `value` with the character references that matter for addresses resolved. */
function decoded(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/giu, (written, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return characters[String(name).toLowerCase()] ?? written;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

function rawEnd(html: string, at: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, "giu");
  close.lastIndex = at;
  return close.exec(html)?.index ?? html.length;
}

function plain(kind: "text" | "comment" | "declaration", text: string, start: number): HtmlToken {
  return { kind, name: "", attributes: noAttributes, text, start, end: start + text.length };
}
