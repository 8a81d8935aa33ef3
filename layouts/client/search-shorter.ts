import { tokensOf } from "../../scripts/text/search-tokens.ts";
import { findCandidates } from "./search-find.ts";
import { type Phrase, phrasesOf } from "./search-query.ts";
import { type SearchDesk, SearchRun } from "./search-run.ts";

/** So many are offered, and so many tried at most: each try costs a file or two. */
const offered = 3;
const tried = 6;
/** Of a long query only so many tokens of each phrase are looked at. */
const tokenLimit = 16;

/**
 * Parts of `phrases`, which were not found, that are: the longest first, none within another.
 *
 * @param isWanted as of `SearchRun.start`
 */
export async function shorterQueries(
  desk: SearchDesk,
  phrases: readonly Phrase[],
  isWanted: (article: number) => boolean,
): Promise<readonly string[]> {
  const pieces = (await Promise.all(phrases.map((phrase) => piecesOf(desk, phrase)))).flat();
  const longest = [...new Set(pieces)].sort((a, b) => b.length - a.length).slice(0, tried);
  const found: string[] = [];
  for (const piece of longest) {
    if (found.length === offered) break;
    if (found.some((other) => other.includes(piece))) continue;
    const run = await SearchRun.start(desk, phrasesOf(piece, desk.fold), isWanted);
    if ((await run.next(1)).length > 0) found.push(piece);
  }
  return found;
}

/** From each token on the longest run that the index knows of, one that is only the end of the run before left out. */
async function piecesOf({ index, fold }: SearchDesk, { text, tokens }: Phrase): Promise<readonly string[]> {
  const pieces: string[] = [];
  const count = Math.min(tokens.length, tokenLimit);
  const places = tokensOf(text, fold);
  const [starts, ends] = [places.starts.slice(0, count), places.ends.slice(0, count)];
  const isThere = async (from: number, to: number) =>
    (await findCandidates(index, [{ text, tokens: tokens.slice(from, to) }])).length > 0;
  for (let from = 0, last = 0; from < count; from++) {
    // A character alone finds too much to help.
    let to = from + (tokens[from]?.word === undefined ? 1 : 0);
    while (to < count && (await isThere(from, to + 1))) to += 1;
    if (to - from < (tokens[from]?.word === undefined ? 2 : 1) || to <= last) continue;
    last = to;
    pieces.push(text.slice(starts[from], ends[to - 1]));
  }
  return pieces;
}
