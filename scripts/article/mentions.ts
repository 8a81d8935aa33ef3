import type { Problem } from "../report/problem.ts";
import { severityOf } from "../report/render-report.ts";
import type { Places } from "./article.ts";
import type { Fields } from "./yaml-fields.ts";

/** What a front matter may name: a source of the register or any, a person by name or by file, a topic, a picture, an article, a column or page. */
export type MentionKind = "registered" | "source" | "author" | "person" | "topic" | "picture" | "article" | "place";

/** Something that a front matter names, and where. */
export interface Mention {
  readonly kind: MentionKind;
  /** As written, without white space around it. */
  readonly text: string;
  /** Its dotted path, `related.pin.0`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A front matter as written, and where. */
export interface WrittenFields {
  readonly fields: Fields;
  readonly places: Places;
}

/** The fields that name something, by the kind of their file; a number is a position in a list. */
const namingFields = {
  article: [
    ["registered", /^source(?:\.\d+)?$/u],
    ["source", /^source(?:\.\d+)?\.name$/u],
    ["author", /^author(?:\.\d+)?(?:\.name)?$/u],
    ["person", /^author(?:\.\d+)?\.person$/u],
    ["topic", /^topics\.\d+$/u],
    ["picture", /^image(?:\.src)?$/u],
    ["article", /^related\.(?:(?:pin|block)\.)?\d+$/u],
  ],
  column: [
    ["picture", /^image(?:\.src)?$/u],
    ["article", /^pinned\.\d+$/u],
  ],
  topic: [
    ["picture", /^image(?:\.src)?$/u],
    ["article", /^sections\.\d+\.articles\.\d+$/u],
  ],
  masthead: [
    ["article", /^lead\.\d+$/u],
    ["place", /^navigation\.\d+$/u],
  ],
} as const satisfies Record<string, readonly (readonly [MentionKind, RegExp])[]>;

/**
 * What the front matter of a file of this kind names, in its order, told from the text alone: for files with errors, of which there is
 * no checked value. What has an error of its own, one of `faults`, is left out.
 */
export function mentionsIn(kind: string, written: WrittenFields, faults: readonly Problem[]): readonly Mention[] {
  const naming = Object.entries(namingFields).find(([name]) => name === kind)?.[1] ?? [];
  if (naming.length === 0) return [];
  const wrong = new Set(
    faults.filter((each) => severityOf(each) === "error").map(({ line, column }) => `${line}:${column}`),
  );
  const texts = textsIn(written.fields, "");
  const paths = new Set(texts.map(([path]) => path));
  return texts.flatMap(([path, text]) => {
    const spot = written.places[path];
    const found = naming.find(([, pattern]) => pattern.test(path))?.[0];
    // An author with a file is known by it, whatever the name in print.
    const isKnownBetter = found === "author" && path.endsWith(".name") && paths.has(path.replace(/name$/u, "person"));
    if (found === undefined || spot === undefined || isKnownBetter || wrong.has(spot.join(":"))) return [];
    return [{ kind: found, text: text.trim(), path, line: spot[0], column: spot[1] }];
  });
}

/** Every text of `value` with its dotted path. */
function textsIn(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([step, inner]) => textsIn(inner, path === "" ? step : `${path}.${step}`));
}
