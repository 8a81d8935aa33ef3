import { partCount, writeParts } from "./related-numbering.ts";
import { runsOf, turnRound } from "./related-rows.ts";
import { bucketCount, bucketOf, countTerms, type RelatedTexts, rootBits } from "./related-texts.ts";
import { stepsOf } from "./related-vectors.ts";
import type { Terms } from "./terms.ts";

/** Texts of an edition, made from those of an earlier one. */
export interface RenewedTexts {
  readonly texts: RelatedTexts;
  /** 1 for each document that is new, or one of whose terms is on another step of rarity than before. */
  readonly stale: Uint8Array;
}

/** The edition at hand. */
export interface Renewal {
  /** The row of each document among the texts before, −1 for new ones. */
  readonly rows: Int32Array;
  readonly settledFrom: number;
  /** Asked for new documents alone. */
  readonly termsOf: (document: number) => Terms;
}

/** The texts of an edition most of whose documents stood in an earlier one. Terms keep their numbers and new ones are numbered on. */
export function renewTexts(before: RelatedTexts, { rows, settledFrom, termsOf }: Renewal): RenewedTexts {
  const added = Array.from(rows.keys()).filter((document) => rows[document] === -1);
  const terms = new Map(added.map((document) => [document, termsOf(document)]));
  const { numbers, buckets } = numberNew(before.buckets, terms.values());
  const starts = new Uint32Array(rows.length + 1);
  for (let document = 0; document < rows.length; document++) {
    const row = rows[document] ?? -1;
    const own = terms.get(document);
    const length = own === undefined ? (before.starts[row + 1] ?? 0) - (before.starts[row] ?? 0) : partCount(own);
    starts[document + 1] = (starts[document] ?? 0) + length;
  }
  const parts = new Uint32Array(starts[rows.length] ?? 0);
  for (const { document, row, length } of runsOf(rows))
    parts.set(before.parts.subarray(before.starts[row], before.starts[row + length]), starts[document]);
  for (const [document, own] of terms) writeParts(own, numbers, parts.subarray(starts[document], starts[document + 1]));
  const texts = {
    starts,
    parts,
    buckets,
    settledFrom,
    ...countAnew(before, { starts, parts, buckets, settledFrom }, rows),
  };
  return { texts, stale: staleOf(texts, rows, movedTerms(before, texts)) };
}

/** The number of each bucket, and the bucket of each number, new ones at the end. */
function numberNew(
  before: Uint32Array,
  added: Iterable<Terms>,
): { readonly numbers: Uint32Array; readonly buckets: Uint32Array } {
  const numbers = new Uint32Array(bucketCount);
  for (let number = 0; number < before.length; number++) numbers[before[number] ?? 0] = number;
  const more: number[] = [];
  for (const { hashes } of added) {
    for (const hash of hashes) {
      const bucket = bucketOf(hash);
      const number = numbers[bucket] ?? 0;
      // Where nothing was written a 0 stands, which is the number of another bucket.
      const known = number < before.length ? before[number] : more[number - before.length];
      if (known !== bucket) numbers[bucket] = before.length + more.push(bucket) - 1;
    }
  }
  const buckets = new Uint32Array(before.length + more.length);
  buckets.set(before);
  buckets.set(more, before.length);
  return { numbers, buckets };
}

/** The frequencies before, without the documents that went and with those that came; the same among the settled ones. */
function countAnew(
  before: RelatedTexts,
  texts: Omit<RelatedTexts, "frequencies" | "settled">,
  rows: Int32Array,
): Pick<RelatedTexts, "frequencies" | "settled"> {
  const frequencies = new Uint32Array(texts.buckets.length);
  const settled = new Uint32Array(texts.buckets.length);
  frequencies.set(before.frequencies);
  settled.set(before.settled);
  const documents = turnRound(rows, before.starts.length - 1);
  for (const [row, document] of documents.entries()) {
    if (document < 0) countTerms(frequencies, before, row, -1);
    const wasSettled = row >= before.settledFrom;
    const isSettled = document >= 0 && document >= texts.settledFrom;
    if (wasSettled !== isSettled) countTerms(settled, before, row, isSettled ? 1 : -1);
  }
  for (const [document, row] of rows.entries()) {
    if (row >= 0) continue;
    countTerms(frequencies, texts, document);
    if (document >= texts.settledFrom) countTerms(settled, texts, document);
  }
  return { frequencies, settled };
}

/** 1 for each term that is on another step of rarity than before. */
function movedTerms(before: RelatedTexts, texts: RelatedTexts): Uint8Array {
  const steps = stepsOf(texts);
  return stepsOf(before).map((step, term) => Number(step !== steps[term]));
}

function staleOf({ starts, parts }: RelatedTexts, rows: Int32Array, moved: Uint8Array): Uint8Array {
  const stale = new Uint8Array(rows.length);
  const hasMoved = moved.includes(1);
  for (let document = 0; document < rows.length; document++) {
    if (rows[document] === -1) stale[document] = 1;
    if (!hasMoved) continue;
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at++) {
      if (moved[(parts[at] ?? 0) >>> rootBits] === 0) continue;
      stale[document] = 1;
      break;
    }
  }
  return stale;
}
