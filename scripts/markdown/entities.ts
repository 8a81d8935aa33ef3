import MarkdownParser from "markdown-it";

const { utils } = new MarkdownParser("zero");

/** `text` with the four characters that mean something in HTML written as references. */
export function escapeHtml(text: string): string {
  return utils.escapeHtml(text);
}

/** `text` with HTML's character references (`&nbsp;`, `&#20013;`) decoded, as a browser would. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});/giu, (reference) => utils.unescapeAll(reference));
}
