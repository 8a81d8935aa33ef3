import type { EditionArticle, ResolvedBody } from "../edition/edition.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { storeKey } from "../store/store.ts";
import { urlPath } from "../text/brands.ts";
import { plainText } from "../text/search-plain.ts";
import { recordName, type SearchRecord } from "../text/search-record.ts";
import type { SearchPart } from "./search-parts.ts";

/** With what records are made. */
export interface RecordDesk {
  /** The HTML of a text. */
  readonly htmlOf: (text: ResolvedBody) => string;
  /** A hash of the code that makes records. */
  readonly code: string;
  /** Records of articles that were in an earlier edition too. */
  readonly records: WeakMap<EditionArticle, OutputFile>;
}

/** For each of `articles`, of which `parts` tells the names, what is looked into before it is shown as found; made when it is written. */
export function textRecords(
  articles: readonly EditionArticle[],
  parts: readonly SearchPart[],
  desk: RecordDesk,
): readonly OutputFile[] {
  return articles.map((article, number) => {
    const known = desk.records.get(article);
    if (known !== undefined) return known;
    const made = textRecord(article, parts[number]?.names ?? "", desk);
    desk.records.set(article, made);
    return made;
  });
}

function textRecord(article: EditionArticle, names: string, { htmlOf, code }: RecordDesk): OutputFile {
  return {
    path: urlPath(`/search/${recordName(article.path)}`),
    key: storeKey(code, article.grams, names, article.published.text, creditsOf(article)),
    isMade: true,
    bytes: () => Buffer.from(JSON.stringify(recordOf(article, names, htmlOf))),
  };
}

/** What `searchGramsOf` and `SearchParts` take their grams from, told by the same functions. */
function recordOf(article: EditionArticle, names: string, htmlOf: RecordDesk["htmlOf"]): SearchRecord {
  const { title, kicker, subtitle, summary } = article.article;
  const texts = [article.editorsNote, article.body, article.note].map((text) => (text ? linesOf(htmlOf(text)) : ""));
  const fields = [summary, ...texts, kicker, subtitle, ...names.split("\n")];
  return {
    headline: title,
    published: [article.published.datetime, article.published.text],
    credits: creditsOf(article),
    fields: fields.flatMap((text) => (text === undefined || text === "" ? [] : text)),
  };
}

function creditsOf({ authors, sources }: EditionArticle): string {
  return [...authors, ...sources].map(({ name }) => name).join(" · ");
}

/** Empty lines, of which blocks leave many, would be all the same to the search. */
function linesOf(html: string): string {
  return plainText(html)
    .trim()
    .replace(/\n{2,}/gu, "\n");
}
