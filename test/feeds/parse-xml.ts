/** An element of a parsed document; `children` holds elements and runs of text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const tag = /^<(\/?)([a-z][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>/iu;
const attribute = /([\w.:-]+)="([^"<]*)"/gu;
const namedCharacters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads the small part of XML 1.0 our files are written in, and refuses all else: a declaration first, then one root;
 * double-quoted attributes, each once; every element closed in order; only the five named characters and
 * numbers; no character XML 1.0 forbids (2.2), no `]]>` in text (2.4).
 */
export function parseXml(text: string): XmlElement {
  const bad = forbidden.exec(text);
  if (bad) throw new Error(`forbidden character U+${bad[0].codePointAt(0)?.toString(16)}`);
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error("no XML declaration");
  const document: OpenElement = { name: "", attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  for (let rest = text.slice(declaration.length); rest !== ""; ) rest = readPiece(rest, open);
  const [root, ...others] = document.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  if (open.length !== 1) throw new Error(`not closed: ${open.at(-1)?.name}`);
  if (root === undefined || typeof root === "string" || others.length > 0) throw new Error("not one root");
  return root;
}

/** The text in `element` and below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** The elements called `name` directly in `element`. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => (typeof child !== "string" && child.name === name ? [child] : []));
}

function readPiece(rest: string, open: OpenElement[]): string {
  const inside = open.at(-1);
  if (inside === undefined) throw new Error("closed too often");
  if (!rest.startsWith("<")) {
    const end = rest.indexOf("<");
    const text = end < 0 ? rest : rest.slice(0, end);
    if (text.includes("]]>")) throw new Error("]]> in text");
    inside.children.push(decode(text));
    return rest.slice(text.length);
  }
  const match = tag.exec(rest);
  if (match === null) throw new Error(`no tag: ${rest.slice(0, 40)}`);
  const [whole, slash, name = "", attributes = "", isEmpty] = match;
  if (slash === "/") {
    if (inside.name !== name) throw new Error(`${name} closes ${inside.name}`);
    open.pop();
    return rest.slice(whole.length);
  }
  const element: OpenElement = { name, attributes: readAttributes(attributes), children: [] };
  inside.children.push(element);
  if (isEmpty !== "/") open.push(element);
  return rest.slice(whole.length);
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(attribute)].map(([, name = "", value = ""]) => [name, decode(value)] as const);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  return text.replace(/&([^;&]*)(;?)/gu, (whole, name: string, end: string) => {
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/iu.exec(name);
    const character = number
      ? String.fromCodePoint(number[1] ? Number.parseInt(number[1], 16) : Number(number[2]))
      : namedCharacters[name];
    if (end === "" || character === undefined) throw new Error(`bad reference: ${whole}`);
    return character;
  });
}
