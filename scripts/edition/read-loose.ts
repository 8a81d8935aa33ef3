import { type ManuscriptText, readFrontMatter } from "../article/front-matter.ts";
import { mentionsIn } from "../article/mentions.ts";
import { isoMoment } from "../article/moment.ts";
import { soundFields } from "../article/sound-fields.ts";
import type { ContentKind } from "./content-kinds.ts";
import { calendarDay } from "./copy-desk/proofread.ts";
import type { Reading } from "./reading.ts";
import type { SetCopy, TextDesk } from "./text-desk.ts";

/**
 * What can be read of a file whose front matter has errors, so that these hide no other mistake: its text, the Markdown in its fields,
 * what it names.
 *
 * @param desk has the problems of the front matter already
 */
export function readLoose(text: ManuscriptText, kind: ContentKind, desk: TextDesk): Partial<Reading> {
  const front = readFrontMatter(text);
  const { fields, places, body, bodyLine } = front;
  const { file } = text;
  if (fields === undefined) return { bodyLine, text: desk.set({ file, body, bodyLine }) };
  const mentions = mentionsIn(kind, { fields, places }, desk.problems);
  const copy = { file, fields, places, body, bodyLine };
  if (kind === "article") return { bodyLine, mentions, ...looseArticle(copy, desk) };
  const own = withFieldForBody(copy, kind);
  return { bodyLine: own.bodyLine, mentions, text: desk.set(own) };
}

/** A file whose fields have errors: they are as written. */
type LooseCopy = Required<Omit<SetCopy, "language" | "bodyField">>;

/** Topics and people may have their text in a field. */
function withFieldForBody(copy: LooseCopy, kind: ContentKind): SetCopy {
  const name = kind === "topic" ? "intro" : "text";
  const text = copy.fields[name];
  const isThere = (kind === "topic" || kind === "person") && copy.body.trim() === "";
  return isThere && typeof text === "string" ? { ...copy, body: text, bodyLine: 1, bodyField: name } : copy;
}

/** An article is in its own language, silences what it silences, and may have notes. */
function looseArticle(copy: LooseCopy, desk: TextDesk): Partial<Reading> {
  const { zone } = desk.context;
  const { title = "", author = [], silence = [], date, ...sound } = soundFields(copy.fields, zone);
  const article = { ...copy, ...sound, title, author };
  const body = desk.render(article);
  desk.silenceRules(silence);
  desk.proofreadArticle(article, body, date && calendarDay(isoMoment(date.instant, zone)));
  const notes = (["editorsNote", "note"] as const).flatMap((field) =>
    article[field] === undefined ? [] : [desk.setNote(article, field)],
  );
  return { text: desk.keep("body", body), notes };
}
