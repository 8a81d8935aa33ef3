import { gramLeaves } from "../edition/search/article-grams.ts";
import { longMarks, noShortMarks } from "../text/search-gram.ts";
import { type GramRows, newGramRows } from "../text/search-gram-shard.ts";
import type { GramPile } from "./gram-pile.ts";
import { sortedRows } from "./sorted-rows.ts";

const marksOfByte = Uint32Array.from({ length: noShortMarks }, (_, short) => longMarks(short));

/** The rows of the leaves `from` to `to`, less than 32, of all sheaves: sorted by hash and then by article, those for the same made one. */
export function gatherRows(pile: GramPile, from = 0, to = gramLeaves): GramRows {
  const { numbers, count, places } = pile;
  let most = 0;
  for (let sheaf = 0; sheaf < count; sheaf++) {
    const place = places[sheaf] ?? 0;
    most += (numbers[place + to] ?? 0) - (numbers[place + from] ?? 0);
  }
  const rows = newGramRows(most);
  let size = 0;
  for (let sheaf = 0; sheaf < count; sheaf++)
    for (let leaf = from; leaf < to; leaf++) size = copyLeaf(pile, [sheaf, leaf], rows, size);
  return sortedRows({ ...rows, count: size });
}

/** Appends the rows of one leaf to the `size` that `rows` has; gives how many it has then. */
function copyLeaf(
  { numbers, articles, places }: GramPile,
  [sheaf, leaf]: readonly [number, number],
  rows: GramRows,
  size: number,
): number {
  const place = places[sheaf] ?? 0;
  const start = place + (numbers[place + leaf] ?? 0);
  const count = numbers[start] ?? 0;
  const article = articles[sheaf] ?? 0;
  const shortsAt = start + 1 + count;
  let long = shortsAt + Math.ceil(count / 4);
  let four = 0;
  for (let row = 0; row < count; row++) {
    if ((row & 3) === 0) four = numbers[shortsAt + (row >>> 2)] ?? 0;
    const short = four & 0xff;
    four >>>= 8;
    const into = size + row;
    rows.hashes[into] = numbers[start + 1 + row] ?? 0;
    rows.articles[into] = article;
    rows.marks[into] = (short === noShortMarks ? numbers[long++] : marksOfByte[short]) ?? 0;
  }
  return size + count;
}
