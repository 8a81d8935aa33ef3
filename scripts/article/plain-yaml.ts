import type { YamlList, YamlMapping, YamlNode, YamlPair } from "./yaml-node.ts";

/**
 * The mapping in `text` where it is written in the plainest of YAML, as nearly all front matter is; nothing where it may be
 * anything else, right or wrong: then it is for the library to say. It takes a thirtieth of the library's time, which is why it is here.
 *
 * `text` holds no unprintable characters. The plainest of YAML is this, with nothing before, between or after it:
 *
 * ```text
 * mapping   lines `name: value`, all equally far in; names are of Latin letters, digits, `_` and `-`
 * list      lines `- value` or `- name: value`, all equally far in; a mapping goes on below its first name
 * value     on the same line: plain text, "text" (its only escapes \" and \\), 'text', [value, …] or { name: value, … };
 *           on the lines below `name:`, further in than it: a mapping or a list;
 *           nothing, before a line that is not further in
 * ```
 *
 * It cannot differ from the library: YAML has no second reading for any of these, and whatever brings one about (tabs, comments,
 * blank lines, texts that go on below, signs with a meaning before a text, `: ` or ` #` within it) is in none of the forms, so
 * that reading stops short of it and of the end.
 */
export function readPlainYaml(text: string): YamlMapping | undefined {
  const cursor: Cursor = { text, at: 0 };
  const root = readMapping(cursor, 0, 1);
  const rest = text.slice(cursor.at);
  return rest === "" || rest === "\n" ? root : undefined;
}

/** How far reading has come. Whoever meets another form leaves it anywhere: the whole is given up. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Collections may lie in one another this deep: deeper than any field, less deep than is refused. */
const deepest = 8;

// No form can match the same characters in two ways, so that each costs their number at most.
const nameForm = /[A-Za-z][\w-]{0,99}:(?=[ \n]|$)/y;
const dashForm = /- /y;
const gapForm = / +/y;
const singleForm = /'[^'\n\t]*'/y;
const doubleForm = /"[^"\\\n\t]*(?:\\["\\][^"\\\n\t]*)*"/y;
/** Plain text behind a name or a dash: no sign of YAML's at its beginning, no `: `, no ` #`, no space at its end. */
const lineForm = /[^\s?:,[\]{}#&*!|>'"%@`-](?:[^\n\t :]+|:(?=[^\n\t ])| +(?=[^\n\t #]))*/y;
/** Plain text in brackets, where commas and brackets end it too. */
const innerForm = /[^\s?:,[\]{}#&*!|>'"%@`-](?:[^\n\t :,[\]{}]+|:(?=[^\n\t ,[\]{}])| +(?=[^\n\t #,[\]{}]))*/y;
const emptyListForm = /\[ *\]/y;
const openingForm = /[[{] */y;
const commaForm = / *, */y;
const listEndForm = / *\]/y;
const mappingEndForm = / *\}/y;

/** The mapping whose first name is at the cursor, `indent` spaces in; up to the end of its last line. */
function readMapping(cursor: Cursor, indent: number, level: number): YamlMapping | undefined {
  const { at: mappingStart } = cursor;
  const pairs: YamlPair[] = [];
  do {
    const { at: start } = cursor;
    const name = take(nameForm, cursor)?.slice(0, -1);
    if (name === undefined) return undefined;
    const isHere = take(gapForm, cursor) !== undefined;
    const value = isHere ? readValue(cursor, lineForm, level) : readBelow(cursor, indent, level);
    if (value === undefined) return undefined;
    pairs.push({ name, start, value });
  } while (isNextLine(cursor, indent));
  return { kind: "mapping", start: mappingStart, pairs };
}

/** The list whose first dash is at the cursor, `indent` spaces in; up to the end of its last line. */
function readList(cursor: Cursor, indent: number, level: number): YamlList | undefined {
  const { at: start } = cursor;
  const nodes: YamlNode[] = [];
  do {
    if (take(dashForm, cursor) === undefined) return undefined;
    const isMapping = sees(nameForm, cursor);
    const node = isMapping ? readMapping(cursor, indent + 2, level + 1) : readValue(cursor, lineForm, level);
    if (node === undefined) return undefined;
    nodes.push(node);
  } while (isNextLine(cursor, indent));
  return { kind: "list", start, nodes };
}

/** What stands below a name that is `indent` spaces in and the last in its line. */
function readBelow(cursor: Cursor, indent: number, level: number): YamlNode | undefined {
  const further = nextIndent(cursor);
  if (further <= indent) return { kind: "scalar", start: cursor.at, text: "", isPlain: true };
  if (level === deepest) return undefined;
  cursor.at += 1 + further;
  return sees(dashForm, cursor) ? readList(cursor, further, level + 1) : readMapping(cursor, further, level + 1);
}

/** The value at the cursor, which does not leave the line; plain text has the form `plainForm`. */
function readValue(cursor: Cursor, plainForm: RegExp, level: number): YamlNode | undefined {
  const { at: start } = cursor;
  const plain = take(plainForm, cursor);
  if (plain !== undefined) return { kind: "scalar", start, text: plain, isPlain: true };
  const quoted = readQuoted(cursor);
  if (quoted !== undefined) return { kind: "scalar", start, text: quoted, isPlain: false };
  if (take(emptyListForm, cursor) !== undefined) return { kind: "list", start, nodes: [] };
  const opening = level === deepest ? undefined : take(openingForm, cursor);
  if (opening === undefined) return undefined;
  return opening.startsWith("[") ? readInnerList(cursor, start, level + 1) : readInnerMapping(cursor, start, level + 1);
}

function readQuoted(cursor: Cursor): string | undefined {
  const single = take(singleForm, cursor);
  if (single !== undefined) return single.slice(1, -1);
  const double = take(doubleForm, cursor)?.slice(1, -1);
  return double?.includes("\\") ? double.replaceAll(/\\(["\\])/g, "$1") : double;
}

/** The list in brackets that begins at `start`; the cursor is behind its opening bracket. */
function readInnerList(cursor: Cursor, start: number, level: number): YamlList | undefined {
  const nodes: YamlNode[] = [];
  do {
    const node = readValue(cursor, innerForm, level);
    if (node === undefined) return undefined;
    nodes.push(node);
  } while (take(commaForm, cursor) !== undefined);
  return take(listEndForm, cursor) === undefined ? undefined : { kind: "list", start, nodes };
}

/** The mapping in braces that begins at `mappingStart`; the cursor is behind its opening brace. */
function readInnerMapping(cursor: Cursor, mappingStart: number, level: number): YamlMapping | undefined {
  const pairs: YamlPair[] = [];
  do {
    const { at: start } = cursor;
    const name = take(nameForm, cursor)?.slice(0, -1);
    const isHere = take(gapForm, cursor) !== undefined;
    const value = isHere ? readValue(cursor, innerForm, level) : undefined;
    if (name === undefined || value === undefined) return undefined;
    pairs.push({ name, start, value });
  } while (take(commaForm, cursor) !== undefined);
  return take(mappingEndForm, cursor) === undefined ? undefined : { kind: "mapping", start: mappingStart, pairs };
}

/** The characters at the cursor that have `form`, and passes them; nothing where others stand there. */
function take(form: RegExp, cursor: Cursor): string | undefined {
  if (!sees(form, cursor)) return undefined;
  const { at: start } = cursor;
  cursor.at = form.lastIndex;
  return cursor.text.slice(start, cursor.at);
}

function sees(form: RegExp, { text, at }: Cursor): boolean {
  form.lastIndex = at;
  return form.test(text);
}

/** Passes to the next line where that is `indent` spaces in. */
function isNextLine(cursor: Cursor, indent: number): boolean {
  if (nextIndent(cursor) !== indent) return false;
  cursor.at += 1 + indent;
  return true;
}

/** How far in the next line is; -1 after the last one, and where the cursor is not at the end of a line. */
function nextIndent({ text, at }: Cursor): number {
  if (text[at] !== "\n") return -1;
  let next = at + 1;
  while (text[next] === " ") next += 1;
  return next < text.length ? next - at - 1 : -1;
}
