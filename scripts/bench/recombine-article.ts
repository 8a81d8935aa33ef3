import { posix } from "node:path";
import { joinRuns, type Run } from "./join-runs.ts";
import { type Field, isMap, type PlainArticle, textsOf } from "./plain-article.ts";
import { dayOf, type Quarry, type RealArticle } from "./quarry.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** An article of others' pieces. */
export interface NewArticle extends PlainArticle {
  /** The pieces as they stood in the real articles, in the new order. */
  readonly pieces: readonly string[];
}

const dayLength = 86_400_000;
const mostDaysMoved = 200;
/** Runs of a quarter make an article of about four subjects: near to some others, a copy of none. */
const runsInArticle = 4;
/** Only the longest articles need so many to fill them. */
const mostSources = 80;

/**
 * New article number `number`. One real article lends its length and place; it and others of its column lend runs of
 * paragraphs, halves of headlines, tags and people. The same number and quarry give the same article.
 */
export function recombineArticle(quarry: Quarry, number: number): NewArticle {
  const random = seededRandom(`article ${number}`);
  const frame = random.pick(quarry.articles);
  const neighbours = random.shuffle(quarry.neighbours.get(frame.column) ?? []).filter((each) => each !== frame);
  const runs = gatherRuns([frame, ...neighbours.slice(0, mostSources)], frame.length, random);
  const sources = runs.length === 0 ? [frame] : [...new Set(runs.map(({ source }) => source))];
  const date = movedDate(frame, quarry.days, random);
  const lender = random.pick(sources);
  const fields = {
    title: headlineOf(frame, neighbours[0] ?? frame, random),
    ...pickFields(lender, ["author", "source"]),
    date,
    ...pickFields(random.pick(sources), ["editor"]),
    ...summaryField(runs, textsOf(frame.fields["summary"]).join("").length),
    ...pickFields(frame, ["language"]),
    ...pictureField(frame),
    ...drawnFields(frame, sources, random),
  };
  const name = `${date.slice(0, 10).replaceAll("-", "")}-r${String(number).padStart(6, "0")}.md`;
  const pieces = runs.flatMap((run) => run.pieces);
  return { file: posix.join(folderOf(frame.file), name), fields, body: joinRuns(runs), pieces };
}

/** New article number `number`, dated after all real ones, as what a newsroom adds is. */
export function newestArticle(quarry: Quarry, number: number): NewArticle {
  const article = recombineArticle(quarry, number);
  const day = new Date(quarry.days.last).toISOString().slice(0, 10);
  return { ...article, fields: { ...article.fields, date: `${day} 23:59:59` } };
}

/** Runs of pieces, one of each source, until they are about as long as `length`. */
function gatherRuns(sources: readonly RealArticle[], length: number, random: Random): readonly Run<RealArticle>[] {
  const runs: Run<RealArticle>[] = [];
  let sum = 0;
  for (const source of sources) {
    if (sum >= length * 0.95) break;
    const most = Math.min(length / runsInArticle, length - sum);
    const pieces = runOf(source.pieces, random.below(Math.max(1, source.pieces.length)), most);
    if (pieces.length > 0) runs.push({ source, pieces });
    sum += pieces.reduce((characters, piece) => characters + piece.length, 0);
  }
  return random.shuffle(runs);
}

/** Pieces from `start` on, as long as they reach to `most` characters; the last may go a little beyond. */
function runOf(pieces: readonly string[], start: number, most: number): readonly string[] {
  const run: string[] = [];
  let sum = 0;
  for (const piece of pieces.slice(start)) {
    if (sum >= most || sum + piece.length > most * 1.5) break;
    run.push(piece);
    sum += piece.length;
  }
  return run;
}

/** The first half of one headline and the second of another. */
function headlineOf(one: RealArticle, other: RealArticle, random: Random): string {
  const [first] = halves(textsOf(one.fields["title"]).join(""), random);
  const [, second] = halves(textsOf(other.fields["title"]).join(""), random);
  return `${first}：${second}`;
}

/** A headline at one of its marks or spaces, or else at its middle. Marks that would be left without their pair go. */
function halves(headline: string, random: Random): readonly [string, string] {
  const words = headline
    .replace(/[《》“”‘’「」『』（）()[\]{}"<>]/gu, "")
    .split(/[：:，,、—\s!！?？]+/u)
    .filter(Boolean);
  if (words.length > 1) {
    const cut = 1 + random.below(words.length - 1);
    return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
  }
  const characters = [...(words[0] ?? "")];
  const middle = Math.ceil(characters.length / 2);
  return [characters.slice(0, middle).join(""), characters.slice(middle).join("") || headline];
}

/** Some days earlier or later, by daylight, where no clock is ever changed. */
function movedDate(frame: RealArticle, { first, last }: Quarry["days"], random: Random): string {
  const moved = dayOf(frame) + (random.below(2 * mostDaysMoved + 1) - mostDaysMoved) * dayLength;
  const day = new Date(Math.min(last, Math.max(first, moved))).toISOString().slice(0, 10);
  const [hour, minute, second] = [8 + random.below(12), random.below(60), random.below(60)].map((each) =>
    String(each).padStart(2, "0"),
  );
  return `${day} ${hour}:${minute}:${second}`;
}

/** The first sentences of the new text, about as long as the lender's own summary was. */
function summaryField(runs: readonly Run<RealArticle>[], length: number): Readonly<Record<string, Field>> {
  const prose = runs.flatMap(({ pieces }) => pieces).find((piece) => /^[\p{L}\p{N}“《][^\n]{20,}[。！？]/u.test(piece));
  if (length === 0 || prose === undefined) return {};
  const plain = prose
    .replace(/!?\[([^[\]]*)\](?:\([^)]*\)|\[[^[\]]*\])?|<[^>]*>|\{([^|{}]*)\|[^{}]*\}|[*`~\\]/gu, "$1$2")
    .replace(/\s+/gu, " ");
  const end = plain.slice(0, length).search(/[。！？][^。！？]*$/u);
  return { summary: end > 0 ? plain.slice(0, end + 1) : plain.slice(0, length) };
}

function pickFields(article: RealArticle, names: readonly string[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = article.fields[name];
      return field === undefined ? [] : [[name, field]];
    }),
  );
}

/** The lead picture, named from the content folder. */
function pictureField(frame: RealArticle): Readonly<Record<string, Field>> {
  const image = frame.fields["image"];
  const settle = (target: Field | undefined) =>
    typeof target === "string" && !/^(?:[a-z]+:|\/)/u.test(target)
      ? posix.join("/", posix.dirname(frame.file), target)
      : (target ?? "");
  if (image === undefined) return {};
  return { image: isMap(image) ? { ...image, src: settle(image["src"]) } : settle(image) };
}

/** As many topics, keywords and tags as the frame has, drawn from those of all sources. */
function drawnFields(
  frame: RealArticle,
  sources: readonly RealArticle[],
  random: Random,
): Readonly<Record<string, Field>> {
  const draw = (listOf: (article: RealArticle) => readonly string[]) =>
    random.shuffle([...new Set(sources.flatMap(listOf))]).slice(0, listOf(frame).length);
  const lists = ["topics", "keywords"].map((name) => [name, draw(({ fields }) => textsOf(fields[name]))] as const);
  const tags = draw(({ fields }) => (isMap(fields["x"]) ? textsOf(fields["x"]["tags"]) : []));
  return {
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
    ...(tags.length === 0 ? {} : { x: { tags } }),
  };
}

/** Where an article's neighbours lie: beside it, or beside its own folder. */
function folderOf(file: string): string {
  const folder = posix.dirname(file);
  return posix.basename(file) === "index.md" ? posix.dirname(folder) : folder;
}
