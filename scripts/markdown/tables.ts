import type { MarkdownIt, Token } from "markdown-it";
import { printTokens } from "./print-tokens.ts";

/** Tables: a cell's alignment is a class (`align-center`, `align-right`), since a content security policy forbids styles. */
export function tables(md: MarkdownIt): void {
  printTokens(md, { th_open: cellHtml, td_open: cellHtml });
}

function cellHtml(token: Token): string {
  const align = /^text-align:(center|right)$/u.exec(String(token.attrGet("style") ?? ""))?.[1];
  return align === undefined ? `<${token.tag}>` : `<${token.tag} class="align-${align}">`;
}
