import { existsSync, readdirSync, readFileSync } from "node:fs";

/**
 * Memory of process `pid` and all below it, in bytes: proportional set size, which counts shared pages once
 * (Linux kernel documentation, filesystems/proc, `smaps_rollup`). 0 where the system does not tell.
 */
export function treeMemory(pid: number): number {
  return processTree(pid).reduce((sum, each) => sum + proportionalSize(each), 0);
}

/** Numbers of process `pid` and all below it; `pid` alone where the system does not tell. */
export function processTree(pid: number): readonly number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [pid];
  const children = namesIn(tasks).flatMap((task) =>
    readOrNothing(`${tasks}/${task}/children`).split(" ").filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => processTree(Number(child)))];
}

function proportionalSize(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/mu.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** Processes end while they are looked at. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
