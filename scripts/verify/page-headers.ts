/** The header, with its value, by which a host makes of a page what its bytes do not say; nothing where there is none. */
export function headerFault(headers: Headers): string | undefined {
  return checks.flatMap(([name, isFault]) => {
    const value = headers.get(name);
    return value !== null && isFault(value) ? [`${name}: ${value}`] : [];
  })[0];
}

/** Headers that lead readers on, keep a page from being read as what it is, or style it. Others change nothing of what readers see. */
const checks: readonly (readonly [name: string, isFault: (value: string) => boolean])[] = [
  // Of no standard, and followed by all browsers as `<meta http-equiv="refresh">` is.
  ["refresh", () => true],
  // The charset of the header goes before that of the page (HTML Standard 13.2.3.2).
  ["content-type", (value) => !/^\s*text\/html\s*(?:;|$)/iu.test(value) || !isUtf8(value)],
  ["content-disposition", (value) => !/^\s*inline\b/iu.test(value)],
  // Firefox loads style sheets by it.
  ["link", (value) => /\brel\s*=\s*["']?[^;,]*stylesheet/iu.test(value)],
];

function isUtf8(type: string): boolean {
  const charset = /;\s*charset\s*=\s*["']?([^\s;"']*)/iu.exec(type)?.[1];
  return charset === undefined || /^utf-?8$/iu.test(charset);
}
