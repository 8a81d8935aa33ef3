import type { MarkdownIt, StateInline } from "markdown-it";
import { PlainToken } from "./plain-token.ts";

/**
 * The characters with which something other than text begins or ends within a line. markdown-it stops at more of them, for
 * plugins that we do not use; whoever adds a construct adds its first character here.
 */
const marks = "\\n!&*<[\\\\\\]_`{~";
const mark = new RegExp(`[${marks}]`);
const unmarked = new RegExp(`[^${marks}]+`, "y");

/** Text up to the next mark, and whole paragraphs that hold none: of those, which are the most in Chinese text, nothing else is asked. */
export function plainText(md: MarkdownIt): void {
  md.inline.ruler.at("text", readText);
  const { inline } = md;
  const parse = inline.parse.bind(inline);
  inline.parse = (text, parser, env, tokens) => {
    if (mark.test(text)) parse(text, parser, env, tokens);
    else if (text !== "") tokens.push(textToken(text));
  };
}

function readText(state: StateInline, silent: boolean): boolean {
  unmarked.lastIndex = state.pos;
  if (!unmarked.test(state.src)) return false;
  const end = Math.min(unmarked.lastIndex, state.posMax);
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function textToken(text: string): PlainToken {
  const token = new PlainToken("text", "", 0);
  token.content = text;
  return token;
}
