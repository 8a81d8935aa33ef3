import type { MarkdownIt } from "markdown-it";
import { codePointBefore, isFullWidth, isSharedMark } from "./characters.ts";
import { printTokens } from "./print-tokens.ts";

/** What a line end within a paragraph prints is decided when its neighbours are known: a space, or nothing (`soft-break` hidden). */
export function softBreaks(md: MarkdownIt): void {
  printTokens(md, { softbreak: ({ hidden }) => (hidden ? "" : "\n") });
}

/** Whether a line end after `before` and ahead of `after` is a space: only where neither side is Han, kana or a full-width mark. */
export function isSpaceBetween(before: string, after: string): boolean {
  return !endsFullWidth(before) && !startsFullWidth(after);
}

/** Marks that Chinese shares with Latin (“ — …) count as what stands beyond them. */
function endsFullWidth(text: string): boolean {
  let end = text.length;
  for (let marks = 0; marks < 4 && end > 1 && isSharedMark(text.charCodeAt(end - 1)); marks++) end--;
  return isFullWidth(codePointBefore(text, end));
}

function startsFullWidth(text: string): boolean {
  let start = 0;
  while (start < 4 && start < text.length - 1 && isSharedMark(text.charCodeAt(start))) start++;
  return isFullWidth(text.codePointAt(start) ?? 0x20);
}
