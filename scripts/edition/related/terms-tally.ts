import type { Terms } from "./terms.ts";

/** A hash table in typed arrays, made larger before it is half full. */
export interface Tally {
  /** Twice as many numbers as there are slots: a hash and its weight each, side by side in the processor’s cache. */
  table: Uint32Array;
  /** Where in `table` the terms stand, in the order they were met. */
  places: Uint32Array;
  size: number;
}

/** Beyond this many, the lightest terms go, and of the equally light the ones met last. */
const mostTerms = 1024;
const heaviest = 65_535;

/** Hashes are spread evenly: their first bits tell nearly where each stands among a thousand. */
const leadShift = 22;
const leads = 1 << (32 - leadShift);

/** Enough for ordinary articles, and little enough for a processor’s nearest cache. */
const ordinarySlots = 1 << 11;

/** Makes `tally` empty. */
export function clear(tally: Tally): void {
  for (let i = 0; i < tally.size; i++) tally.table[(tally.places[i] ?? 0) + 1] = 0;
  tally.size = 0;
}

/** An empty tally. */
export function newTally(): Tally {
  return { table: new Uint32Array(2 * ordinarySlots), places: new Uint32Array(ordinarySlots / 2), size: 0 };
}

/** Counts `weight` more for the term with `hash`. */
export function count(tally: Tally, hash: number, weight: number): void {
  const place = placeOf(tally.table, hash);
  const sum = tally.table[place + 1] ?? 0;
  tally.table[place] = hash;
  tally.table[place + 1] = Math.min(heaviest, sum + weight);
  if (sum !== 0) return;
  tally.places[tally.size++] = place;
  if (tally.size === tally.places.length) enlarge(tally);
}

/** The place in `table` of `hash`, or the free one (its weight is 0) where it belongs. */
function placeOf(table: Uint32Array, hash: number): number {
  const last = table.length - 2;
  let place = (hash << 1) & last;
  while (table[place + 1] !== 0 && table[place] !== hash) place = (place + 2) & last;
  return place;
}

function enlarge(tally: Tally): void {
  const { table, places, size } = tally;
  tally.table = new Uint32Array(2 * table.length);
  tally.places = new Uint32Array(2 * places.length);
  for (let i = 0; i < size; i++) {
    const from = places[i] ?? 0;
    const hash = table[from] ?? 0;
    const to = placeOf(tally.table, hash);
    tally.table[to] = hash;
    tally.table[to + 1] = table[from + 1] ?? 0;
    tally.places[i] = to;
  }
}

/** The heaviest terms counted in `tally`, by their hashes. */
export function heaviestOf(tally: Tally): Terms {
  const { table } = tally;
  const places = chosenPlaces(tally);
  const nexts = new Uint16Array(leads + 1);
  for (let i = 0; i < places.length; i++) {
    const after = ((table[places[i] ?? 0] ?? 0) >>> leadShift) + 1;
    nexts[after] = (nexts[after] ?? 0) + 1;
  }
  for (let lead = 1; lead <= leads; lead++) nexts[lead] = (nexts[lead] ?? 0) + (nexts[lead - 1] ?? 0);
  const hashes = new Uint32Array(places.length);
  const weights = new Uint16Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const hash = table[place] ?? 0;
    const lead = hash >>> leadShift;
    let at = nexts[lead] ?? 0;
    nexts[lead] = at + 1;
    // Where nothing stands yet there is a 0, greater than no hash.
    for (; at > 0 && (hashes[at - 1] ?? 0) > hash; at--) {
      hashes[at] = hashes[at - 1] ?? 0;
      weights[at] = weights[at - 1] ?? 0;
    }
    hashes[at] = hash;
    weights[at] = table[place + 1] ?? 0;
  }
  return { hashes, weights };
}

/** Where the heaviest terms stand, in the order they were met. */
function chosenPlaces(tally: Tally): Uint32Array {
  if (tally.size <= mostTerms) return tally.places.subarray(0, tally.size);
  const chosen = new Uint32Array(mostTerms);
  const { least, room } = lightestKept(tally);
  let left = room;
  let size = 0;
  for (let i = 0; i < tally.size; i++) {
    const place = tally.places[i] ?? 0;
    const weight = tally.table[place + 1] ?? 0;
    if (weight < least || (weight === least && left === 0)) continue;
    if (weight === least) left--;
    chosen[size++] = place;
  }
  return chosen;
}

/** The weight below which terms go where they are too many, and for how many of just that weight there is room. */
function lightestKept(tally: Tally): { readonly least: number; readonly room: number } {
  const weights = tally.places.slice(0, tally.size).map((place) => tally.table[place + 1] ?? 0);
  weights.sort();
  const first = tally.size - mostTerms;
  const least = weights[first] ?? 1;
  let room = 0;
  while (first + room < tally.size && weights[first + room] === least) room++;
  return { least, room };
}
