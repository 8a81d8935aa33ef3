import assert from "node:assert/strict";
import { type PlainSite, writePlainSite } from "../../scripts/bench/plain-site.ts";
import { type Publishing, planRelease } from "../../scripts/publish/plan-release.ts";
import type { ReleasePlan } from "../../scripts/publish/release-plan.ts";
import type { Releases } from "../../scripts/publish/target.ts";
import { emptyFolder } from "../site/command.ts";

/** What plans say of the machine. */
export const machine = { node: "v20", architecture: "x64", lock: "0".repeat(64) };

/** A plain site in a folder of its own. */
export function siteIn(site: PlainSite): string {
  const from = emptyFolder();
  writePlainSite(from, site);
  return from;
}

/** What publishing `from` comes to, of which nobody knows what it was built from. */
export function planOf(releases: Releases, from: string, more: Partial<Publishing> = {}) {
  return planRelease({
    ...{ releases, from, machine, keep: 5 },
    factsOf: async () => ({ asOf: null, commit: null, isDirty: false, content: "" }),
    isBefore: async () => false,
    ...{ allowGone: [], allowDirty: true, allowBack: true },
    ...more,
  });
}

/** The plan to publish `from`, which nothing speaks against. */
export async function planned(releases: Releases, from: string, more: Partial<Publishing> = {}): Promise<ReleasePlan> {
  const plan = await planOf(releases, from, more);
  assert.ok("plan" in plan, JSON.stringify(plan));
  return plan.plan;
}
