import MarkdownParser from "markdown-it";
import { blockState } from "./block-state.ts";
import { chineseEmphasis } from "./chinese-emphasis.ts";
import { comments } from "./comments.ts";
import { fencedCode } from "./fenced-code.ts";
import { figures } from "./figures.ts";
import { footnotes } from "./footnotes.ts";
import { html } from "./html.ts";
import { links } from "./links.ts";
import { nestingLimit } from "./nesting-limit.ts";
import { paragraphStarts } from "./paragraph-starts.ts";
import { plainText } from "./plain-text.ts";
import { ruby } from "./ruby.ts";
import { softBreaks } from "./soft-breaks.ts";
import { tables } from "./tables.ts";

/** The one Markdown parser: CommonMark with tables and strikethrough, and these constructs, in the order in which their rules try. */
export const markdown = new MarkdownParser({ html: false, linkify: false, typographer: false, breaks: false })
  .disable(["normalize", "linkify", "replacements", "smartquotes"])
  .use(blockState)
  .use(plainText)
  .use(nestingLimit)
  .use(comments)
  .use(html)
  .use(fencedCode)
  .use(footnotes)
  .use(paragraphStarts)
  .use(chineseEmphasis)
  .use(softBreaks)
  .use(ruby)
  .use(links)
  .use(figures)
  .use(tables);
