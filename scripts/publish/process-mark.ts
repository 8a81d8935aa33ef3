import { hostname } from "node:os";
import { isRunning, readOrNothing, startOf } from "../store/processes.ts";

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
  if (mark.boot !== boot() || !isRunning(mark.pid)) return "gone";
  return startOf(mark.pid) === mark.start ? "runs" : "gone";
}

function boot(): string | undefined {
  const id = readOrNothing("/proc/sys/kernel/random/boot_id").trim();
  return id === "" ? undefined : id;
}
