import { type Problem, problem } from "../report/problem.ts";
import { mayHoldMergeMark, mergeMark } from "../text/merge-mark.ts";
import { readAnyYaml } from "./any-yaml.ts";
import type { Places, Spot } from "./article.ts";
import { coreValue } from "./core-value.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { quote, unprintableIn } from "./quote.ts";
import { spotsIn } from "./spot.ts";
import { syntaxProblems } from "./yaml-faults.ts";
import type { YamlMapping, YamlNode, YamlScalar } from "./yaml-node.ts";

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
  readonly spot: (offset: number) => Spot;
  readonly places: Record<string, Spot>;
  readonly keyPlaces: Record<string, Spot>;
  readonly emptyFields: string[];
  readonly problems: Problem[];
  readonly freeField: string | undefined;
}

/**
 * A mapping whose values are as written: text stays text, empty values are absent. Reports the `yaml-…` rules.
 *
 * The plainest YAML is read by ourselves, for speed; the library reads all else, and finds every fault.
 */
export function readYaml(source: YamlText): YamlFields {
  const { file, text, firstLine } = source;
  if (text.length > source.sizeLimit) {
    const values = { size: String(text.length), limit: String(source.sizeLimit) };
    return unread([problem("yaml-size", at(file, [firstLine, 1]), values)]);
  }
  const raw = unprintableIn(text);
  if (raw !== undefined) {
    const spot = spotsIn(text, firstLine)(raw.index);
    return unread([problem("yaml-control", at(file, spot), { character: raw.name })]);
  }
  const marks = mergeMarks(source);
  if (marks.length > 0) return unread(marks);
  const plain = readPlainYaml(text);
  return plain === undefined ? readByLibrary(source) : fieldsOf(plain, source, []);
}

/** What follows from two versions in one text is not worth telling. */
function mergeMarks({ file, text, firstLine }: YamlText): readonly Problem[] {
  if (!mayHoldMergeMark(text)) return [];
  return text.split("\n").flatMap((line, index) => {
    const mark = mergeMark(line);
    return mark === undefined ? [] : [problem("merge-marks", at(file, [firstLine + index, 1]), { mark })];
  });
}

function readByLibrary(source: YamlText): YamlFields {
  const { file, text, firstLine } = source;
  const { root, findings, errors } = readAnyYaml(text);
  const spot = spotsIn(text, firstLine);
  const faults = syntaxProblems({ file, text, spot, findings, errors });
  if (root === undefined) return unread(faults);
  if (root.kind === "mapping") return fieldsOf(root, source, faults);
  return unread([problem("yaml-not-fields", at(file, spot(root.start)), { text: quote(text.trim()) })]);
}

function fieldsOf(
  root: YamlMapping,
  { file, text, firstLine, freeField }: YamlText,
  faults: readonly Problem[],
): YamlFields {
  const walk: Walk = {
    ...{ file, spot: spotsIn(text, firstLine), freeField },
    ...{ places: Object.create(null), keyPlaces: Object.create(null), emptyFields: [], problems: [...faults] },
  };
  const fields = readMapping(root, "", walk);
  const { places, keyPlaces, emptyFields, problems } = walk;
  return { fields, places, keyPlaces, emptyFields, problems };
}

function readMapping({ pairs }: YamlMapping, path: string, walk: Walk): Fields {
  const fields = mapping();
  const names = new Set<string>();
  for (const { name, start, value } of pairs) {
    const here = walk.spot(start);
    const inside = path === "" ? name : `${path}.${name}`;
    if (names.has(name)) {
      const line = String((walk.keyPlaces[inside] ?? here)[0]);
      walk.problems.push(problem("yaml-duplicate-key", at(walk.file, here), { key: quote(name), line }));
      continue;
    }
    names.add(name);
    walk.keyPlaces[inside] = here;
    if (value === undefined || isEmpty(value)) {
      if (path === "") walk.emptyFields.push(name);
      continue;
    }
    walk.places[inside] = walk.spot(value.start);
    fields[name] = inside === walk.freeField ? readFree(value, walk) : readNode(value, inside, walk);
  }
  return fields;
}

function readNode(node: YamlNode, path: string, walk: Walk): unknown {
  if (node.kind === "mapping") return readMapping(node, path, walk);
  if (node.kind === "scalar") return readText(node, walk);
  return node.nodes.map((each, index) => {
    const inside = `${path}.${index}`;
    walk.places[inside] = walk.spot(each.start);
    return readNode(each, inside, walk);
  });
}

/** The value of the free field: by the core schema, still without prototypes. */
function readFree(node: YamlNode, walk: Walk): unknown {
  if (node.kind === "list") return node.nodes.map((each) => readFree(each, walk));
  if (node.kind === "scalar") return node.isPlain ? coreValue(readText(node, walk)) : readText(node, walk);
  const fields = mapping();
  for (const { name, start, value } of node.pairs) {
    if (name in fields) {
      const here = walk.spot(start);
      walk.problems.push(
        problem("yaml-duplicate-key", at(walk.file, here), { key: quote(name), line: String(here[0]) }),
      );
    }
    fields[name] = value === undefined ? "" : readFree(value, walk);
  }
  return fields;
}

function readText({ text, start }: YamlScalar, walk: Walk): string {
  const found = unprintableIn(text);
  if (found !== undefined) {
    walk.problems.push(problem("yaml-control", at(walk.file, walk.spot(start)), { character: found.name }));
  }
  return text;
}

/** True where nothing was written, not even quotes. */
function isEmpty(node: YamlNode): boolean {
  return node.kind === "scalar" && node.isPlain && node.text === "";
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
