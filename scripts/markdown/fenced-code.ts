import type { MarkdownIt } from "markdown-it";
import { escapeHtml } from "./entities.ts";
import { printTokens } from "./print-tokens.ts";

/** Code between fences only: an indented line is text, wherever it was pasted from. */
export function fencedCode(md: MarkdownIt): void {
  md.disable("code");
  printTokens(md, {
    fence: ({ info, content }) => {
      const language = /^[A-Za-z0-9_+#.-]{1,40}/u.exec(info.trim())?.[0];
      const hook = language === undefined ? "" : ` class="language-${language}"`;
      return `<pre><code${hook}>${escapeHtml(content)}</code></pre>\n`;
    },
  });
}
