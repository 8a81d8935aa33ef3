import { readFileSync } from "node:fs";

/** Whether a process `pid` runs on this machine, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When process `pid` started, in ticks since the machine did (proc(5), field 22); nothing where the system does not tell. */
export function startOf(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A process that was killed stays listed until its parent has asked for its end.
  return state === "Z" ? "ended" : fields[18];
}

/** The text of `file`; empty where it cannot be read. */
export function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
