import { domainToUnicode } from "node:url";

/** Second-level names under which countries register domains: `com.cn`, `co.uk`. */
const secondLevel = new Set("ac co com edu gov gob mil net ne nom org or go info".split(" "));
/** Endings by which a bare name in running text is taken for a host: the common ones, and none that end file names. */
const hostEndings = new Set(
  "com cn net org gov edu info biz io hk tw mo jp kr uk us de fr ru eu in xyz top vip club site online shop".split(" "),
);
/** Archives, whose addresses hold that of what they keep, and homes of programs, many of which are named like a host. */
const echoes = new Set(
  "web.archive.org archive.org archive.today archive.ph archive.is github.com gitlab.com gitee.com codeberg.org".split(
    " ",
  ),
);

/** The parts of an address that say whom it leads to. */
export interface Authority {
  /** As written, in lower case, without user, port and closing dot. */
  readonly host: string;
  /** What stands before `@`; browsers send it along and go to `host`. */
  readonly user: string;
}

/** The host that `address` (`http://…`, `https://…` or `//…`) leads to as written; undefined for any other address. */
export function authorityOf(address: string): Authority | undefined {
  const written = /^(?:https?:)?[/\\]{2,}([^/\\?#]*)/iu.exec(address.trim())?.[1];
  if (written === undefined) return undefined;
  const at = written.lastIndexOf("@");
  const named = at < 0 ? written : written.slice(at + 1);
  const host = (named.includes(":") ? named.replace(/:\d*$/u, "") : named).toLowerCase();
  return { host: host.endsWith(".") ? host.slice(0, -1) : host, user: at < 0 ? "" : written.slice(0, at) };
}

/**
 * The host that a link's text names: a web address or `www.` name anywhere in it, or the whole text being a name with a common ending.
 * File names and products (`main.py`, `Node.js`, `ASP.NET`) are no hosts.
 */
export function hostNamedIn(text: string): string | undefined {
  if (!text.includes(".") && !text.includes("://")) return undefined;
  const written = text.trim();
  const address = /(?:https?:\/\/|\bwww\.)([^\s/?#"'<>()（），。；、》“”‘’]{1,255})/iu.exec(written);
  if (address !== null) return authorityOf(/^https?:/iu.test(address[0]) ? address[0] : `//${address[0]}`)?.host;
  if (written.length > 255) return undefined;
  const bare = /^((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,}))(?::\d+)?(?:\/\S*)?$/u.exec(written);
  return bare !== null && hostEndings.has(bare[2] ?? "") ? bare[1] : undefined;
}

/**
 * Whether a link that reads as `named` may lead to `address` without surprise: the same registered domain, or an archive's copy
 * of it, or the home of a program of that name.
 * Domains are told apart without a list of public suffixes, by their last two or three names.
 */
export function leadsWhereItSays(named: string, address: string): boolean {
  const actual = authorityOf(address)?.host;
  if (actual === undefined) return true;
  if (registeredDomain(named) === registeredDomain(actual)) return true;
  if (actual === "t.co") return registeredDomain(named) === "twitter.com";
  return echoes.has(actual) && address.toLowerCase().includes(named.toLowerCase());
}

/** `host` without its sub-domains: `news.example.com.cn` gives `example.com.cn`. Unicode and punycode forms give the same. */
export function registeredDomain(host: string): string {
  const names = unicodeHost(host).split(".");
  const isNumeric = names.every((name) => /^\d+$/u.test(name));
  if (isNumeric) return host;
  const isUnderCountry = names.length > 2 && names.at(-1)?.length === 2 && secondLevel.has(names.at(-2) ?? "");
  return names.slice(isUnderCountry ? -3 : -2).join(".");
}

/** `host` with its `xn--` names as readers would see them; as it is where they cannot be decoded. */
export function unicodeHost(host: string): string {
  if (!/(?:^|\.)xn--/iu.test(host)) return host.toLowerCase();
  const decoded = domainToUnicode(host);
  return decoded === "" ? host.toLowerCase() : decoded;
}

/**
 * Whether `host` passes itself off as another: letters of several scripts in one name, a whole name of Cyrillic or Greek letters that
 * look Latin, full-width or styled letters, or marks that look like the slash and dot of an address.
 * Names wholly in Han (with kana, bopomofo, Latin letters or digits, as registries allow) are honest. Source: Unicode UTS 39, section 5.2.
 */
export function isLookAlikeHost(host: string): boolean {
  if (/^[\0-\x7f]*$/u.test(host) && !host.includes("xn--")) return false;
  const shown = unicodeHost(host);
  if (shown.normalize("NFKC") !== shown.normalize("NFC")) return true;
  return shown.split(".").some(isLookAlikeName);
}

function isLookAlikeName(name: string): boolean {
  if (/[^\p{L}\p{M}\p{N}\-_·]/u.test(name)) return true;
  const scripts = scriptTests.filter(([, test]) => test.test(name)).map(([script]) => script);
  if (scripts.includes("other")) return scripts.length > 1;
  if (scripts.includes("Han") && scripts.every((script) => script === "Han" || script === "Latin")) return false;
  if (scripts.length > 1) return true;
  const letters = name.replaceAll(/[\d_-]/gu, "");
  if (scripts[0] === "Latin") return /[ɑɡıοӏǀƽᴀ-ᴢ]/u.test(name);
  return scripts.length === 1 && letters !== "" && [...letters].every((letter) => latinDoubles.includes(letter));
}

/** Scripts that may be mixed with one another count as one: Han stands for all of Chinese, Japanese and Korean writing. */
const scriptTests: readonly (readonly [string, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  [
    "other",
    /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Common}\p{Script=Inherited}])\p{L}/u,
  ],
];

/** Letters of other scripts that a reader takes for Latin ones (Unicode confusables.txt, the single-letter pairs). */
const latinDoubles = "аеорсухіјѕԁԛԝһӏьгпкмтвнзАВЕКМНОРСТХІЈЅοαρνιτυκγωβΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոցհ";
