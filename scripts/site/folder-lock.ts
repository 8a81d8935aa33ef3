import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lockName } from "../edition/output-names.ts";
import { isRunning, readOrNothing, startOf } from "../store/processes.ts";

/** A folder held by this process. */
export interface FolderLock {
  /** Gives the folder back. */
  readonly release: () => void;
}

/** How long another process may take from making its lock to having written it. */
const msToWrite = 100;

/**
 * Holds `folder` for this process, or gives the id of the running process that holds it.
 *
 * The lock of a process that is gone is taken over. Processes are known by id and time of start, since a container gives the
 * same id again and again; processes on two machines, or in two containers, do not see one another.
 */
export async function lockFolder(folder: string): Promise<FolderLock | number> {
  const file = join(folder, lockName);
  const own = markOf(process.pid);
  while (!makeNew(file, own)) {
    const seen = await settled(file);
    const holder = runningHolder(seen);
    if (holder !== undefined) return holder;
    takeAway(file, seen);
  }
  return {
    release: () => {
      for (const each of [file, `${file}.old`]) rmSync(each, { force: true });
    },
  };
}

function makeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** What `file` says; one that says nothing yet gets the time to. */
async function settled(file: string): Promise<string> {
  const text = readOrNothing(file);
  if (text !== "") return text;
  await pause(msToWrite);
  return readOrNothing(file);
}

/** Moves the lock that said `seen` out of the way. Whoever was quicker has made a new one, which goes back. */
function takeAway(file: string, seen: string): void {
  try {
    renameSync(file, `${file}.old`);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (readOrNothing(`${file}.old`) !== seen) renameSync(`${file}.old`, file);
}

/** The process that wrote `mark`, if it still runs. */
function runningHolder(mark: string): number | undefined {
  const pid = Number(/^\{"pid":([1-9]\d{0,9})\b/u.exec(mark)?.[1]);
  if (Number.isNaN(pid) || !isRunning(pid)) return undefined;
  return startOf(pid) === undefined || mark === markOf(pid) ? pid : undefined;
}

function markOf(pid: number): string {
  return JSON.stringify({ pid, start: startOf(pid) });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
