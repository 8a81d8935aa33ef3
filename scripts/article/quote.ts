/** The beginning of `text`, at most 40 字 on one line, for a problem to quote; what is cut off is marked by `…`. */
export function quote(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/gu, " ").trim();
  const characters = [...line];
  return characters.length > 40 || text.length > 400 ? `${characters.slice(0, 40).join("")}…` : line;
}

// Controls but tab and line feed, bidirectional overrides and isolates, lone surrogates, noncharacters: none can be seen, all can deceive.
const unprintable = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/u;
// Anything but what surely can be seen, by UTF-16 units: a text without it, as most are, is looked through in half the time.
const unusual = /[^\n\t -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/** The first character of `text` that can be neither seen nor printed, with its name `U+202E`; nothing in a sound text. */
export function unprintableIn(text: string): { readonly index: number; readonly name: string } | undefined {
  const index = unusual.test(text) ? text.search(unprintable) : -1;
  if (index < 0) return undefined;
  const code = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { index, name: `U+${code}` };
}
