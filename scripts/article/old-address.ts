/** Controls, line ends and bidirectional marks, which no name of a file should hold. */
const deceiving = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}]/u;

/**
 * True for an address that a site may have had: a plain path from `/` on, percent escapes included, that cannot lead out of it.
 *
 * It becomes the name of a file and part of hosts' rules (SAFETY item 13): no blanks, controls, `?`, `#`, backslash, `//`, `.` or `..`
 * steps, as they are or escaped; at most 1,000 characters as it is written here, 200 bytes a step as it is stored.
 */
export function isOldAddress(text: string): boolean {
  if (text.length > 1000 || !/^\/[\x21-\x7e]*$/u.test(text) || /[?#\\]|\/\/|%(?![0-9a-f]{2})/iu.test(text))
    return false;
  if (/%(?:2f|5c|25)/iu.test(text)) return false;
  const decoded = decodedPath(text);
  if (decoded === undefined || deceiving.test(decoded)) return false;
  const steps = text.replaceAll(/%../gu, (byte) => (byte.toLowerCase() === "%2e" ? "." : "x")).split("/");
  return steps.every((step) => step.length <= 200 && step !== "." && step !== "..");
}

/** `text` with all that is not ASCII percent-encoded (RFC 3986, section 2.1; UTF-8), as browsers ask for it. */
export function percentEncoded(text: string): string {
  return text.replaceAll(/[^\0-\x7f]+/gu, encodeURIComponent);
}

/** Nothing where the escapes spell no UTF-8. */
function decodedPath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
