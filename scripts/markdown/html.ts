import type { MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { decodeEntities, escapeHtml } from "./entities.ts";
import { blockTags, type HtmlTag, isAllowedAttribute, tagAt } from "./html-tags.ts";
import { printTokens } from "./print-tokens.ts";

/**
 * HTML from a short allow-list.
 *
 * A tag within a line is a token `html_tag`. A line that begins with a tag of tables, `details` or `figure` begins a block of HTML,
 * which ends at the next blank line, as in CommonMark: nothing in it is Markdown. Every other tag is part of its paragraph.
 * Which tags are printed as tags is decided when the whole text is known (`html-frames.ts`); the rest print as text.
 */
export function html(md: MarkdownIt): void {
  md.inline.ruler.at("html_inline", readInlineTag);
  md.block.ruler.at("html_block", readBlock, { alt: ["paragraph", "reference", "blockquote"] });
  printTokens(md, {
    html_tag: (token, draft) => htmlPart(draft, token),
    html_block: (token, draft) => htmlBlock(draft, token),
  });
}

/** A block of HTML; text that would stand bare between paragraphs becomes a paragraph. */
function htmlBlock(draft: BodyDraft, block: Token): string {
  const parts = draft.blocks.get(block) ?? [];
  const printed: string[] = [];
  let run = "";
  const endRun = (): void => {
    printed.push(draft.openBlocks === 0 && run.trim() !== "" ? `<p>${run.trim()}</p>\n` : run);
    run = "";
  };
  for (const part of parts) {
    const tag = draft.tags.get(part);
    const isBlock = tag !== undefined && blockTags.has(tag.name);
    if (isBlock) {
      endRun();
      draft.openBlocks += tag.isClosing ? -1 : 1;
      printed.push(htmlPart(draft, part));
    } else {
      run += htmlPart(draft, part);
    }
  }
  endRun();
  return `${printed.join("")}\n`;
}

function htmlPart(draft: BodyDraft, part: Token): string {
  if (part.type === "comment") return "";
  if (part.type === "text") return escapeHtml(decodeEntities(part.content));
  const tag = draft.tags.get(part);
  return tag === undefined ? escapeHtml(part.content) : tagHtml(tag);
}

function readInlineTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const tag = tagAt(state.src, state.pos, state.posMax);
  if (tag === undefined) return false;
  if (!silent) state.push("html_tag", "", 0).content = tag.source;
  state.pos += tag.source.length;
  return true;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x3c) return false;
  const name = /^<\/?([a-z]+)(?=[\s/>]|$)/iu.exec(
    state.src.slice(start, Math.min(start + 16, state.eMarks[startLine] ?? 0)),
  );
  if (!blockTags.has(name?.[1]?.toLowerCase() ?? "")) return false;
  if (silent) return true;
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent) line++;
  state.line = line;
  const token = state.push("html_block", "", 0);
  token.map = [startLine, line];
  token.content = state.getLines(startLine, line, state.blkIndent, false);
  return true;
}

/** A block of HTML cut into `html_tag`, `text` and `comment`; each token's `map` holds its offset in the block. */
export function cutHtml(block: Token, makeToken: (type: string) => Token): readonly Token[] {
  const { content } = block;
  const parts: Token[] = [];
  const add = (type: string, from: number, to: number): void => {
    if (from >= to) return;
    const token = makeToken(type);
    token.content = content.slice(from, to);
    token.map = [from, from];
    parts.push(token);
  };
  let textStart = 0;
  let hasComments = true;
  for (let at = content.indexOf("<"); at >= 0; at = content.indexOf("<", at)) {
    const close = hasComments && content.startsWith("<!--", at) ? content.indexOf("-->", at + 4) : -1;
    if (close < 0 && content.startsWith("<!--", at)) hasComments = false;
    const length = close >= 0 ? close + 3 - at : (tagAt(content, at, content.length)?.source.length ?? 0);
    if (length === 0) {
      at++;
      continue;
    }
    add("text", textStart, at);
    add(close >= 0 ? "comment" : "html_tag", at, at + length);
    at += length;
    textStart = at;
  }
  add("text", textStart, content.length);
  return parts;
}

function tagHtml({ name, isClosing, attributes }: HtmlTag): string {
  if (isClosing) return `</${name}>`;
  const seen = new Set<string>();
  let printed = "";
  for (const attribute of attributes) {
    const [key, value] = attribute;
    if (seen.has(key) || !isAllowedAttribute(name, attribute)) continue;
    seen.add(key);
    printed += key === "open" ? " open" : ` ${key}="${escapeHtml(value)}"`;
  }
  return `<${name}${printed}>`;
}
