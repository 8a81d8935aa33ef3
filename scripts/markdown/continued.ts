/** Marks no sentence begins with. */
const middle = "，、；：。！？,;";
/** Marks at which a paragraph can stop, for what is displayed to be part of its sentence. A colon announces, and ends it. */
const open = "，、,";

/** What stands between two paragraphs: a quotation, list or table, or something with no words of a sentence (a picture, code). */
export type Display = "words" | "picture";

/**
 * Whether a paragraph that reads `text` goes on with the sentence that the paragraph `before` it and the `display` between them began.
 *
 * It does when it begins with a mark no sentence begins with, or when that paragraph stops at a comma and words are displayed: in
 * 3,000 real articles a comma before a picture or program is careless and ends the sentence. Such a paragraph is not indented
 * (clreq, 3.1.8).
 */
export function continuesSentence(before: string, display: Display, text: string): boolean {
  if (before === "" || text === "") return false;
  return middle.includes(text.charAt(0)) || (display === "words" && open.includes(before.slice(-1)));
}
