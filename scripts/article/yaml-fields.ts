import { Composer, isMap, isScalar, isSeq, Parser, type Scalar } from "yaml";
import { type Problem, problem } from "../report/problem.ts";
import type { Places, Spot } from "./article.ts";
import { coreValue } from "./core-value.ts";
import { quote, unprintableIn } from "./quote.ts";
import { spotsIn } from "./spot.ts";
import { syntaxProblems } from "./yaml-faults.ts";
import { findingsIn } from "./yaml-guard.ts";

/** A YAML text as written: every scalar is its characters, every mapping an object without prototype, every sequence an array. */
export type Fields = Readonly<Record<string, unknown>>;

/** A YAML text of one mapping, read. */
export interface YamlFields {
  /** Nothing where the text could not be understood: what is missing from it is then not known either. */
  readonly fields: Fields | undefined;
  /** Where each value stands, by dotted path. */
  readonly places: Places;
  /** Where each key stands, by the dotted path of its value. */
  readonly keyPlaces: Places;
  /** Fields of the text itself that were left without a value; they count as absent. */
  readonly emptyFields: readonly string[];
  readonly problems: readonly Problem[];
}

/** A YAML text and where it comes from. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** The line of the file on which `text` begins. */
  readonly firstLine: number;
  /** Longest text that is read, in UTF-16 units. */
  readonly sizeLimit: number;
  /** A field whose value may be anything, and is read by YAML's core schema. */
  readonly freeField?: string;
}

interface Walk {
  readonly file: string;
  /** The YAML text itself. */
  readonly text: string;
  readonly spot: (offset: number) => Spot;
  readonly places: Record<string, Spot>;
  readonly keyPlaces: Record<string, Spot>;
  readonly emptyFields: string[];
  readonly problems: Problem[];
  readonly freeField: string | undefined;
}

// The failsafe schema makes every scalar a text, so that `no`, `007` and `2020-03-27` stay what they are.
// Keys are compared here: the library does it in quadratic time.
const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;

/** A mapping whose values are as written: text stays text, empty values are absent. Reports the `yaml-…` rules. */
export function readYaml(source: YamlText): YamlFields {
  const { file, text, firstLine } = source;
  const spot = spotsIn(text, firstLine);
  if (text.length > source.sizeLimit) {
    const values = { size: String(text.length), limit: String(source.sizeLimit) };
    return unread([problem("yaml-size", at(file, [firstLine, 1]), values)]);
  }
  const raw = unprintableIn(text);
  if (raw !== undefined) return unread([problem("yaml-control", at(file, spot(raw.index)), { character: raw.name })]);
  const tokens = [...new Parser().parse(text)];
  const findings = findingsIn(tokens);
  if (findings.some(({ kind }) => kind !== "comment"))
    return unread(syntaxProblems({ file, text, spot, findings, errors: [] }));
  const [document] = new Composer(options).compose(tokens);
  const errors = document?.errors ?? [];
  if (errors.length > 0) return unread(syntaxProblems({ file, text, spot, findings, errors }));
  const comments = syntaxProblems({ file, text, spot, findings, errors: [] });
  const root = document?.contents ?? null;
  const walk: Walk = {
    ...{ file, text, spot: spotsIn(text, firstLine), freeField: source.freeField },
    ...{ places: Object.create(null), keyPlaces: Object.create(null), emptyFields: [], problems: [] },
  };
  if (root === null || (isScalar(root) && root.source === "")) return { ...unread(comments), fields: mapping() };
  if (!isMap(root)) {
    return unread([problem("yaml-not-fields", at(file, spot(startOf(root))), { text: quote(text.trim()) })]);
  }
  const fields = readMapping(root.items, "", walk);
  const { places, keyPlaces, emptyFields } = walk;
  return { fields, places, keyPlaces, emptyFields, problems: [...comments, ...walk.problems] };
}

type Pairs = readonly { readonly key: unknown; readonly value: unknown }[];

function readMapping(items: Pairs, path: string, walk: Walk): Fields {
  const fields = mapping();
  const names = new Set<string>();
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value) : "";
    const here = walk.spot(startOf(key));
    const inside = path === "" ? name : `${path}.${name}`;
    if (names.has(name)) {
      const line = String((walk.keyPlaces[inside] ?? here)[0]);
      walk.problems.push(problem("yaml-duplicate-key", at(walk.file, here), { key: quote(name), line }));
      continue;
    }
    names.add(name);
    walk.keyPlaces[inside] = here;
    if (isAbsent(value)) {
      if (path === "") walk.emptyFields.push(name);
      continue;
    }
    walk.places[inside] = walk.spot(startOf(value));
    fields[name] = inside === walk.freeField ? readFree(value, walk) : readNode(value, inside, walk);
  }
  return fields;
}

function readNode(node: unknown, path: string, walk: Walk): unknown {
  if (isMap(node)) return readMapping(node.items, path, walk);
  if (!isSeq(node)) return textOf(node, walk);
  return node.items.map((item, index) => {
    const inside = `${path}.${index}`;
    walk.places[inside] = walk.spot(startOf(item));
    return readNode(item, inside, walk);
  });
}

/** The value of the free field: by the core schema, still without prototypes. */
function readFree(node: unknown, walk: Walk): unknown {
  if (isSeq(node)) return node.items.map((item) => readFree(item, walk));
  if (!isMap(node)) return isScalar(node) && node.type === "PLAIN" ? coreValue(textOf(node, walk)) : textOf(node, walk);
  const fields = mapping();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name in fields) {
      const here = walk.spot(startOf(key));
      walk.problems.push(
        problem("yaml-duplicate-key", at(walk.file, here), { key: quote(name), line: String(here[0]) }),
      );
    }
    fields[name] = readFree(value, walk);
  }
  return fields;
}

function textOf(node: unknown, walk: Walk): string {
  if (!isScalar(node)) return "";
  const text = isFolded(node, walk) ? withoutFolds(String(node.value)) : String(node.value);
  const found = unprintableIn(text);
  if (found !== undefined) {
    walk.problems.push(problem("yaml-control", at(walk.file, walk.spot(startOf(node))), { character: found.name }));
  }
  return text;
}

/** True for a value that stands on several lines which YAML has made one. */
function isFolded(node: Scalar, { text }: Walk): boolean {
  if (node.type === "BLOCK_LITERAL") return false;
  const [start = 0, end = 0] = node.range ?? [];
  return text.slice(start, end).trimEnd().includes("\n");
}

/** YAML joins lines by a space; between two Han characters or marks a line break leaves none, as in the body. */
function withoutFolds(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}\u3000-\u303f\uff01-\uff65“”‘’…—]) (?=[\p{Script=Han}\u3000-\u303f\uff01-\uff65“”‘’…—])/gu,
    "",
  );
}

function isAbsent(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.type === "PLAIN" && node.source === "");
}

function startOf(node: unknown): number {
  const hasRange = isScalar(node) || isMap(node) || isSeq(node);
  return hasRange ? (node.range?.[0] ?? 0) : 0;
}

function mapping(): Record<string, unknown> {
  return Object.create(null);
}

function unread(problems: readonly Problem[]): YamlFields {
  return { fields: undefined, places: Object.create(null), keyPlaces: Object.create(null), emptyFields: [], problems };
}

function at(file: string, [line, column]: Spot) {
  return { file, line, column };
}
