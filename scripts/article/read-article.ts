import { type Place, type Problem, problem } from "../report/problem.ts";
import { articleId } from "../text/brands.ts";
import type { Article, Moment, Places } from "./article.ts";
import type { ManuscriptText } from "./front-matter.ts";
import { isAfter, isBefore, readMoment } from "./moment.ts";
import { nameWarnings } from "./name-warnings.ts";
import { quote } from "./quote.ts";
import { answer, type Read } from "./read.ts";
import { readFileBy } from "./read-file.ts";
import { articleSchema } from "./schema.ts";
import { soundFields } from "./sound-fields.ts";
import type { Fields } from "./yaml-fields.ts";

/**
 * The article in `manuscript`, whose wall-clock dates stand in `zone`; all problems of its front matter at once.
 *
 * Reports the rules of `report/rules/article.ts`. There is no article where one of the problems is an error.
 */
export function readArticle(manuscript: ManuscriptText, zone: string): Read<Article> {
  const { checked, written, text, problems } = readFileBy(articleSchema(zone), manuscript);
  if (written === undefined) return { problems };
  const { file, places } = text;
  const order = orderProblems({ written, places, file, zone });
  const warnings = nameWarnings(checked ?? soundFields(written, zone), places, file);
  const article = checked && { ...checked, ...text, id: articleId(file) };
  return answer(article, [...problems, ...order, ...warnings]);
}

/** A date of a front matter: as written, as read, and where. */
interface Dated {
  readonly moment: Moment;
  readonly text: string;
  readonly place: Place;
}

/**
 * Dates that precede what they follow. Works on the fields as written, so that a fault in another field hides none of it;
 * dates that cannot be read have their own problem already.
 */
function orderProblems({ written, places, file, zone }: WrittenDates): readonly Problem[] {
  const { date: first, updated, expires, corrections, retracted } = written;
  if (updated === undefined && expires === undefined && corrections === undefined && retracted === undefined) return [];
  const read = (path: string, value: unknown) => datedAt({ path, value, places, file, zone });
  const [published] = read("date", first);
  if (published === undefined) return [];
  const { moment, text: date } = published;
  const list = Array.isArray(corrections) ? corrections : [];
  return [
    ...read("updated", updated)
      .filter((each) => !isAfter(each.moment, moment, zone))
      .map(({ text, place }) => problem("updated-before-date", place, { updated: text, date })),
    ...list
      .flatMap((each, index) => read(`corrections.${index}.date`, dateOf(each)))
      .filter((each) => isBefore(each.moment, moment, zone))
      .map(({ text, place }) => problem("correction-before-date", place, { correction: text, date })),
    ...read("retracted.date", dateOf(retracted))
      .filter((each) => isBefore(each.moment, moment, zone))
      .map(({ text, place }) => problem("retraction-before-date", place, { retraction: text, date })),
    ...read("expires", expires)
      .filter((each) => each.moment.instant <= moment.instant)
      .map(({ text, place }) => problem("expires-before-date", place, { expires: text, date })),
  ];
}

interface WrittenDates {
  readonly written: Fields;
  readonly places: Places;
  readonly file: string;
  readonly zone: string;
}

interface WrittenDate extends Omit<WrittenDates, "written"> {
  readonly path: string;
  readonly value: unknown;
}

/** The date at `path`, if there is one that can be read. */
function datedAt({ path, value, places, file, zone }: WrittenDate): readonly Dated[] {
  const spot = places[path];
  if (typeof value !== "string" || spot === undefined) return [];
  const reading = readMoment(value.trim(), zone);
  if (!("moment" in reading)) return [];
  return [{ moment: reading.moment, text: quote(value), place: { file, line: spot[0], column: spot[1] } }];
}

function dateOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "date" in value ? value.date : undefined;
}
