import { worthOfStep } from "./related-rarity.ts";
import type { RelatedState } from "./related-state.ts";
import { bucketOf, rootBits, rootMask } from "./related-texts.ts";
import { stepsOf } from "./related-vectors.ts";
import { termsOf } from "./terms.ts";

/**
 * The terms that make an article and another one alike, the one that counts most first, as they are written in `text`.
 *
 * @param article its number; the other's is asked for by the function that is returned
 * @param text in which the words of the article stand; what is not found in it is passed over
 */
export function sharedTerms(
  { texts }: RelatedState,
  article: number,
  text: string,
): (other: number) => readonly string[] {
  const steps = stepsOf(texts);
  const own = [...rootsOf(texts, article)];
  const written = writtenTerms(text);
  return (other) => {
    const theirs = rootsOf(texts, other);
    const counts = own.map(([term, root]) => ({
      bucket: texts.buckets[term] ?? 0,
      worth: (worthOfStep[steps[term] ?? 0] ?? 0) * root * (theirs.get(term) ?? 0),
    }));
    counts.sort((x, y) => y.worth - x.worth || x.bucket - y.bucket);
    return counts.filter(({ worth }) => worth > 0).flatMap(({ bucket }) => written.get(bucket) ?? []);
  };
}

function rootsOf({ starts, parts }: RelatedState["texts"], article: number): ReadonlyMap<number, number> {
  const own = parts.subarray(starts[article], starts[article + 1]);
  return new Map(Array.from(own, (part) => [part >>> rootBits, part & rootMask]));
}

/** Two neighbouring characters of a script without spaces, a word, or two words with a mark between them. */
const candidatePatterns = [
  /(?=(\p{Script=Han}{2}))/gu,
  /([\p{L}\p{N}+#]+)/gu,
  /(?=\b([\p{L}\p{N}]+[ \-._/][\p{L}\p{N}]+))/gu,
];

/** The terms that stand in `text`, by their buckets. */
function writtenTerms(text: string): ReadonlyMap<number, string> {
  const written = new Map<number, string>();
  for (const pattern of candidatePatterns) {
    for (const [, candidate = ""] of text.matchAll(pattern)) {
      const { hashes } = termsOf({ title: "", headings: [], keywords: [], text: candidate });
      for (const hash of hashes) if (!written.has(bucketOf(hash))) written.set(bucketOf(hash), candidate);
    }
  }
  return written;
}
