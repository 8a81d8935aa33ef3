import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLSeq } from "yaml";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";

/** Words put into a text at an offset. */
interface Insertion {
  readonly at: number;
  readonly words: string;
}

/**
 * `text`, a file with front matter, with `addresses` as the last of its `aliases`: the field is made where it is missing, and a list
 * goes on in the form it has. Nothing else changes. Where that cannot be done for certain, and for no addresses, `text` comes back.
 */
export function withAliases(text: string, addresses: readonly string[]): string {
  if (addresses.length === 0) return text;
  const before = readFrontMatter({ file: "", text });
  const head = text.slice(0, text.length - before.body.length);
  const start = text.indexOf("\n") + 1;
  const end = head.lastIndexOf("\n", head.length - 2) + 1;
  if (before.fields === undefined || start > end) return text;
  const insertion = insertionIn(text.slice(start, end), addresses);
  if (insertion === undefined) return text;
  const at = start + insertion.at;
  const after = text.slice(0, at) + insertion.words + text.slice(at);
  return isAsMeant(before, readFrontMatter({ file: "", text: after }), addresses) ? after : text;
}

/** What is put into `yaml`, and where. */
function insertionIn(yaml: string, addresses: readonly string[]): Insertion | undefined {
  const { contents } = parseDocument(yaml, { schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === "aliases");
  if (pair === undefined) {
    const margin = yaml.slice(lineStart(yaml, contents.range?.[0] ?? 0), contents.range?.[0] ?? 0);
    return { at: yaml.length, words: `${margin}aliases: [${addresses.join(", ")}]\n` };
  }
  const { value } = pair;
  if (isSeq(value)) return value.flow === true ? inBrackets(value, addresses) : inLines(yaml, value, addresses);
  return behindName(yaml, pair, addresses);
}

/** `[/a/]` → `[/a/, /b/]` */
function inBrackets({ items, range }: YAMLSeq, addresses: readonly string[]): Insertion | undefined {
  const end = endOf(items.at(-1));
  const words = addresses.join(", ");
  if (end !== undefined) return { at: end, words: `, ${words}` };
  return range ? { at: range[0] + 1, words } : undefined;
}

/** Lines of their own below the last, whatever stands behind it. */
function inLines(yaml: string, { items, range }: YAMLSeq, addresses: readonly string[]): Insertion | undefined {
  const end = endOf(items.at(-1));
  if (end === undefined || !range) return undefined;
  const margin = yaml.slice(lineStart(yaml, range[0]), range[0]);
  const at = yaml.indexOf("\n", end);
  return { at: at < 0 ? yaml.length : at, words: addresses.map((each) => `\n${margin}- ${each}`).join("") };
}

/** `aliases:` → `aliases: [/b/]` */
function behindName(yaml: string, { key, value }: Pair, addresses: readonly string[]): Insertion | undefined {
  const end = endOf(key);
  if (end === undefined || (isScalar(value) && value.source !== "")) return undefined;
  return { at: yaml.indexOf(":", end) + 1, words: ` [${addresses.join(", ")}]` };
}

function endOf(node: unknown): number | undefined {
  return isScalar(node) ? node.range?.[1] : undefined;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** True where nothing but the aliases is another. */
function isAsMeant(before: FrontMatter, after: FrontMatter, addresses: readonly string[]): boolean {
  const { aliases = [] } = before.fields ?? {};
  if (!Array.isArray(aliases) || after.fields === undefined || after.body !== before.body) return false;
  const meant = { ...before.fields, aliases: [...aliases, ...addresses] };
  return inOrder(meant) === inOrder(after.fields) && after.problems.length <= before.problems.length;
}

function inOrder(fields: object): string {
  return JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
}
