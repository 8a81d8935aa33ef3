import { Composer, isMap, isScalar, isSeq, Parser, type Scalar, type YAMLError } from "yaml";
import { type Finding, findingsIn } from "./yaml-guard.ts";
import type { YamlNode } from "./yaml-node.ts";

/** What the `yaml` library makes of a text, and what is held against it. */
export interface AnyYaml {
  /** Nothing where the text has errors or is refused; a mapping without pairs where nothing is written. */
  readonly root: YamlNode | undefined;
  readonly findings: readonly Finding[];
  readonly errors: readonly YAMLError[];
}

// The failsafe schema makes every scalar a text, so that `no`, `007` and `2020-03-27` stay what they are.
// Keys are compared by the reader of fields: the library does it in quadratic time.
const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;

/** The value in `text`, which may be any YAML; refused, and given no meaning, for every finding but a comment. */
export function readAnyYaml(text: string): AnyYaml {
  const tokens = [...new Parser().parse(text)];
  const findings = findingsIn(tokens);
  if (findings.some(({ kind }) => kind !== "comment")) return { root: undefined, findings, errors: [] };
  const [document] = new Composer(options).compose(tokens);
  const errors = document?.errors ?? [];
  if (errors.length > 0) return { root: undefined, findings, errors };
  const contents = document?.contents ?? null;
  const isNothing = contents === null || (isScalar(contents) && contents.source === "");
  return { root: isNothing ? { kind: "mapping", start: 0, pairs: [] } : nodeOf(contents, text), findings, errors };
}

function nodeOf(node: unknown, text: string): YamlNode {
  const start = startOf(node);
  if (isScalar(node)) return { kind: "scalar", start, text: textOf(node, text), isPlain: node.type === "PLAIN" };
  if (isSeq(node)) return { kind: "list", start, nodes: node.items.map((each) => nodeOf(each, text)) };
  if (!isMap(node)) return { kind: "scalar", start, text: "", isPlain: false };
  const pairs = node.items.map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value) : "",
    start: startOf(key),
    value: value === null || value === undefined ? undefined : nodeOf(value, text),
  }));
  return { kind: "mapping", start, pairs };
}

function textOf(scalar: Scalar, text: string): string {
  return isFolded(scalar, text) ? withoutFolds(String(scalar.value)) : String(scalar.value);
}

/** True for a value that stands on several lines which YAML has made one. */
function isFolded({ type, range }: Scalar, text: string): boolean {
  if (type === "BLOCK_LITERAL") return false;
  const [start = 0, end = 0] = range ?? [];
  return text.slice(start, end).trimEnd().includes("\n");
}

/** YAML joins lines by a space; between two Han characters or marks a line break leaves none, as in the body. */
function withoutFolds(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}\u3000-\u303f\uff01-\uff65“”‘’…—]) (?=[\p{Script=Han}\u3000-\u303f\uff01-\uff65“”‘’…—])/gu,
    "",
  );
}

function startOf(node: unknown): number {
  const hasRange = isScalar(node) || isMap(node) || isSeq(node);
  return hasRange ? (node.range?.[0] ?? 0) : 0;
}
