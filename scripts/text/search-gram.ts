/**
 * The hash of two tokens that stand side by side; no two pairs have the same one. With 0 for the second, of a token by itself.
 *
 * The finaliser of MurmurHash3 (Appleby, public domain), which is a permutation: grams spread evenly over shards by their first bits.
 */
export function gramHash(first: number, second: number): number {
  let h = ((first << 16) | second) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * What is known of a gram in an article, 32 bits that are joined by "or": the lowest 15 say which tokens follow it somewhere, the next 15
 * which stand before it (a `neighbourBit` each), the upper two at which levels above the body it stands.
 */
export type GramMarks = number;

/** How many bits tell tokens beside a gram from one another. */
export const neighbourBits = 15;

/** One bit of fifteen for a token that stands before or after a gram. */
export function neighbourBit(code: number): number {
  return 1 << (((Math.imul(code, 0x9e3779b1) >>> 16) * neighbourBits) >>> 16);
}

/** Where something stands: the higher, the more it counts. */
export const levels = { body: 0, standfirst: 1, headline: 2 } as const;

/** The marks of a gram with one token, or none (0), on either side, each as its `neighbourBit`. */
export function marksOf(before: number, next: number, level: number): GramMarks {
  return ((level << (2 * neighbourBits)) | (before << neighbourBits) | next) >>> 0;
}

/** The highest level that `marks` tell of. */
export function levelOf(marks: GramMarks): number {
  return Math.min(marks >>> (2 * neighbourBits), levels.headline);
}

/** The byte that stands for marks that have none of their own. */
export const noShortMarks = 0xff;

/** `marks` as a byte where nothing stands above the body and at most one token on each side, as most do; else `noShortMarks`. */
export function shortMarks(marks: GramMarks): number {
  const next = marks & 0x7fff;
  const before = marks >>> neighbourBits;
  // More than one bit, a level among them.
  if ((next & (next - 1)) !== 0 || (before & (before - 1)) !== 0 || before > 0x7fff) return noShortMarks;
  return (placeOfBit(before) << 4) | placeOfBit(next);
}

/** The marks of which `short` is the byte. */
export function longMarks(short: number): GramMarks {
  return (((1 << (short >>> 4)) & 0x7fff) << neighbourBits) | ((1 << (short & 15)) & 0x7fff);
}

/** Which bit is set, 0 to 14; 15 where none is. */
function placeOfBit(bits: number): number {
  return bits === 0 ? neighbourBits : 31 - Math.clz32(bits);
}

/** Into how many shards the grams of `articles` articles go, a power of two: so many that a shard stays some kilobytes. */
export function gramShards(articles: number): number {
  return shardsFor(articles, 4, 4096);
}

/** Into how many shards their words go. */
export function wordShards(articles: number): number {
  return shardsFor(articles, 16, 512);
}

/** The shard of a gram among `shards`. */
export function shardOfGram(hash: number, shards: number): number {
  return shards === 1 ? 0 : hash >>> (32 - Math.log2(shards));
}

/** The shard of a word among `shards`; words that begin with the same two letters share one. */
export function shardOfWord(word: string, shards: number): number {
  return (gramHash(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0) >>> 8) & (shards - 1);
}

/** How many addresses of articles are listed in one file. */
export const pathsInFile = 64;

function shardsFor(articles: number, each: number, most: number): number {
  let shards = 1;
  while (shards < most && shards * each < articles) shards *= 2;
  return shards;
}
