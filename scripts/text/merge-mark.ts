/** The mark with which git begins or ends what it could not merge, where `line` is such a line; `=======` alone may be a heading's. */
export function mergeMark(line: string): string | undefined {
  return /^(?:<{7}|>{7})(?= |$)/u.exec(line)?.[0];
}

/** True where `text` may hold such a line, told sooner than by looking at its lines. */
export function mayHoldMergeMark(text: string): boolean {
  return text.includes("<<<<<<<") || text.includes(">>>>>>>");
}
