import { gramLeaves } from "../edition/search/article-grams.ts";

/**
 * The packed grams (`packGrams`) of many articles, one after another in one buffer: to look into thousands of small arrays for each shard would
 * take most of the time, and a thread is given all of them at once.
 */
export interface GramPile {
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** How many sheaves there are; an article may have several. */
  readonly count: number;
  /** For each sheaf the number of its article, ascending; longer than `count`. */
  readonly articles: Uint32Array;
  /** At which of `numbers` each sheaf begins; longer than `count`. */
  readonly places: Uint32Array;
  /** At which byte each ends; longer than `count`. */
  readonly ends: Uint32Array;
}

/** A pile of what `sheaves` gives: the number of an article, ascending, and packed grams of it. */
export function pileGrams(sheaves: Iterable<readonly [article: number, packed: Uint8Array]>, room = 16): GramPile {
  let bytes = new Uint8Array(room * bytesOfOne);
  const [articles, places, ends]: [number[], number[], number[]] = [[], [], []];
  let at = 0;
  for (const [article, packed] of sheaves) {
    if (at + packed.length > bytes.length) bytes = enlarged(bytes, at + packed.length);
    bytes.set(packed, at);
    articles.push(article);
    places.push(at / 4);
    ends.push(at + packed.length);
    // Numbers lie where they can be looked at as such.
    at += Math.ceil(packed.length / 4) * 4;
  }
  return {
    numbers: new Uint32Array(bytes.buffer),
    count: articles.length,
    ...{ articles: Uint32Array.from(articles), places: Uint32Array.from(places), ends: Uint32Array.from(ends) },
  };
}

/** The words of a sheaf, as in `ArticleGrams`. */
export function wordsInPile({ numbers, places, ends }: GramPile, sheaf: number): string {
  const place = places[sheaf] ?? 0;
  const from = 4 * (place + (numbers[place + gramLeaves] ?? 0));
  return Buffer.from(numbers.buffer, from, (ends[sheaf] ?? 0) - from).toString();
}

/** As many as most articles need, so that the buffer rarely grows. */
const bytesOfOne = 10_000;

function enlarged(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.ceil((least * 1.25) / 4) * 4);
  larger.set(bytes);
  return larger;
}
