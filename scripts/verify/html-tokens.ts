/** A part of an HTML document. Offsets are in characters of the text that was given. */
export interface HtmlToken {
  readonly kind: "start" | "end" | "text" | "comment" | "declaration";
  /** The element, in lower case: for text the one in which no tags are looked for. Empty for other text, comments and declarations. */
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

const tag = /<(?:!--|[!?/]|[a-zA-Z])/gu;
const tagName = /<(\/?)([a-zA-Z][^\t\n\f\r />]*)/uy;
/** An attribute, or what stands between two (HTML Standard 13.2.5.32 to 39): quotation marks are that behind `=` only. */
const attribute =
  /[\t\n\f\r /]+|([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >"'][^\t\n\f\r >]*)?))?/uy;
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
    if (end > at) yield { ...plain("text", html.slice(at, end), at), name: token.name };
    at = end;
  }
}

function tokenAt(html: string, start: number): HtmlToken {
  if (html.startsWith("<!--", start)) return plain("comment", html.slice(start, commentEnd(html, start)), start);
  tagName.lastIndex = start;
  const [opening = "", slash, name] = tagName.exec(html) ?? [];
  if (name === undefined) return plain("declaration", html.slice(start, behind(html, ">", start)), start);
  const { attributes, end } = attributesAt(html, start + opening.length);
  const kind = slash === "" ? "start" : "end";
  return { kind, name: name.toLowerCase(), attributes, text: html.slice(start, end), start, end };
}

/** `<!-->` is whole, too. */
function commentEnd(html: string, start: number): number {
  return Math.min(behind(html, "-->", start + 2), behind(html, "--!>", start + 4));
}

/** Where the first `mark` from `start` on ends; the end of all where there is none. */
function behind(html: string, mark: string, start: number): number {
  const at = html.indexOf(mark, start);
  return at < 0 ? html.length : at + mark.length;
}

/** The attributes of a tag from `start` on, behind its name, and where the tag ends. */
function attributesAt(html: string, start: number): Pick<HtmlToken, "attributes" | "end"> {
  const found = new Map<string, string>();
  attribute.lastIndex = start;
  let at = start;
  for (let read = attribute.exec(html); read !== null; read = attribute.exec(html)) {
    at = attribute.lastIndex;
    const [, name, double, single, bare] = read;
    const key = name?.toLowerCase();
    if (key !== undefined && !found.has(key)) found.set(key, decoded(double ?? single ?? bare ?? ""));
  }
  return { attributes: found.size === 0 ? noAttributes : found, end: Math.min(html.length, at + 1) };
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
  bsol: "\\",
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
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "giu");
  close.lastIndex = at;
  return close.exec(html)?.index ?? html.length;
}

function plain(kind: "text" | "comment" | "declaration", text: string, start: number): HtmlToken {
  return { kind, name: "", attributes: noAttributes, text, start, end: start + text.length };
}
