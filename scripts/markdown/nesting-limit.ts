import type { MarkdownIt } from "markdown-it";
import { draftOf } from "./body-draft.ts";

/** How deep quotations may be nested; a list counts twice. */
const deepestNesting = 20;

/** Reports quotations and lists nested deeper than `deepestNesting`; a little deeper still, the parser stops. */
export function nestingLimit(md: MarkdownIt): void {
  md.set({ maxNesting: deepestNesting + 4 });
  md.block.ruler.before("table", "nesting_limit", (state, line, _endLine, silent) => {
    if (silent || state.level < deepestNesting) return false;
    const draft = draftOf(state.env);
    const index = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    const lineStart = state.src.lastIndexOf("\n", index - 1) + 1;
    const column = [...state.src.slice(lineStart, index)].length + 1;
    if (draft.isNew("nesting"))
      draft.reportAt("nesting-too-deep", [line + 1, column], { limit: String(deepestNesting) });
    return false;
  });
}
