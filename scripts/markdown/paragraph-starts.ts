import type { MarkdownIt } from "markdown-it";

/**
 * A line that begins with two full-width spaces begins a paragraph, also without a blank line before it.
 *
 * So Chinese text pasted from elsewhere keeps its paragraphs; the spaces themselves are left to the style sheet. Not in
 * lists, and not after a hard break, where the spaces are the indent of a verse.
 */
export function paragraphStarts(md: MarkdownIt): void {
  md.block.ruler.before(
    "paragraph",
    "paragraph_start",
    (state, line, _endLine, silent) => {
      if (!silent || state.listIndent >= 0) return false;
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      if (!state.src.startsWith("\u3000\u3000", start)) return false;
      return !/(?: {2}|\\)$/u.test(
        state.src.slice(Math.max(0, (state.eMarks[line - 1] ?? 0) - 2), state.eMarks[line - 1]),
      );
    },
    { alt: ["paragraph", "blockquote"] },
  );
}
