import { gramHash, levelOf, levels, marksOf, neighbourBit } from "../../scripts/text/search-gram.ts";
import { rowsOfGram } from "../../scripts/text/search-gram-shard.ts";
import type { SearchIndex } from "./search-index.ts";
import { isBeginning, type Phrase, type SoughtToken } from "./search-query.ts";

/** Articles by number, each with the level at which it holds something. */
type Hits = ReadonlyMap<number, number>;

/** An article that, as far as the index tells, holds all that is sought. */
export interface Candidate {
  readonly article: number;
  readonly score: number;
  /** In thousands of words, where it is long; else 0. */
  readonly length: number;
}

/** So many may be looked at; with more, it is worth loading another shard first. */
const fewCandidates = 12;
/** Nor are so many thousand words much to look into: they weigh what two shards do. */
const fewThousands = 10;
/** What a phrase counts in the body, in the standfirst and its like, in the headline. */
const levelScores = [1, 2, 4] as const;
/** What it counts less in an article so long that it holds much of everything. */
const vastScore = 0.25;
const vastThousands = 10;
/** What it counts that two phrases stand side by side. */
const seamScore = 0.5;

/**
 * The articles that hold every one of `phrases`, best first: headline above standfirst above body, phrases side by side above scattered ones,
 * the newer on ties. Each that does is among them; now and then one that does not is too, since the index does not know the order of all tokens: who
 * shows an article looks into it first.
 */
export async function findCandidates(index: SearchIndex, phrases: readonly Phrase[]): Promise<readonly Candidate[]> {
  // One character is looked for in all of an article, once something else has told which to look into.
  const telling = phrases.filter(({ tokens }) => tokens.length > 1 || !tokens.every(isCharacter));
  const sought = telling.length > 0 ? telling : phrases;
  const hits = await Promise.all(sought.map((phrase) => hitsOf(index, phrase)));
  const [first, ...others] = hits.toSorted((a, b) => a.size - b.size);
  if (first === undefined) return [];
  const found = [...first.keys()].filter((article) => others.every((each) => each.has(article)));
  const seams = found.length > 1 ? await seamsOf(index, phrases) : [];
  const lone = phrases.filter((phrase) => !sought.includes(phrase));
  const loneHits = await Promise.all(lone.map((phrase) => hitsOf(index, phrase)));
  const long = found.length > 0 ? await index.longArticles() : new Map<number, number>();
  const candidates = found.map((article) => {
    const length = long.get(article) ?? 0;
    const vast = length < vastThousands ? 0 : vastScore;
    const levels = [...hits, ...loneHits].reduce((sum, each) => sum + (levelScores[each.get(article) ?? 0] ?? 1), 0);
    return { article, score: levels + seamScore * seams.filter((seam) => seam.has(article)).length - vast, length };
  });
  return candidates.sort((a, b) => b.score - a.score || b.article - a.article);
}

/** True where what the index tells of `phrases` needs no second look. */
export function isCertain(phrases: readonly Phrase[]): boolean {
  const lone = phrases.filter(({ tokens }) => tokens.length === 1 && tokens.every(isCharacter));
  if (lone.length > 0 && lone.length < phrases.length) return false;
  return phrases.every(({ tokens }) => tokens.length === 1 || (tokens.length === 2 && tokens.every(isCharacter)));
}

function isCharacter({ word }: SoughtToken): boolean {
  return word === undefined;
}

async function hitsOf(index: SearchIndex, { tokens }: Phrase): Promise<Hits> {
  const [first] = tokens;
  if (first === undefined) return new Map();
  if (tokens.length === 1)
    return first.word === undefined ? gramHits(index, tokens, -1) : wordHits(index, first.word, true);
  const words = tokens.flatMap(({ word }, at) =>
    word === undefined ? [] : [{ word, isLast: at === tokens.length - 1 }],
  );
  const inWords = () => inAll(words, ({ word, isLast }) => wordHits(index, word, isLast));
  const [opening, ...rest] = gramPlaces(tokens);
  if (opening === undefined) return inWords();
  let hits = await inAll(opening, (place) => gramHits(index, tokens, place));
  for (const places of rest) {
    if (await isLittle(index, hits)) return hits;
    hits = inBoth(hits, await inAll(places, (place) => gramHits(index, tokens, place)));
  }
  return hits.size <= fewCandidates || words.length === 0 ? hits : inBoth(hits, await inWords());
}

/** True where looking into everything that is left costs no more than another shard would. */
async function isLittle(index: SearchIndex, hits: Hits): Promise<boolean> {
  if (hits.size > fewCandidates) return false;
  const long = await index.longArticles();
  return [...hits.keys()].reduce((sum, article) => sum + (long.get(article) ?? 0), 0) <= fewThousands;
}

/** The commonest of all characters: a gram of two of them is in nearly every article and tells next to nothing. */
const common = new Set(
  Array.from("的一是不了在人有我他这个们中来上大为和地到以说时要就出会可也你对能而那得于着下自之", (one) =>
    one.codePointAt(0),
  ),
);

/**
 * Where the grams begin that are looked up of a phrase: first such as lie side by side, then, while too much is found, those across them.
 * What tells nothing is only looked up where there is little else.
 */
function gramPlaces(tokens: readonly SoughtToken[]): readonly (readonly number[])[] {
  const all = tokens
    .slice(1)
    .flatMap(({ word }, at) => (word !== undefined && tokens[at]?.word !== undefined ? [] : at));
  const telling = all.filter((at) => !tokens.slice(at, at + 2).every(({ code }) => common.has(code)));
  const sought = telling.length > 1 ? telling : all;
  const places = [...sought.filter((at) => at % 2 === 0), ...sought.filter((at) => at % 2 === 1)];
  return [places.slice(0, 3), places.slice(3, 5), places.slice(5, 7)].filter(({ length }) => length > 0);
}

/** Articles that hold the gram at `place` of `tokens` with those neighbours that it has there; at -1, the first token alone. */
async function gramHits(index: SearchIndex, tokens: readonly SoughtToken[], place: number): Promise<Hits> {
  const code = (at: number) => tokens[at]?.code ?? 0;
  const bit = (at: number) => (tokens[at] === undefined ? 0 : neighbourBit(code(at)));
  const hash = place < 0 ? gramHash(code(0), 0) : gramHash(code(place), code(place + 1));
  const beside = place < 0 ? 0 : marksOf(bit(place - 1), bit(place + 2), levels.body);
  const rows = await index.grams(hash);
  const [from, to] = rowsOfGram(rows, hash);
  const hits = new Map<number, number>();
  for (let row = from; row < to; row++) {
    const marks = rows.marks[row] ?? 0;
    if ((marks & beside) === beside) hits.set(rows.articles[row] ?? 0, levelOf(marks));
  }
  return hits;
}

async function wordHits(index: SearchIndex, word: string, mayGoOn: boolean): Promise<Hits> {
  const hits = new Map<number, number>();
  for (const [each, places] of await index.words(word)) {
    if (each !== word && !(mayGoOn && isBeginning(word) && each.startsWith(word))) continue;
    for (const place of places) hits.set(place >>> 2, Math.max(place & 3, hits.get(place >>> 2) ?? 0));
  }
  return hits;
}

/** For every two phrases in a row, the articles in which the one goes over into the other. */
function seamsOf(index: SearchIndex, phrases: readonly Phrase[]): Promise<readonly Hits[]> {
  const all = phrases
    .slice(1)
    .map(({ tokens }, at) => [...(phrases[at]?.tokens.slice(-1) ?? []), ...tokens.slice(0, 1)]);
  const seams = all.filter((tokens) => tokens.some(isCharacter));
  return Promise.all(seams.map((tokens) => gramHits(index, tokens, 0)));
}

async function inAll<T>(of: readonly T[], hitsOfOne: (each: T) => Promise<Hits>): Promise<Hits> {
  const [first = new Map<number, number>(), ...others] = await Promise.all(of.map(hitsOfOne));
  return others.reduce(inBoth, first);
}

/** What is in both, at the lower level: a phrase is in a headline when all of it is. */
function inBoth(one: Hits, other: Hits): Hits {
  const both = new Map<number, number>();
  for (const [article, level] of one) {
    const there = other.get(article);
    if (there !== undefined) both.set(article, Math.min(level, there));
  }
  return both;
}
