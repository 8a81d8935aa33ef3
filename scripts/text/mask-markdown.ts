/**
 * A Markdown text with everything that readers do not read as running words blanked out, index for index.
 *
 * Spaces stand for fenced code, code spans, link targets, bare addresses, HTML tags and comments and ruby
 * (`{漢字|hàn zì}`); line feeds stay. It is a rough reading for pointing at words, not a parser: an odd construct is
 * at worst looked at or passed over. Takes linear time.
 */
export function maskMarkdown(text: string): string {
  const lines = maskComments(text).split("\n");
  if (!text.includes("```") && !text.includes("~~~")) return lines.map(maskLine).join("\n");
  let fence: string | undefined;
  return lines
    .map((line) => {
      const marks = /^ {0,3}(?:> ?)*(`{3,}|~{3,})/u.exec(line)?.[1];
      if (fence !== undefined) {
        if (marks?.startsWith(fence) && line.trim().endsWith(marks)) fence = undefined;
        return blank(line);
      }
      if (marks === undefined) return maskLine(line);
      fence = marks;
      return blank(line);
    })
    .join("\n");
}

function blank(text: string): string {
  if (!text.includes("\n")) return " ".repeat(text.length);
  return text.replace(/[^\n]+/gu, (run) => " ".repeat(run.length));
}

function maskComments(text: string): string {
  let masked = "";
  let from = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    masked += text.slice(from, start) + blank(text.slice(start, end + 3));
    from = end + 3;
  }
  return masked + text.slice(from);
}

function maskLine(line: string): string {
  if (!/[`\](<{:/]/u.test(line)) return line;
  return maskCodeSpans(line)
    .replace(/\]\([^()\n]{0,2000}(?:\([^()\n]{0,2000}\)[^()\n]{0,2000})?\)/gu, blank)
    .replace(/^ {0,3}\[(?!\^)[^\]\n]{1,200}\]: .*$/u, blank)
    .replace(/<[A-Za-z/!][^<>]*>/gu, blank)
    .replace(/\{[^{}|\n]{1,40}\|[^{}|\n]{1,80}\}/gu, blank)
    .replace(/\bhttps?:\/\/[!-~]+/gu, blank);
}

/** Blanks what stands between runs of equally many backticks. */
function maskCodeSpans(line: string): string {
  const runs = [...line.matchAll(/`+/gu)].map((run) => ({ start: run.index, length: run[0].length }));
  if (runs.length < 2) return line;
  const closing = nextOfSameLength(runs);
  let masked = "";
  let from = 0;
  for (let at = 0; at < runs.length; at++) {
    const close = closing[at];
    const opened = runs[at];
    const closed = close === undefined ? undefined : runs[close];
    if (opened === undefined || closed === undefined || close === undefined) continue;
    const end = closed.start + closed.length;
    masked += line.slice(from, opened.start) + blank(line.slice(opened.start, end));
    from = end;
    at = close;
  }
  return masked + line.slice(from);
}

/** For each run, the index of the next one as long as it. */
function nextOfSameLength(runs: readonly { readonly length: number }[]): readonly (number | undefined)[] {
  const latest = new Map<number, number>();
  const next: (number | undefined)[] = new Array(runs.length);
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.length ?? 0;
    next[at] = latest.get(length);
    latest.set(length, at);
  }
  return next;
}
