import { mayHoldMergeMark, mergeMark } from "../text/merge-mark.ts";
import type { BodyDraft } from "./body-draft.ts";

/** Reports marks of an unfinished merge outside `fences` (first and last line of each, from 0, the last exclusive). */
export function checkMergeMarks(
  draft: BodyDraft,
  source: string,
  fences: readonly (readonly [number, number])[],
): void {
  if (!mayHoldMergeMark(source)) return;
  let next = 0;
  for (const [line, text] of draft.places.lines.entries()) {
    while ((fences[next]?.[1] ?? Number.POSITIVE_INFINITY) <= line) next++;
    const isInFence = (fences[next]?.[0] ?? Number.POSITIVE_INFINITY) <= line;
    const mark = isInFence ? undefined : mergeMark(text);
    if (mark !== undefined) draft.reportAt("merge-marks", [line + 1, 1], { mark });
  }
}
