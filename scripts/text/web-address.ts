/** How many characters before a slash are looked at. */
const longestHost = 80;
/** `Node.js/Deno` begins like one without a scheme, which is so long at least. */
const shortest = 20;
const longWord = new RegExp(`[^\\s<]{${shortest}}`, "u");
/** A scheme; a host with a name at its end; the beginning of a DOI. Nothing that a file's path or a fraction has. */
const head =
  /(?:^|[^\w\-.~/\\@%:]|doi:)([a-z][a-z0-9+.-]*:|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?|10\.\d{4,9})$/iu;

/**
 * The web address or DOI of which the first slash stands at `at` of `html`: from where to where, a tag, a space and what is not ASCII being its
 * end. Nothing where there is none. Attributes are text too: whoever asks passes tags over.
 */
export function webAddressAt(html: string, at: number): readonly [start: number, end: number] | undefined {
  const before = html.slice(Math.max(0, at - longestHost), at);
  const found = head.exec(before)?.[1];
  if (found === undefined || (found.endsWith(":") && html.charAt(at + 1) !== "/")) return undefined;
  const start = at - found.length;
  let end = at + 1;
  while (isOfAddress(html, end)) end++;
  return found.endsWith(":") || end - start >= shortest ? [start, end] : undefined;
}

/**
 * The word without spaces in which `@` or `_` stands at `at` of `html`, where it is long: from where to where.
 */
export function longWordAt(html: string, at: number): readonly [start: number, end: number] | undefined {
  let start = at;
  while (start > at - longestHost && /[\w.+-]/u.test(html.charAt(start - 1))) start--;
  let end = at + 1;
  while (isOfAddress(html, end)) end++;
  return end - start >= shortest ? [start, end] : undefined;
}

/** Whether `text` has a word so long that a line before it may be stretched. */
export function hasLongWord(text: string): boolean {
  return longWord.test(text);
}

function isOfAddress(html: string, at: number): boolean {
  const code = html.charCodeAt(at);
  // `&` is written `&amp;`; any other reference is a mark that ends it.
  if (code === 0x26) return html.startsWith("&amp;", at);
  return code > 0x20 && code < 0x7f && code !== 0x3c;
}
