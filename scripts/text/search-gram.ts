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

/** One bit of sixteen for a token that stands before or after a gram. */
export function neighbourBit(code: number): number {
  return 1 << (Math.imul(code, 0x9e3779b1) >>> 28);
}

/** Where something stands: the higher, the more it counts. */
export const levels = { body: 0, standfirst: 1, headline: 2 } as const;

/** Into how many shards the grams of `articles` articles go, a power of two: so many that a shard stays some kilobytes. */
export function gramShards(articles: number): number {
  return shardsFor(articles, 4, 2048);
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
