const special = /[&<>"']/u;
const specials = /[&<>"']/gu;
// XML 1.0 (fifth edition), production 2, Char: everything else may not stand in a document even as a reference.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** `text` as HTML text or as a double- or single-quoted attribute value: `& < > " '` become references, all else stays. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(specials, reference) : text;
}

/**
 * `text` as XML text or as a quoted attribute value, without the characters XML 1.0 forbids.
 *
 * Control characters save tab, line feed and carriage return, lone surrogates, U+FFFE and U+FFFF are left out:
 * a feed that holds one of them is unreadable as a whole.
 */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(forbidden, ""));
}

function reference(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}
