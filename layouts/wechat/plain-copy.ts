const references: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};

/** The text of what `wechatHtml` has printed, for who pastes where nothing but text goes: paragraphs parted by a line, pictures by their words. */
export function plainCopy(html: string): string {
  return html
    .replaceAll(/<img [^>]*alt="([^"]*)"[^>]*>/gu, (_, alt: string) => (alt === "" ? "" : `［${alt}］`))
    .replaceAll(/<(?:hr|br)[^>]*>/gu, "\n")
    .replaceAll(/<\/t[dh]>\s*(?=<t[dh])/gu, "\t")
    .replaceAll(/<\/tr>\s*/gu, "\n")
    .replaceAll(/<\/?(?:p|section|h[2-6]|table)\b[^>]*>/gu, "\n\n")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/gu, (reference) => references[reference] ?? reference)
    .replaceAll(/[ \t]+\n/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}
