import type { CitedArticle } from "./cited-article.ts";

/**
 * `article` as a RIS record (EndNote, Zotero, NoteExpress): an electronic source, one tag a line.
 *
 * `Y2`, the day of access, is the citing reader's to add. Names stay as the byline prints them.
 */
export function ris(article: CitedArticle): string {
  const { authors, title, subtitle, publication, owner, published, updated, url, language, keywords, origin } = article;
  const tags: readonly (readonly [string, string | undefined])[] = [
    ["TY", "ELEC"],
    ...authors.map(({ name }) => ["AU", name] as const),
    ["TI", subtitle === undefined ? title : `${title}: ${subtitle}`],
    ["T2", publication],
    ["PB", owner],
    ["PY", published.slice(0, 4)],
    // The last slash parts the day from what else might be said of it: "YYYY/MM/DD/other".
    ["DA", `${published.replaceAll("-", "/")}/`],
    ["LA", language],
    ...keywords.map((word) => ["KW", word] as const),
    ["N1", origin],
    ["N1", updated === undefined ? undefined : `Updated ${updated}`],
    ["UR", url],
    ["ER", ""],
  ];
  return tags
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/gu, " ").trim()}`]))
    .join("\n");
}
