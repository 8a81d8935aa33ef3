import type { MarkdownIt, StateInline } from "markdown-it";
import { hasHan } from "./characters.ts";
import { escapeHtml } from "./entities.ts";
import { printTokens } from "./print-tokens.ts";

/** Longest ruby, in UTF-16 units; it keeps the search for the closing brace short. */
const longest = 200;

/**
 * Ruby: `{漢字|hàn zì}`.
 *
 * Where the reading has as many words as the base has characters, each character gets its own; otherwise the reading
 * stands over the whole base. Braces of program text (`{{ a|b }}`, `{% a|b %}`, `${a|b}`, `{a|b}` in Latin) stay as they are.
 */
export function ruby(md: MarkdownIt): void {
  md.inline.ruler.before("emphasis", "ruby", readRuby);
  printTokens(md, { ruby: ({ content, info }) => rubyHtml(content, info) });
}

function readRuby(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x7b) return false;
  const found = findRuby(src, pos, Math.min(state.posMax, pos + longest));
  if (found === undefined) return false;
  if (!silent) {
    const token = state.push("ruby", "ruby", 0);
    token.content = found.base;
    token.info = found.reading;
  }
  state.pos = found.end;
  return true;
}

interface FoundRuby {
  readonly base: string;
  readonly reading: string;
  readonly end: number;
}

function findRuby(src: string, start: number, max: number): FoundRuby | undefined {
  if (start > 0 && "{$\\".includes(src.charAt(start - 1))) return undefined;
  let bar = -1;
  for (let at = start + 1; at < max; at++) {
    const char = src.charAt(at);
    if (char === "{" || char === "\n" || char === "<") return undefined;
    if (char === "|" && bar < 0) bar = at;
    if (char !== "}") continue;
    if (bar < 0 || src.charAt(at + 1) === "}") return undefined;
    const base = src.slice(start + 1, bar).trim();
    const reading = src
      .slice(bar + 1, at)
      .replaceAll("|", " ")
      .trim();
    const isRuby = base !== "" && reading !== "" && !/^[%#]/u.test(base) && hasHan(base + reading);
    return isRuby ? { base, reading, end: at + 1 } : undefined;
  }
  return undefined;
}

function rubyHtml(base: string, reading: string): string {
  const characters = [...base];
  const readings = reading.split(/\s+/u);
  const isEach = characters.length === readings.length && characters.every(hasHan);
  const parts = isEach ? characters.map((character, i) => pair(character, readings[i] ?? "")) : [pair(base, reading)];
  return `<ruby>${parts.join("")}</ruby>`;
}

function pair(base: string, reading: string): string {
  return `${escapeHtml(base)}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp>`;
}
