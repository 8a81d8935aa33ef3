/** A comment that silences rules: `<!-- allow: rule-name -->`, several names divided by commas or spaces. */
export interface AllowComment {
  /** The line it stands on, from 1. */
  readonly line: number;
  /** Its first column, in code points from 1. */
  readonly column: number;
  readonly rules: readonly string[];
}

const allowComment = /<!--\s*allow[:：]([^<>]{1,200}?)-->/gu;

/**
 * The rules that comments in `text` silence, by line (from 1): each on the next line that is not blank, and on blank ones before it.
 *
 * A comment in fenced code or between backticks is text. Empty where nothing is silenced.
 */
export function silencedLines(text: string): ReadonlyMap<number, ReadonlySet<string>> {
  const silenced = new Map<number, Set<string>>();
  const comments = allowComments(text);
  if (comments.length === 0) return silenced;
  const lines = text.split("\n");
  for (const { line, rules } of comments) {
    let next = line + 1;
    while (next < lines.length && lines[next - 1]?.trim() === "") next++;
    const names = silenced.get(next) ?? new Set();
    for (const name of rules) names.add(name);
    silenced.set(next, names);
  }
  return silenced;
}

/** The allow comments of `text` in order. */
export function allowComments(text: string): readonly AllowComment[] {
  if (!text.includes("<!--") || !/<!--\s*allow[:：]/u.test(text)) return [];
  const found: AllowComment[] = [];
  let fence = "";
  for (const [index, line] of text.split("\n").entries()) {
    const marks = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/u.exec(line);
    if (marks !== null) fence = fenceAfter(fence, marks[1] ?? "", marks[2] ?? "");
    if (fence !== "" || marks !== null) continue;
    for (const match of line.matchAll(allowComment)) {
      const before = line.slice(0, match.index);
      if ((before.match(/`+/gu)?.length ?? 0) % 2 === 1) continue;
      const rules = (match[1] ?? "").split(/[\s,，、]+/u).filter((name) => name !== "");
      found.push({ line: index + 1, column: [...before].length + 1, rules });
    }
  }
  return found;
}

/** The fence that is open after a line of `marks` and `rest`, when `open` was open before; empty when none is. */
function fenceAfter(open: string, marks: string, rest: string): string {
  if (open === "") return marks.startsWith("`") && rest.includes("`") ? "" : marks;
  const closes = marks.startsWith(open) && rest.trim() === "";
  return closes ? "" : open;
}
