import type { Edition } from "./edition.ts";

/** All that is set in the headline face, as characters up to U+FFFF: headlines, and titles and names that head a page or a section. */
export function headlineCharacters(edition: Edition): ReadonlySet<string> {
  return charactersOf(headlineTexts(edition));
}

function* headlineTexts(edition: Edition): Generator<string> {
  for (const { article } of [...edition.articles, ...edition.retracted]) {
    yield article.title;
    for (const text of [article.listTitle, article.subtitle, article.kicker]) if (text !== undefined) yield text;
  }
  for (const { title } of [...edition.columns, ...edition.navigation]) yield title;
  for (const { name } of [...edition.topics, ...edition.people, ...edition.sources]) yield name;
  for (const { life } of edition.topics) for (const { title } of life?.sections ?? []) yield title;
  for (const { page } of edition.standingPages) yield page.title;
}

function charactersOf(texts: Iterable<string>): ReadonlySet<string> {
  // A publication's headlines are a million characters, of which a few thousand differ: a set takes ten times as long.
  const isThere = new Uint8Array(0x10000);
  for (const text of texts) for (let at = 0; at < text.length; at++) isThere[text.charCodeAt(at)] = 1;
  const characters = new Set<string>();
  for (const [unit, there] of isThere.entries()) if (there === 1) characters.add(String.fromCharCode(unit));
  return characters;
}
