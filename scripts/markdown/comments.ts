import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { draftOf } from "./body-draft.ts";
import { printTokens } from "./print-tokens.ts";

/**
 * Comments, `<!-- … -->`, which are removed.
 *
 * One that begins a line may run over blank lines, and what follows its end is text again; one within a paragraph ends
 * within it. An unclosed one stays, as text, and is pointed at when the text is surveyed.
 */
export function comments(md: MarkdownIt): void {
  md.block.ruler.before("table", "comment", readBlockComment, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("autolink", "comment", readInlineComment);
  printTokens(md, { comment: () => "" });
}

function readBlockComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[startLine] ?? 0;
  const open = start + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(open) !== 0x3c || !state.src.startsWith("<!--", open)) return false;
  const draft = draftOf(state.env);
  const end = draft.commentEnd(state.src, open);
  const lastLine = end < 0 ? endLine : draft.lineOf(state.src, end - 1);
  if (lastLine >= endLine) return false;
  // A comment on one line of a paragraph is the inline rule's: it does not break the paragraph.
  if (silent) return lastLine > startLine;
  const restStart = state.skipSpaces(end);
  if (restStart < (state.eMarks[lastLine] ?? 0)) {
    if (lastLine === startLine) return false;
    state.bMarks[lastLine] = end;
    state.tShift[lastLine] = restStart - end;
    state.sCount[lastLine] = state.blkIndent;
    state.line = lastLine;
  } else {
    state.line = lastLine + 1;
  }
  const token = state.push("comment", "", 0);
  token.map = [startLine, lastLine + 1];
  token.hidden = true;
  return true;
}

function readInlineComment(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3c || !src.startsWith("<!--", pos) || state.skipHtmlSpecial) return false;
  const close = src.indexOf("-->", pos + 4);
  if (close < 0) {
    state.skipHtmlSpecial = true;
    return false;
  }
  if (close + 3 > state.posMax) return false;
  if (!silent) state.push("comment", "", 0);
  state.pos = close + 3;
  return true;
}
