import { type TrustedHtml, trustedHtml } from "./brands.ts";
import { characterAfter, characterBefore, startOfEnding } from "./html-characters.ts";
import {
  closingRole,
  digitRole,
  knotRole,
  lineRoleAt,
  linkRole,
  openingRole,
  pointRole,
  quoteRole,
  slashRole,
  tagRole,
} from "./line-roles.ts";
import { endOfMeasure } from "./number-unit.ts";
import { hasLongWord, longWordAt, webAddressAt } from "./web-address.ts";

/**
 * `html` prepared for Chinese lines, where style sheets alone do not set them well.
 *
 * What a line must not part is put into `<span class="unbroken">`: · ～ — and what stands before them, ／ and its neighbours,
 * a number and its unit, the last two characters of a paragraph or heading. The first of two adjacent marks, which lose half a
 * character together (clreq, 3.1.6.1), becomes `<span class="half">` for browsers that cannot trim by themselves; an apostrophe
 * in a Latin word becomes `<span class="apostrophe">`; a web address, which may be parted anywhere, `<span class="address">`; another
 * long word without spaces, which may be too, `<span class="long-word">`. Characters are neither added nor taken away, so that copied text is what
 * was written. Code, ruby and text between tags otherwise stay. Takes linear time.
 */
export function setLines(html: TrustedHtml): TrustedHtml {
  const found = new Findings();
  for (let at = 0; at < html.length; at++) {
    const role = lineRoleAt(html, at);
    if (role === 0) continue;
    if (role === tagRole) at = passTag(html, at, found);
    else if (role === digitRole) at = passNumber(html, at, found);
    else if (role === linkRole) at = joinLink(html, at, found);
    else if (role === slashRole) at = passSlash(html, at, found);
    else if (role === knotRole) at = passKnot(html, at, found);
    else addSign(html, at, found);
  }
  return found.isEmpty() ? html : trustedHtml(found.print(html));
}

/** Headline text or another line of plain text, escaped already: as `setLines`, with its last characters kept together. */
export function setLine(html: TrustedHtml): TrustedHtml {
  return trustedHtml(setLines(trustedHtml(`${html}</p>`)).slice(0, -"</p>".length));
}

/** What is found in one text, in the order of the text. */
class Findings {
  readonly #joins: [start: number, end: number, name: "unbroken" | "address" | "long-word"][] = [];
  readonly #signs: { readonly at: number; readonly name: string }[] = [];

  isEmpty(): boolean {
    return this.#joins.length === 0 && this.#signs.length === 0;
  }

  /** Keeps `start` to `end` on one line, together with what overlaps it. Ends rise from call to call. */
  join(start: number, end: number): void {
    let first = start;
    for (let last = this.#joins.at(-1); last !== undefined && last[1] > first; last = this.#joins.at(-1)) {
      // One as wide as a line must stay what may be parted.
      if (last[2] !== "unbroken") return;
      first = Math.min(first, last[0]);
      this.#joins.pop();
    }
    this.#joins.push([first, end, "unbroken"]);
  }

  /** Lets a line end anywhere between `start` and `end`, whatever was to be kept together there. */
  part([start, end]: readonly [start: number, end: number], name: "address" | "long-word"): void {
    while ((this.#joins.at(-1)?.[1] ?? 0) > start) this.#joins.pop();
    this.#joins.push([start, end, name]);
  }

  /** Marks the character at `at` with a class. */
  sign(at: number, name: string): void {
    this.#signs.push({ at, name });
  }

  print(html: string): string {
    let printed = "";
    let from = 0;
    let next = 0;
    const printTo = (end: number): void => {
      for (let sign = this.#signs[next]; sign !== undefined && sign.at < end; sign = this.#signs[++next]) {
        printed += `${html.slice(from, sign.at)}<span class="${sign.name}">${html.charAt(sign.at)}</span>`;
        from = sign.at + 1;
      }
      printed += html.slice(from, end);
      from = end;
    };
    for (const [start, end, name] of this.#joins) {
      printTo(start);
      printed += `<span class="${name}">`;
      printTo(end);
      printed += "</span>";
    }
    printTo(html.length);
    return printed;
  }
}

/** Elements whose text is left alone. */
const untouched = /<(pre|code|kbd|ruby)[ >]/y;
const untouchedInitials = "pckr";

/** The index of the last character of the tag that begins at `at`, or of the whole element where it is left alone. */
function passTag(html: string, at: number, found: Findings): number {
  const initial = html.charAt(at + 1);
  if (initial === "/" && (html.startsWith("p>", at + 2) || html.charAt(at + 2) === "h")) {
    const [start, end] = startOfEnding(html, at);
    if (start < end) found.join(start, end);
  }
  const close = html.indexOf(">", at);
  // Only few tags are asked for their name: they are a tenth of the text.
  if (!untouchedInitials.includes(initial) || close === at + 2) return close < 0 ? html.length : close;
  untouched.lastIndex = at;
  const name = untouched.exec(html)?.[1];
  const end = name === undefined ? close : html.indexOf(`</${name}>`, close);
  if (name === "code" && end > 0 && hasLongWord(html.slice(close + 1, end))) found.part([close + 1, end], "long-word");
  return end < 0 ? html.length : end;
}

/** Numbers stay with their units (clreq, 3.1.3): `120公里`, `5 kg`, `2020年`. */
function passNumber(html: string, at: number, found: Findings): number {
  const end = endOfMeasure(html, at);
  if (end > at) {
    found.join(at, end);
    return end - 1;
  }
  let last = at;
  while (lineRoleAt(html, last + 1) === digitRole) last++;
  return last;
}

/** An interpunct or connector stays with what it follows; a dash —— of two is no connector and may begin a line. */
function joinLink(html: string, at: number, found: Findings): number {
  const mark = html.charAt(at);
  let last = at;
  while (html.charAt(last + 1) === mark) last++;
  const start = characterBefore(html, at);
  if (start >= 0 && (last === at || mark !== "—")) found.join(start, at + 1);
  return last;
}

/** The index of the last character of the address that the slash at `at` is in, or of the slash. */
function passSlash(html: string, at: number, found: Findings): number {
  const address = html.charAt(at) === "/" ? webAddressAt(html, at) : undefined;
  if (address === undefined) {
    joinSlash(html, at, found);
    return at;
  }
  found.part(address, "address");
  return address[1] - 1;
}

/** The index of the last character of the long word that the mark at `at` is in, or of the mark. */
function passKnot(html: string, at: number, found: Findings): number {
  const word = longWordAt(html, at);
  if (word === undefined) return at;
  found.part(word, "long-word");
  return word[1] - 1;
}

/** A slash between Chinese words stays with both; those of Latin words are left to the browser. */
function joinSlash(html: string, at: number, found: Findings): void {
  const start = characterBefore(html, at);
  const end = characterAfter(html, at + 1);
  if (start < 0 || end < 0) return;
  const isChinese =
    html.charCodeAt(at) > 0x7f || html.charCodeAt(at - 1) >= 0x2e80 || html.charCodeAt(at + 1) >= 0x2e80;
  if (isChinese) found.join(start, end);
}

/** Notes a mark that loses half its width to its neighbour, and an apostrophe. */
function addSign(html: string, at: number, found: Findings): void {
  const role = lineRoleAt(html, at);
  const next = lineRoleAt(html, at + 1);
  if (role & quoteRole && isLatinLetter(html.charCodeAt(at - 1)) && isLatinLetter(html.charCodeAt(at + 1))) {
    found.sign(at, "apostrophe");
    return;
  }
  const isPair = (next & openingRole) !== 0 || (next & role & closingRole) !== 0;
  if (!isPair || (role & next & quoteRole && !isAmongHan(html, at))) return;
  if (role & quoteRole) found.sign(at, "half quote");
  else found.sign(at, role & pointRole && next & closingRole ? "half point" : "half");
}

function isAmongHan(html: string, at: number): boolean {
  return html.charCodeAt(at - 1) >= 0x2e80 || html.charCodeAt(at + 2) >= 0x2e80;
}

function isLatinLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f);
}
