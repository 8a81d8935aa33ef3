import { ByteReader, ByteWriter } from "./varint.ts";

/** The articles of a word: for each twice, twice and once its number, so that a `level` fits in: `article * 4 + level`, ascending. */
export type WordPlaces = readonly number[];

/** Words and where they stand, sorted by word (UTF-16 order). */
export type WordRows = readonly (readonly [word: string, places: WordPlaces])[];

/**
 * `rows` as a shard is served: the number of words; for each how many bytes it shares with the one before, and how many follow; for each the number of
 * its articles; all places, each as what it is greater than the one before; then the bytes of the words (UTF-8).
 */
export function encodeWordShard(rows: WordRows): Uint8Array {
  const writer = new ByteWriter(rows.length * 8);
  const letters = new ByteWriter(rows.length * 6);
  writer.number(rows.length);
  let last = new Uint8Array();
  for (const [word] of rows) {
    const bytes = new TextEncoder().encode(word);
    const shared = sharedStart(last, bytes);
    writer.number(shared);
    writer.number(bytes.length - shared);
    letters.all(bytes.subarray(shared));
    last = bytes;
  }
  for (const [, places] of rows) writer.number(places.length);
  for (const [, places] of rows) {
    let before = 0;
    for (const place of places) {
      writer.number(place - before);
      before = place;
    }
  }
  writer.all(letters.written);
  return writer.written;
}

/** The rows that `encodeWordShard` encoded; throws `GarbledBytes` where it did not make `bytes`. */
export function decodeWordShard(bytes: Uint8Array): WordRows {
  const reader = new ByteReader(bytes);
  const count = reader.count();
  const cuts = Array.from({ length: count }, () => [reader.number(), reader.number()] as const);
  const sizes = Array.from({ length: count }, () => reader.number());
  reader.fitting(sizes.reduce((sum, size) => sum + size, 0));
  const places = sizes.map((size) => {
    let place = 0;
    return Array.from({ length: size }, () => {
      place += reader.number();
      return place;
    });
  });
  let word = new Uint8Array();
  const rows = cuts.map(([shared, own], index) => {
    word = Uint8Array.of(...word.subarray(0, shared), ...reader.all(own));
    return [new TextDecoder().decode(word), places[index] ?? []] as const;
  });
  reader.end();
  return rows;
}

function sharedStart(one: Uint8Array, other: Uint8Array): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}
