import { mkdirSync } from "node:fs";
import { makeRelease } from "./make-release.ts";
import { lockForPublishing } from "./publish-lock.ts";
import { Refused } from "./refusal.ts";
import { ReleaseFolder } from "./release-folder.ts";
import { type ReleasePlan, renderPlan } from "./release-plan.ts";
import type { HeldTarget, Releases, Target } from "./target.ts";

/** A folder of this machine: `file:DIR`. */
export class FolderTarget implements Target {
  readonly folder: string;
  readonly keepsReleases = true;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Looks at the folder. */
  see<T>(work: (releases: Releases) => Promise<T>): Promise<T> {
    return work(new ReleaseFolder(this.folder));
  }

  /** Holds the folder, which is made where there is none. */
  hold<T>(work: (held: HeldTarget) => Promise<T>, onWait: (holder: string) => void): Promise<T> {
    const releases = new ReleaseFolder(this.folder);
    return holdFolder(this.folder, onWait, () =>
      work({ releases, make: (plan, making) => makeRelease(releases, plan, making) }),
    );
  }

  /** Files, links, the switch, what is removed. */
  show(plan: ReleasePlan): string {
    return renderPlan(plan);
  }
}

/** Holds a folder while `work` goes on; throws `Refused` where nobody here can tell whether somebody else holds it. */
export async function holdFolder<T>(
  folder: string,
  onWait: (holder: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = await lockForPublishing(folder, { onWait: ({ pid }) => onWait(String(pid)) });
  if (typeof lock === "string") throw lockedElsewhere(lock);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** What is said of a lock that another machine has left. */
export function lockedElsewhere(file: string): Refused {
  return new Refused({
    kind: "locked",
    message: `${file}：另一台机器（或容器）正在发布，或在那里中断了 another machine or container publishes there, or was stopped doing so`,
    remedy: `确定没有在发布，再删掉这个文件 when you are sure that nobody publishes, remove that file`,
  });
}
