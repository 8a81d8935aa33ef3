import { type Refusal, Refused } from "./refusal.ts";
import type { Planned, ReleasePlan } from "./release-plan.ts";
import type { Making, Releases, Target } from "./target.ts";

/** Decides what is done, of what lies at the target. */
export type Planner = (releases: Releases) => Promise<Planned | Refusal>;

/** How one release is published. */
export interface PublishingOnce extends Making {
  readonly target: Target;
  readonly plan: Planner;
  /** Told of who publishes there now, before waiting for it. */
  readonly onWait: (holder: string) => void;
}

/** What came of it. */
export type Made = { readonly made: ReleasePlan } | { readonly unchanged: string } | Refusal;

/** Waits its turn, plans and makes one release. */
export function publishRelease({ target, plan, onWait, ...making }: PublishingOnce): Promise<Made> {
  return unlessRefused(() =>
    target.hold(async (held): Promise<Made> => {
      const planned = await plan(held.releases);
      if (!("plan" in planned)) return planned;
      await held.make(planned.plan, making);
      return { made: planned.plan };
    }, onWait),
  );
}

/** Only plans. */
export function planOnly(target: Target, plan: Planner): Promise<Planned | Refusal> {
  return unlessRefused(() => target.see(plan));
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
