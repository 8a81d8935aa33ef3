import { contentHash } from "../store/content-hash.ts";
import type { Store } from "../store/store.ts";
import { type ChangedArticle, reviseShards } from "./revise-shards.ts";

/** Shards that are remembered, and what has changed since. */
export interface KeptRevision {
  /** How many articles there are now. */
  readonly articles: number;
  readonly changed: readonly ChangedArticle[];
  /** The SHA-256 of each shard as it was, by number: the key of its bytes. */
  readonly grams: readonly string[];
  readonly words: readonly string[];
}

/** A shard that is another now. */
export interface RevisedShard {
  readonly shard: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** All shards that are others now. */
export interface RevisedShards {
  readonly grams: readonly RevisedShard[];
  readonly words: readonly RevisedShard[];
}

/** Revises shards that `store` remembers; gives nothing where one of them is lost. */
export type ReviseKept = (
  revision: KeptRevision,
  store: Store,
) => RevisedShards | undefined | Promise<RevisedShards | undefined>;

/** A shard that was remembered is gone, or damaged. */
class LostShard extends Error {}

/** Revises shards in this thread. */
export const reviseKeptHere: ReviseKept = ({ articles, changed, grams, words }, store) => {
  const load = (sha256: string) => {
    const found = store.get(sha256);
    if (found === undefined) throw new LostShard(`shard ${sha256}`);
    return found;
  };
  try {
    const revised = reviseShards(articles, changed, {
      grams: (shard) => load(grams[shard] ?? ""),
      words: (shard) => load(words[shard] ?? ""),
    });
    return { grams: hashed(revised.grams), words: hashed(revised.words) };
  } catch (error) {
    if (error instanceof LostShard) return undefined;
    throw error;
  }
};

function hashed(shards: ReadonlyMap<number, Uint8Array>): readonly RevisedShard[] {
  return [...shards].map(([shard, bytes]) => ({ shard, bytes, sha256: contentHash(bytes) }));
}
