import type { Article } from "../../article/article.ts";
import type { BodyPicture } from "../../markdown/body.ts";
import type { CalendarDay, CopyFinding } from "../../text/copy/copy-finding.ts";
import { quoted } from "../../text/copy/copy-finding.ts";
import { headlineLength } from "../../text/copy/headline-length.ts";
import type { Paragraph, RunningText } from "../../text/copy/running-text.ts";
import { nearestYear } from "../../text/copy/weekdays.ts";
import { leftAffiliations } from "./left-affiliations.ts";
import { indexAt } from "./passages.ts";

/** What an article's text is held against. */
export type ArticleFront = Pick<Article, "title" | "author" | "image" | "places" | "bodyLine">;

/** An article as it is checked against its own front matter. */
export interface ArticleCopy {
  /** Without title or authors where these have errors. */
  readonly article: ArticleFront;
  readonly running: RunningText;
  readonly pictures: readonly BodyPicture[];
  /** Absent where the date has errors. */
  readonly published: CalendarDay | undefined;
  /** The file's text from the first line on; it ends with the body. */
  readonly whole: string;
}

/** What a copy editor would mark in an article that its text alone does not show. Indexes count in the whole file. */
export function articleFindings(copy: ArticleCopy): readonly CopyFinding[] {
  return checks.flatMap((check) => check(copy));
}

const checks: readonly ((copy: ArticleCopy) => readonly CopyFinding[])[] = [
  longHeadline,
  headlineInBody,
  bylineInBody,
  leftAffiliations,
  lateDateline,
  picturesWithoutAlt,
];

const longestHeadline = 30;

/** `title-long`. */
function longHeadline({ article, whole }: ArticleCopy): readonly CopyFinding[] {
  const length = headlineLength(article.title);
  if (length <= longestHeadline || !/\p{Script=Han}/u.test(article.title)) return [];
  const values = { length: String(Math.ceil(length)), limit: String(longestHeadline) };
  return [{ rule: "title-long", index: frontIndex(whole, article, "title"), values, mends: [] }];
}

/** `title-in-body`: pages print the headline themselves. */
function headlineInBody(copy: ArticleCopy): readonly CopyFinding[] {
  const { title } = copy.article;
  if (title === "") return [];
  const found = copy.running.paragraphs
    .slice(0, 2)
    .filter((each) => isShort(each, 2 * title.length + 30))
    .find((each) => lettersOf(textOf(copy, each)) === lettersOf(title));
  return found === undefined ? [] : [inBody(copy, found, "title-in-body")];
}

const bylineWords = /^(?:本报|本刊|本网)?(?:特约|通讯)?(?:作者|文字|文|撰文|记者|采写|撰稿)/u;

/** `byline-in-body`: pages print the byline themselves. */
function bylineInBody(copy: ArticleCopy): readonly CopyFinding[] {
  const names = copy.article.author.map(({ name }) => lettersOf(name)).join("");
  if (names === "") return [];
  const { paragraphs } = copy.running;
  const found = [...paragraphs.slice(0, 3), ...paragraphs.slice(3).slice(-1)].find((each) => {
    if (!isShort(each, 3 * names.length + 30)) return false;
    const letters = lettersOf(textOf(copy, each));
    return letters === names || letters.replace(bylineWords, "") === names;
  });
  return found === undefined ? [] : [inBody(copy, found, "byline-in-body")];
}

const dateline =
  /^[*_【[（(\s]*[^，。！？；：\n]{0,20}?(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日\s?(?:上午|下午|凌晨|晨|晚)?(?:专?电|讯|消息)/u;

/** `dateline-after-date`: 电头 tells when the news was sent, which cannot be after it was published. */
function lateDateline(copy: ArticleCopy): readonly CopyFinding[] {
  const { published } = copy;
  if (published === undefined) return [];
  return copy.running.paragraphs.slice(0, 2).flatMap((each) => {
    const match = dateline.exec(textOf(copy, each).slice(0, 60));
    if (match === null) return [];
    const [written, yearText, monthText, dayText] = match;
    const [month, day] = [Number(monthText), Number(dayText)];
    const year = yearText === undefined ? nearestYear({ month, day }, published) : Number(yearText);
    if (dayNumber({ year, month, day }) <= dayNumber(published)) return [];
    const date = `${published.year}-${String(published.month).padStart(2, "0")}-${String(published.day).padStart(2, "0")}`;
    const values = { dateline: quoted(written, 0, 24), date };
    return [{ rule: "dateline-after-date" as const, index: bodyStart(copy) + each.start, values, mends: [] }];
  });
}

/**
 * `picture-alt`: a picture of our own that readers who cannot see it are told nothing about.
 *
 * `![](ornament.png)` is decoration and says so. A lead picture, one with a caption and a photograph (JPEG) are none.
 */
function picturesWithoutAlt({ article, pictures, whole }: ArticleCopy): readonly CopyFinding[] {
  const { image } = article;
  const lead =
    image === undefined || image.alt !== undefined || isRemote(image.src)
      ? []
      : [{ index: frontIndex(whole, article, "image.src", "image"), src: image.src }];
  const inText = pictures
    .filter(({ src, alt, caption }) => alt.trim() === "" && !isRemote(src) && (caption || /\.jpe?g$/iu.test(src)))
    .slice(0, mostPictures)
    .map(({ src, line, column }) => ({ src, index: indexAt(whole, article.bodyLine + line - 1, column) }));
  return [...lead, ...inText].map(({ index, src }) => ({
    rule: "picture-alt",
    index,
    values: { src: quoted(src, 0, 40) },
    mends: [],
  }));
}

/** So many pictures of a text are told: to find the place of each takes a pass. */
const mostPictures = 50;

function isRemote(src: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(src);
}

function frontIndex(whole: string, { places }: ArticleFront, ...paths: readonly string[]): number {
  const [line, column] = paths.map((path) => places[path]).find((each) => each !== undefined) ?? [1, 1];
  return indexAt(whole, line, column);
}

function inBody(copy: ArticleCopy, paragraph: Paragraph, rule: CopyFinding["rule"]): CopyFinding {
  const values = { text: quoted(textOf(copy, paragraph), 0, 24) };
  return { rule, index: bodyStart(copy) + paragraph.start, values, mends: [] };
}

function bodyStart({ whole, running }: ArticleCopy): number {
  return whole.length - running.text.length;
}

function textOf({ running }: ArticleCopy, { start, end }: Paragraph): string {
  return running.text.slice(start, end);
}

function isShort({ start, end }: Paragraph, length: number): boolean {
  return end - start <= length;
}

function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

function dayNumber({ year, month, day }: CalendarDay): number {
  return (year * 12 + month) * 31 + day;
}
