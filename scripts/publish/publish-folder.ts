import type { KeyObject } from "node:crypto";
import { mkdirSync } from "node:fs";
import { makeRelease } from "./make-release.ts";
import type { ProcessMark } from "./process-mark.ts";
import { lockForPublishing } from "./publish-lock.ts";
import { type Refusal, Refused } from "./refusal.ts";
import type { ReleaseFolder } from "./release-folder.ts";
import type { Planned, ReleasePlan } from "./release-plan.ts";

/** How one release is made. */
export interface Making {
  readonly target: ReleaseFolder;
  /** Decides what is done, when it is this publisher's turn. */
  readonly plan: () => Promise<Planned | Refusal>;
  /** Signs what is stated. */
  readonly key?: KeyObject | undefined;
  /** Told of who publishes there now, before waiting for it. */
  readonly onWait: (holder: ProcessMark) => void;
  readonly step: (done: number, total: number) => void;
}

/** What came of it. */
export type Made = { readonly made: ReleasePlan } | { readonly unchanged: string } | Refusal;

/** Waits its turn, plans and makes one release. */
export async function publishFolder({ target, plan, key, onWait, step }: Making): Promise<Made> {
  mkdirSync(target.folder, { recursive: true });
  const lock = await lockForPublishing(target.folder, { onWait });
  if (typeof lock === "string") return lockedElsewhere(lock);
  try {
    const planned = await plan();
    if (!("plan" in planned)) return planned;
    await makeRelease(target, planned.plan, { key, step });
    return { made: planned.plan };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  } finally {
    lock.release();
  }
}

function lockedElsewhere(file: string): Refusal {
  return {
    kind: "locked",
    message: `${file}：另一台机器（或容器）正在发布，或在那里中断了 another machine or container publishes there, or was stopped doing so`,
    remedy: `确定没有在发布，再删掉这个文件 when you are sure that nobody publishes, remove that file`,
  };
}
