import { dirname, relative, sep } from "node:path";
import { realPath } from "./real-path.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Why a site in `from` is not published into `folder`, or by way of it, where one lies in the other. To be asked before anything is
 * written there: a lock alone would make a build another than its manifest says.
 */
export function overlapRefusal(from: string, folder: string): Refusal | undefined {
  const [site, target] = [realPath(from), realPath(folder)];
  if (!isWithin(site, target) && !isWithin(target, site)) return undefined;
  return {
    kind: "overlap",
    message: `${from} 和 ${folder} 重叠 they overlap`,
    remedy: `换一个文件夹，如 name another folder, such as ${dirname(folder)}/site`,
  };
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
}
