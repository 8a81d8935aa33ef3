import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** A process, so that it is not taken for another that has the same id later or elsewhere. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in ticks since the machine did; absent where the system does not tell. */
  readonly start?: string | undefined;
  /** Of the machine's running; absent where the system does not tell. */
  readonly boot?: string | undefined;
  readonly host: string;
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, start: startOf(process.pid), boot: boot(), host: hostname() };
}

/** Whether the process of `mark` still runs. Of another machine's nobody here can tell. */
export function lifeOf(mark: ProcessMark): "runs" | "gone" | "unknown" {
  if (mark.host !== hostname()) return "unknown";
  if (mark.boot !== boot() || !answers(mark.pid)) return "gone";
  return startOf(mark.pid) === mark.start ? "runs" : "gone";
}

function boot(): string | undefined {
  const id = readOrNothing("/proc/sys/kernel/random/boot_id").trim();
  return id === "" ? undefined : id;
}

/** proc(5), field 22. */
function startOf(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A process that was killed stays listed until its parent has asked for its end.
  return state === "Z" ? "ended" : fields[18];
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
