import type { CitedArticle } from "./cited-article.ts";

/**
 * `article` as a BibTeX record (`@online`, as biblatex and the styles for GB/T 7714 know it), one field a line, in UTF-8.
 *
 * `urldate` is not given: it is the day on which the citing reader read the page.
 */
export function bibtex(article: CitedArticle): string {
  const { authors, title, subtitle, publication, owner, published, updated, url, language, keywords, origin } = article;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", authors.map(({ name, isOrganization }) => nameOf(name, isOrganization)).join(" and ") || undefined],
    ["title", braced(escaped(title))],
    ["subtitle", subtitle === undefined ? undefined : braced(escaped(subtitle))],
    ["organization", braced(escaped(publication))],
    ["publisher", owner === publication ? undefined : braced(escaped(owner))],
    ["date", published],
    ["note", notesOf(updated, origin)],
    ["url", url],
    ["langid", langids[language]],
    ["keywords", keywords.map(escaped).join(", ") || undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return [`@online{${keyOf(url, published)},`, ...lines, "}"].join("\n");
}

/** babel's and polyglossia's names. */
const langids: Readonly<Record<string, string | undefined>> = {
  "zh-Hans": "chinese-hans",
  "zh-Hant": "chinese-hant",
  en: "english",
};

/** The year and the address's last part: ASCII, and the same as long as the address is. */
function keyOf(url: string, published: string): string {
  const slug = new URL(url).pathname.split("/").findLast((part) => part !== "") ?? "";
  return `${slug.replace(/[^a-z0-9-]/gu, "-")}-${published.slice(0, 4)}`;
}

/** An organization in braces, and so any name that BibTeX would take apart at a comma or at "and". */
function nameOf(name: string, isOrganization: boolean): string {
  return isOrganization || /,| and /iu.test(name) ? braced(escaped(name)) : escaped(name);
}

function notesOf(updated: string | undefined, origin: string | undefined): string | undefined {
  const notes = [updated === undefined ? undefined : `Updated ${updated}`, origin].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : escaped(notes.join("; "));
}

/** Braces keep capital letters as they are. */
function braced(text: string): string {
  return `{${text}}`;
}

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** TeX's ten special characters written as commands; line ends as spaces. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\{}~^#$%&_]/gu, (character) => commands[character] ?? `\\${character}`);
}
