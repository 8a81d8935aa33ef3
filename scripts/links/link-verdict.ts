import type { LinkAnswer, RememberedLink } from "./link-memory.ts";

/**
 * What editors are told of an address. `failing` may still be a bad day; `dead` is not; `archived` is dead, and an archived copy
 * stands beside it everywhere; `unasked` was never asked.
 */
export type LinkVerdict = "dead" | "archived" | "moved" | "failing" | "slow" | "unclear" | "alive" | "unasked";

const hour = 3_600_000;
const day = 24 * hour;

/** A link is dead after so many runs without a good answer, the first and last so far apart. */
const runsBeforeDead = 3;
const msBeforeDead = 2 * day;
/** A shop that is shut twice a day is shut once. */
const msBetweenRuns = 20 * hour;
/** Readers wait longer than they like. */
const msUntilSlow = 5000;

/** How long an answer is good. What has just failed is asked again the next day; what is dead, less often. */
function msGood(remembered: RememberedLink): number {
  if (remembered.answer.kind === "alive") return 7 * day;
  if (remembered.answer.kind === "unclear" || isDead(remembered)) return 3 * day;
  return msBetweenRuns;
}

/** Whether it is time to ask (again). What is remembered from the future is not believed. */
export function isDue(remembered: RememberedLink | undefined, nowMs: number): boolean {
  if (remembered === undefined || remembered.askedMs > nowMs) return true;
  return nowMs - remembered.askedMs >= msGood(remembered);
}

/** `before` with what was answered now. Runs count once a day; nothing but a good answer makes failures forgotten. */
export function withAnswer(before: RememberedLink | undefined, answer: LinkAnswer, nowMs: number): RememberedLink {
  const { failures, archive } = before ?? {};
  const kept = archive === undefined ? {} : { archive };
  if (answer.kind === "alive") return { askedMs: nowMs, answer };
  if (answer.kind === "unclear") return { askedMs: nowMs, answer, ...kept, ...(failures && { failures }) };
  if (failures === undefined || failures.lastMs > nowMs)
    return { askedMs: nowMs, answer, ...kept, failures: { firstMs: nowMs, lastMs: nowMs, runs: 1 } };
  const counts = nowMs - failures.lastMs >= msBetweenRuns;
  const counted = counts ? { ...failures, lastMs: nowMs, runs: failures.runs + 1 } : failures;
  return { askedMs: nowMs, answer, ...kept, failures: counted };
}

/** True when failing is no accident any more. */
export function isDead({ answer, failures }: RememberedLink): boolean {
  if (answer.kind !== "failing" || failures === undefined) return false;
  return failures.runs >= runsBeforeDead && failures.lastMs - failures.firstMs >= msBeforeDead;
}

/** What to tell of an address of which this is remembered, and which stands at `places`. */
export function verdictOf(
  remembered: RememberedLink | undefined,
  places: readonly { readonly archive?: string | undefined }[],
): LinkVerdict {
  if (remembered === undefined) return "unasked";
  if (isDead(remembered)) return places.every(({ archive }) => archive !== undefined) ? "archived" : "dead";
  const { answer } = remembered;
  if (answer.kind === "failing") return "failing";
  if (answer.kind === "unclear") return "unclear";
  if (answer.moved !== undefined) return "moved";
  return answer.ms > msUntilSlow ? "slow" : "alive";
}
