import type { CST } from "yaml";

/** Something in YAML that is refused or pointed at before it is given a meaning, and the offset at which it stands. */
export interface Finding {
  readonly kind: FindingKind;
  readonly offset: number;
  /** The characters concerned; empty for a list or a mapping. */
  readonly text: string;
}

type FindingKind =
  | "alias"
  | "tag"
  | "merge"
  | "depth"
  | "document"
  | "key"
  | "quote"
  | "bracket"
  | "indent"
  | "dash"
  | "comment";

/** Collections may lie in one another this deep; the deepest front matter field needs three. */
export const deepest = 16;

/**
 * What in `tokens` is more than plain lists, fields and texts, in no order: tags, anchors, aliases, merge keys, several documents,
 * keys that are no texts, deep nesting (not looked into further), quotes and brackets without an end, list lines and comments lost in a text.
 *
 * Works on the token tree, without recursion, so that nothing an editor writes can cost more than its length.
 */
export function findingsIn(tokens: readonly CST.Token[]): readonly Finding[] {
  const findings: Finding[] = [];
  const documents = tokens.filter((token) => token.type === "document");
  for (const token of tokens) {
    const isExtra = token.type === "document" && token !== documents[0];
    if (isExtra || token.type === "directive" || token.type === "doc-end") note(findings, "document", token);
  }
  const [document] = documents;
  if (document === undefined) return findings;
  noteProperties(findings, document.start);
  const stack: [CST.Token, number][] = document.value === undefined ? [] : [[document.value, 1]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [token, depth] = next;
    if (!("items" in token)) {
      noteScalar(findings, token);
    } else if (depth > deepest) {
      note(findings, "depth", token);
    } else {
      noteBracket(findings, token);
      for (const item of token.items) lookInto(item, depth, stack, findings);
    }
  }
  return findings;
}

function lookInto(item: CST.CollectionItem, depth: number, stack: [CST.Token, number][], findings: Finding[]): void {
  noteProperties(findings, item.start);
  const { key, sep, value } = item;
  if (sep !== undefined) {
    noteKey(findings, item);
    noteProperties(findings, sep);
    if (value === undefined) noteComment(findings, sep);
  }
  if (value?.type === "scalar") noteLostLines(findings, value, sep?.some(({ type }) => type === "newline") === true);
  if (key) stack.push([key, depth + 1]);
  if (value) stack.push([value, depth + 1]);
}

function noteKey(findings: Finding[], { start, key }: CST.CollectionItem): void {
  const explicit = start.find((token) => token.type === "explicit-key-ind");
  if (key?.type === "scalar" && key.source === "<<") note(findings, "merge", key);
  if (explicit !== undefined) note(findings, "key", explicit);
  else if (key?.type === "flow-collection") note(findings, "key", key);
}

function noteProperties(findings: Finding[], tokens: readonly CST.SourceToken[]): void {
  for (const token of tokens) {
    if (token.type === "tag") note(findings, "tag", token);
    else if (token.type === "anchor") note(findings, "alias", token);
  }
}

function noteScalar(findings: Finding[], token: CST.Token): void {
  if (token.type === "alias") note(findings, "alias", token);
  if (token.type === "scalar") noteComment(findings, token.end ?? []);
  const isQuoted = token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar";
  if (!isQuoted) return;
  const { source } = token;
  if (source.length < 2 || source.at(-1) !== source.at(0)) note(findings, "quote", token);
}

/** A comment in the line of a text: to its writer it may be part of the text (`title: 第 #3 号`). */
function noteComment(findings: Finding[], tokens: readonly CST.SourceToken[]): void {
  for (const token of tokens) {
    if (token.type === "newline") return;
    if (token.type === "comment") note(findings, "comment", token);
  }
}

/** A dash that begins no line of a list: without its space, or in the width of Chinese. */
const falseDash = /(?<=^ *)(-(?![\s\d-])|－(?!－)[^\S\n]*)\S.*$/gmu;

/**
 * Lines of a list that YAML takes for text: those with a false dash, first of all where the value is below its field's name, or
 * the first that stands deeper than the one before, which makes one text of both, `a - b`.
 */
function noteLostLines(findings: Finding[], { source, offset }: CST.FlowScalar, isBelow: boolean): void {
  const dashes = [...source.matchAll(falseDash)].filter(({ index }) => isBelow || index > 0);
  for (const { 0: line, 1: dash = "", index } of dashes)
    findings.push({ kind: "dash", offset: offset + index, text: line.slice(dash.length) });
  const swallowed = dashes.length > 0 ? null : /\n *(?=- )/u.exec(source);
  if (swallowed === null) return;
  const start = swallowed.index + swallowed[0].length;
  findings.push({ kind: "indent", offset: offset + start, text: source.slice(start) });
}

function noteBracket(findings: Finding[], token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): void {
  if (token.type !== "flow-collection") return;
  const closing = token.start.type === "flow-map-start" ? "flow-map-end" : "flow-seq-end";
  if (!token.end.some((end) => end.type === closing)) note(findings, "bracket", token.start);
}

function note(findings: Finding[], kind: FindingKind, token: CST.Token): void {
  findings.push({ kind, offset: token.offset, text: "source" in token ? token.source : "" });
}
