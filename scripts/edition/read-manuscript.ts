import type { Article } from "../article/article.ts";
import { readColumn } from "../article/column.ts";
import type { ManuscriptText } from "../article/front-matter.ts";
import { readMasthead } from "../article/masthead.ts";
import { readPerson } from "../article/person.ts";
import type { Read } from "../article/read.ts";
import { readArticle } from "../article/read-article.ts";
import { readRedirects } from "../article/redirects.ts";
import { readSources } from "../article/sources.ts";
import { readStandingPage } from "../article/standing-page.ts";
import { readTopic } from "../article/topic.ts";
import { readWords } from "../article/words.ts";
import { readText } from "../text/read-text.ts";
import { namedId } from "../text/slug.ts";
import { articleSlug, yearAndMonth } from "./addresses.ts";
import { gistOf } from "./article-gist.ts";
import type { ContentKind } from "./content-kinds.ts";
import { calendarDay } from "./copy-desk/proofread.ts";
import type { ArticleText, Front } from "./newsroom.ts";
import { printedTime } from "./printed-time.ts";
import { readLoose } from "./read-loose.ts";
import type { Reading } from "./reading.ts";
import { type Terms, termsOf } from "./related/terms.ts";
import type { ArticleGrams } from "./search/article-grams.ts";
import { searchGramsOf } from "./search/search-grams.ts";
import { type ReadingContext, type SetCopy, TextDesk } from "./text-desk.ts";

/** A file that is read as text. */
export interface ManuscriptFile {
  readonly kind: ContentKind;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A reading, and what is kept beside it because few builds need it. */
export interface ReadManuscript {
  readonly reading: Reading;
  /** The HTML of its texts, with slots, by the key in `SetText`. */
  readonly htmls: ReadonlyMap<string, string>;
  /** Of an article. */
  readonly terms?: Terms;
  /** Of an article. */
  readonly grams?: ArticleGrams;
}

/**
 * Reads and checks one file by itself, and sets its texts. All its problems come back at once.
 *
 * @param key of the reading; the keys of what is kept beside it begin with it
 */
export function readManuscript(manuscript: ManuscriptFile, context: ReadingContext, key: string): ReadManuscript {
  const { file, kind } = manuscript;
  const { isReadable, text, problems } = readText(manuscript.bytes, file);
  if (!isReadable) return { reading: { file, problems }, htmls: new Map() };
  const desk = new TextDesk(context, key, text, problems);
  const { reading, terms, grams } = readKind({ file, text }, kind, desk);
  return {
    reading: { file, ...reading, problems: desk.problems, proofs: desk.proofs, silence: desk.silence },
    htmls: desk.htmls,
    ...(terms && { terms }),
    ...(grams && { grams }),
  };
}

interface KindRead {
  readonly reading: Partial<Reading>;
  readonly terms?: Terms;
  readonly grams?: ArticleGrams;
}

function readKind(text: ManuscriptText, kind: ContentKind, desk: TextDesk): KindRead {
  switch (kind) {
    case "masthead":
      return readCopy(text, desk, { kind, read: readMasthead, named: (masthead) => ({ masthead }) });
    case "column":
      return readCopy(text, desk, { kind, read: readColumn, named: (column) => ({ column }) });
    case "topic":
      return readCopy(text, desk, { kind, read: readTopic, named: (topic) => ({ topic }) });
    case "person":
      return readCopy(text, desk, { kind, read: readPerson, named: (person) => ({ person }) });
    case "standingPage":
      return readCopy(text, desk, { kind, read: readStandingPage, named: (standingPage) => ({ standingPage }) });
    case "sources":
      return readRegister(text, desk, readSources, ({ sources }) => ({ sources }));
    case "words":
      return readRegister(text, desk, readWords, ({ words }) => ({ words }));
    case "redirects":
      return readRedirectsFile(text, desk);
    case "article":
      return readArticleFile(text, desk);
    default:
      throw new Error(`${text.file}: a ${kind} is no manuscript`);
  }
}

/** How files of one kind are read, and what what they give is called. */
interface CopyKind<T> {
  readonly kind: ContentKind;
  readonly read: (text: ManuscriptText) => Read<T>;
  readonly named: (front: Front<T>) => Partial<Reading>;
}

/** A file with front matter and a text below it. */
function readCopy<T extends SetCopy>(
  text: ManuscriptText,
  desk: TextDesk,
  { kind, read, named }: CopyKind<T>,
): KindRead {
  const { value, problems } = read(text);
  desk.problems.push(...problems);
  if (value === undefined) return { reading: readLoose(text, kind, desk) };
  const { body: _, ...front } = value;
  return { reading: { ...named(front), text: desk.set(value) } };
}

/** A file that is all fields. */
function readRegister<T>(
  text: ManuscriptText,
  desk: TextDesk,
  read: (text: ManuscriptText) => Read<T>,
  named: (front: T) => Partial<Reading>,
): KindRead {
  const { value, problems } = read(text);
  desk.problems.push(...problems);
  return { reading: value === undefined ? {} : named(value) };
}

/** A mistake in one line hides none of the other lines. */
function readRedirectsFile(text: ManuscriptText, desk: TextDesk): KindRead {
  const { lines, problems } = readRedirects(text);
  desk.problems.push(...problems);
  return { reading: { redirects: lines } };
}

function readArticleFile(text: ManuscriptText, desk: TextDesk): KindRead {
  const { zone } = desk.context;
  const { value, problems } = readArticle(text, zone);
  desk.problems.push(...problems);
  if (value === undefined) return { reading: readLoose(text, "article", desk) };
  const body = desk.render(value);
  desk.silenceRules(value.silence);
  const { body: _, ...front } = value;
  const published = printedTime(value.date, desk.context);
  desk.proofreadArticle(value, body, calendarDay(published.datetime));
  const article: ArticleText = {
    article: front,
    body: desk.keep("body", body),
    editorsNote: value.editorsNote === undefined ? undefined : desk.setNote(value, "editorsNote"),
    note: value.note === undefined ? undefined : desk.setNote(value, "note"),
    slug: articleSlug(value),
    month: yearAndMonth(published.datetime),
    published,
    ids: idsIn(value),
    terms: desk.keyOf("terms"),
    grams: desk.keyOf("grams"),
    ...gistOf(value, body),
  };
  const { title, kicker, subtitle, summary, keywords } = value;
  const headings = body.headings.map((heading) => heading.text);
  const terms = termsOf({ title, kicker, subtitle, summary, keywords, headings, text: body.text });
  const htmls = [article.editorsNote, article.body, article.note].map((each) => desk.htmls.get(each?.key ?? "") ?? "");
  return { reading: { article }, terms, grams: searchGramsOf(value, htmls) };
}

/** The ids that the names in `article` have by themselves. */
function idsIn({ author, source, topics }: Article): ArticleText["ids"] {
  const names = [...author.map(({ name }) => name), ...source.map(({ name }) => name), ...topics];
  return [...new Set(names)].map((name) => [name, idOf(name)]);
}

/** Pinyin costs; the same names return in thousands of articles. */
const knownIds = new Map<string, string>();

function idOf(name: string): string {
  const known = knownIds.get(name);
  if (known !== undefined) return known;
  const id = namedId(name);
  knownIds.set(name, id);
  return id;
}
