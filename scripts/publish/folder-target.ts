import { existsSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { makeRelease } from "./make-release.ts";
import { lockForPublishing } from "./publish-lock.ts";
import { Refused } from "./refusal.ts";
import { ReleaseFolder } from "./release-folder.ts";
import { type ReleasePlan, renderPlan } from "./release-plan.ts";
import type { HeldTarget, Releases, Target } from "./target.ts";

/** Only writing may be denied to others. */
const mostHidden = 0o022;

/** A folder of this machine: `file:DIR`. */
export class FolderTarget implements Target {
  readonly folder: string;
  readonly keepsReleases = true;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Looks at the folder. */
  async see<T>(work: (releases: Releases) => Promise<T>): Promise<T> {
    refuseObstacle(this.folder);
    return work(new ReleaseFolder(this.folder));
  }

  /** Holds the folder, which is made where there is none. */
  async hold<T>(work: (held: HeldTarget) => Promise<T>, onWait: (holder: string) => void): Promise<T> {
    const releases = new ReleaseFolder(this.folder);
    // Servers run as somebody else: whoever publishes with a umask of 077 wants to be read all the same.
    const usual = process.umask();
    process.umask(usual & mostHidden);
    try {
      return await holdFolder(this.folder, onWait, () =>
        work({ releases, make: (plan, making) => makeRelease(releases, plan, making) }),
      );
    } finally {
      process.umask(usual);
    }
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
  refuseObstacle(folder);
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

/** Throws `Refused` where a folder can be neither found nor made, since something else stands there or above. */
function refuseObstacle(folder: string): void {
  const obstacle = obstacleAt(folder);
  if (obstacle === undefined) return;
  throw new Refused({
    kind: "current-foreign",
    message: `${obstacle}：这里不是文件夹 a file is there, or a link that leads nowhere`,
    remedy: "把它移开，或换一个文件夹 move it away, or name another folder",
  });
}

function obstacleAt(path: string): string | undefined {
  if (existsSync(path)) return statSync(path).isDirectory() ? undefined : path;
  if (isLink(path)) return path;
  const above = dirname(path);
  return above === path ? undefined : obstacleAt(above);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
