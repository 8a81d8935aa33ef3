import type { MarkdownIt, Token } from "markdown-it";
import { authorityOf, hostNamedIn, isLookAlikeHost, leadsWhereItSays, unicodeHost } from "../text/hosts.ts";
import type { BodyDraft } from "./body-draft.ts";
import { excerpt } from "./excerpt.ts";
import type { Where } from "./html-frames.ts";
import { printTokens } from "./print-tokens.ts";

const allowedSchemes = new Set(["http", "https", "mailto", "tel"]);
const pictureSchemes = new Set(["http", "https"]);
/** Schemes that run code or open files: an error even where the whole might be a word between angle brackets. */
const dangerousSchemes = new Set(
  "javascript vbscript data file blob filesystem about view-source jar livescript mocha".split(" "),
);

/** Links: a slot for each tag. Addresses are kept as written, since what they lead to is the edition's business. */
export function links(md: MarkdownIt): void {
  md.validateLink = () => true;
  md.normalizeLink = (address) => address;
  md.normalizeLinkText = (text) => text;
  printTokens(md, {
    link_open: (token, draft) => slotHtml(draft, token, "a"),
    link_close: (token, draft) => slotHtml(draft, token, "/a"),
  });
}

/**
 * The scheme of `address`, as browsers read it, with its colon; empty for own paths and fragments.
 *
 * Browsers ignore control characters and spaces around and within a scheme, and take a backslash for a slash: `//host` and
 * `\\host` open another site and count as a scheme `//`.
 */
function schemeOf(address: string): string {
  if (address.startsWith("https://")) return "https:";
  if (/^(?!\/\/)[\w./-]*$/u.test(address)) return "";
  const plain = address
    .slice(0, 200)
    .replaceAll(/[\0-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, "");
  if (/^[/\\]{2}/u.test(plain)) return "//";
  return /^[A-Za-z][A-Za-z0-9+.-]*:/u.exec(plain)?.[0].toLowerCase() ?? "";
}

/** What becomes of a link: recorded, or printed as text; reports what is wrong with its address. */
export function acceptsLink(
  draft: BodyDraft,
  where: Where,
  { address, isBare }: { address: string; isBare: boolean },
): boolean {
  const scheme = schemeOf(address);
  if (scheme === "" || allowedSchemes.has(scheme.slice(0, -1))) return true;
  // `<std::string>` between angle brackets is a word of a programming language.
  const isWord = isBare && !dangerousSchemes.has(scheme.slice(0, -1)) && !address.includes("//");
  if (!isWord) draft.report("link-scheme", where, { scheme, address: excerpt(address) });
  return false;
}

/** Whether a picture may have this address; reports a scheme that pictures cannot have. */
export function acceptsPicture(draft: BodyDraft, where: Where, address: string): boolean {
  const scheme = schemeOf(address);
  if (scheme === "" || pictureSchemes.has(scheme.slice(0, -1))) return true;
  draft.report("link-scheme", where, { scheme, address: excerpt(address) });
  return false;
}

/** Reports a link that reads as if it led elsewhere. */
export function checkLink(draft: BodyDraft, where: Where, { address, text }: { address: string; text: string }): void {
  if (address === "") {
    draft.report("link-empty", where, { text: excerpt(text) });
    return;
  }
  const authority = authorityOf(address);
  if (authority === undefined) return;
  const { host, user } = authority;
  if (isLookAlikeHost(host) || /[.@]/u.test(user)) {
    const shown = user === "" ? unicodeHost(host) : `${user}@${host}`;
    draft.report("look-alike-host", where, { host: excerpt(shown), real: asciiHost(host) });
    return;
  }
  const named = hostNamedIn(text);
  if (named === undefined || leadsWhereItSays(named, address)) return;
  draft.report("link-text-host", where, { text: excerpt(text), named: excerpt(named), host: excerpt(host) });
}

function slotHtml(draft: BodyDraft, token: Token, kind: string): string {
  const slot = draft.slots.get(token);
  return slot === undefined ? "" : `\0${kind}${slot}\0`;
}

/** `host` in the form browsers ask for, which shows what its letters really are. */
function asciiHost(host: string): string {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return host;
  }
}
