/** A line of a program or a settings file: a comment, a value given, or an end in `;`, `{` or `}` behind Latin text. */
const codeLine = /^\s*(?:\/\/|\/\*|#(?!#)|[A-Za-z_][\w.-]*\s?=)|[!-~][;{}]\s*$|^\s*[{}]\s*$/u;

/**
 * `masked` with its indented code blanked out, index for index.
 *
 * Indented lines are text (DESIGN, section 1), and so is what Word indents; but where one of the lines that stand together is code, all are.
 */
export function withoutIndentedCode(masked: string): string {
  if (!masked.includes("\n    ") && !masked.includes("\n\t") && !isIndented(masked.slice(0, 80))) return masked;
  const lines = masked.split("\n");
  for (let at = 0; at < lines.length; at++) {
    if (!isIndented(lines[at])) continue;
    const start = at;
    while (at + 1 < lines.length && (isIndented(lines[at + 1]) || lines[at + 1]?.trim() === "")) at++;
    if (!lines.slice(start, at + 1).some((line) => codeLine.test(line))) continue;
    for (let each = start; each <= at; each++) lines[each] = " ".repeat(lines[each]?.length ?? 0);
  }
  return lines.join("\n");
}

function isIndented(line: string | undefined): boolean {
  return line !== undefined && (line.startsWith("    ") || line.startsWith("\t")) && line.trim() !== "";
}
