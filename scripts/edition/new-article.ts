import { stringify } from "yaml";
import { articleId } from "../text/brands.ts";
import { syllablesOf } from "../text/pinyin.ts";
import { longestSlug, slugOf } from "../text/slug.ts";
import { contentKind } from "./content-kinds.ts";
import type { Edition, EditionArticle } from "./edition.ts";
import { isPassedOver } from "./load-content.ts";

/** What an editor says of an article that is about to be written. */
export interface NewArticle {
  readonly title: string;
  /** Its folder below the content folder: `theory/news`. */
  readonly column: string;
  /** Names in printed order; empty for unsigned copy. */
  readonly authors: readonly string[];
  /** An id or a name. */
  readonly source: string;
  readonly editor: string;
  /** Wall-clock time in the publication's zone: `2026-11-22 08:31:00`. */
  readonly date: string;
  /** The file's name without its ending; made from the headline where it is absent. */
  readonly name?: string | undefined;
  /** True for a folder of its own, beside pictures. */
  readonly isFolder: boolean;
}

/** What an edition suggests to who writes the next article, the most frequent first. */
export interface Suggestions {
  readonly columns: readonly { readonly folder: string; readonly title: string }[];
  readonly authors: readonly string[];
  /** Ids where they have one. */
  readonly sources: readonly string[];
  readonly editors: readonly string[];
}

/** What the articles of `edition` have most often, the newest first among what is equally frequent. */
export function suggestionsOf({ columns, articles }: Pick<Edition, "columns" | "articles">): Suggestions {
  const used = byFrequency(articles.map(({ column }) => column.folder));
  const rank = (folder: string) => (used.includes(folder) ? used.indexOf(folder) : used.length);
  return {
    columns: columns
      .map(({ folder, title }) => ({ folder, title }))
      .toSorted((a, b) => rank(a.folder) - rank(b.folder)),
    authors: byFrequency(articles.flatMap(({ authors }) => authors.map(({ name }) => name))),
    sources: byFrequency(articles.flatMap(({ article }) => article.source.map(({ name }) => name))),
    editors: byFrequency(articles.flatMap(({ article }) => article.editor)),
  };
}

function byFrequency(all: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([each]) => each);
}

/** An article's file as it is first written: fields in the order in which editors read them, and an empty body. */
export function newArticleText({ title, authors, source, editor, date }: NewArticle): string {
  const author = authors.length === 1 ? authors[0] : [...authors];
  return `---\n${stringify({ title, author, source, date, editor }, { lineWidth: 0, collectionStyle: "any" })}---\n\n`;
}

/**
 * The file of a new article, below the content folder: where its column keeps the others, under a name that is free.
 *
 * @param others every article there is
 * @param isTaken whether a file or folder is there already
 */
export function newArticleFile(
  article: NewArticle,
  others: readonly EditionArticle[],
  isTaken: (file: string) => boolean,
): string {
  const { column, date, isFolder } = article;
  const year = date.slice(0, 4);
  const siblings = others.filter((each) => each.column.folder === column).map((each) => each.article.file);
  const isByYear = siblings.length === 0 || siblings.some((file) => /^\d{4}\//u.test(file.slice(column.length + 1)));
  const folder = isByYear ? `${column}/${year}` : column;
  const slugs = new Set(others.filter((each) => each.column.folder === column).map((each) => lastPart(each.path)));
  const first = fileName(article);
  for (let number = 1; ; number++) {
    const name = number === 1 ? first : `${first}-${number}`;
    const path = `${folder}/${name}`;
    const file = isFolder ? `${path}/index.md` : `${path}.md`;
    const isFree = !isTaken(`${path}.md`) && !isTaken(path) && !slugs.has(slugOf(name));
    if (isFree && isArticleNamed(name, file)) return file;
  }
}

/** False for names that mean something else: `column.md`, `index.md` and `README.md` are no articles called so. */
function isArticleNamed(name: string, file: string): boolean {
  return !isPassedOver(`${name}.md`) && contentKind(file) === "article" && articleId(file).endsWith(`/${name}`);
}

/** Names of files are easier to handle when they are shorter than a slug may be. */
const longestName = Math.floor(longestSlug / 2);

/** Whole syllables and words of the headline, as many as are handy; the day where it has none. */
function fileName({ name, title, date }: NewArticle): string {
  if (name !== undefined) return name;
  const words = slugOf(title.replace(/\p{Script=Han}+/gu, (run) => ` ${syllablesOf(run).join(" ")} `)).split("-");
  let kept = "";
  for (const word of words) {
    if (kept.length + word.length + 1 > longestName) break;
    kept = kept === "" ? word : `${kept}-${word}`;
  }
  return kept === "" ? date.slice(0, 10) : kept;
}

function lastPart(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? "";
}
