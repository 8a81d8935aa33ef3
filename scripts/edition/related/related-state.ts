import { deserialize, serialize } from "node:v8";
import type { Shortlists } from "./related-shortlists.ts";
import type { RelatedTexts } from "./related-texts.ts";
import type { RelatedVectors } from "./related-vectors.ts";

/** All that was worked out to relate the articles of an edition, whatever the length of the lists it was worked out for. */
export interface RelatedState {
  /** What each article contributes, in one line of text each. */
  readonly contributions: readonly string[];
  readonly texts: RelatedTexts;
  readonly vectors: RelatedVectors;
  readonly shortlists: Shortlists;
}

/** `state` as bytes that `unpackState` reads. */
export function packState(state: RelatedState, code: string): Uint8Array {
  return serialize({ code, state });
}

/** The state that the same `code` has packed; undefined where it was other code. The bytes are taken for undamaged. */
export function unpackState(bytes: Uint8Array, code: string): RelatedState | undefined {
  const packed: { readonly code: string; readonly state: RelatedState } = deserialize(bytes);
  return packed.code === code ? packed.state : undefined;
}
