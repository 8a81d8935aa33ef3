import { createRequire } from "node:module";

type Levenshtein = typeof import("fastest-levenshtein");

// Loaded at the first suggestion: most builds have none to make.
const require = createRequire(import.meta.url);
let library: Levenshtein | undefined;

/**
 * The one of `candidates` that `word` most likely stands for, or nothing when none is near; the first of equally near ones.
 *
 * Case, width, spaces and hyphens count nothing. One slip is allowed in a word of three or four characters (`光明日抱`), two in up to
 * eight, three beyond; two neighbours exchanged (`tilte`) are one slip. Two characters are too few to tell a slip from another name.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const limit = slipsAllowed([...wanted].length);
  let best: string | undefined;
  let bestSlips = limit + 1;
  for (const candidate of candidates) {
    const written = plain(candidate);
    if (Math.abs(written.length - wanted.length) > limit * 2) continue;
    const slips = slipsBetween(wanted, written);
    if (slips >= bestSlips || slips >= Math.max([...written].length, 1)) continue;
    [best, bestSlips] = [candidate, slips];
  }
  return best;
}

function plain(word: string): string {
  return word
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_·-]+/gu, "");
}

function slipsAllowed(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

function slipsBetween(a: string, b: string): number {
  library ??= load();
  return isOneExchange(a, b) ? 1 : library.distance(a, b);
}

function load(): Levenshtein {
  return require("fastest-levenshtein");
}

function isOneExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at + 1 < a.length;
}
