import { type ChildProcess, spawn } from "node:child_process";
import { processTree, treeMemory } from "./process-memory.ts";

/** What is looked at while a process runs. To look at memory is to hold it up, so no time is taken of such a run. */
export type Look = "seconds" | "bytes";

/** A command, the folder it is typed in, and what its environment has besides ours; `undefined` takes away. */
export interface Command {
  readonly words: readonly [string, ...string[]];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const msBetweenLooks = 100;

/**
 * Runs a command to its end and returns how many seconds it took, or the bytes that all its processes together held at
 * their peak (0 where the system does not tell). Fails with what it said when it does not end well.
 */
export async function runProcess(command: Command, look: Look): Promise<number> {
  const started = performance.now();
  const running = startProcess(command);
  const watching = look === "bytes" ? watchMemory(running.child) : undefined;
  const code = await running.ended;
  if (code !== 0) throw new Error(`${command.words.join(" ")} ended with ${code}:\n${running.said()}`);
  return watching === undefined ? (performance.now() - started) / 1000 : watching.stop();
}

/** A process that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** The end of what it has said so far, on both streams. */
  said(): string;
  /** Its exit code; `null` after a signal. */
  readonly ended: Promise<number | null>;
}

/** Starts a command. */
export function startProcess({ words: [name, ...words], folder, environment = {} }: Command): Running {
  const child = spawn(name, words, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const listen = (text: string) => {
    said = (said + text).slice(-4000);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", listen);
  const ended = new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
  const end = () => endTree(child);
  // Nothing that we started outlives us, whatever ends us.
  process.prependListener("exit", end);
  child.on("close", () => process.off("exit", end));
  return { child, said: () => said, ended };
}

/** Ends a process and all below it, and waits until they are gone. */
export async function endProcess({ child, ended }: Running): Promise<void> {
  endTree(child);
  await ended;
}

function endTree({ pid }: ChildProcess): void {
  for (const each of pid === undefined ? [] : processTree(pid)) {
    try {
      process.kill(each, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
}

/** Looks at the memory of a process and all below it until stopped. */
export function watchMemory({ pid }: ChildProcess): { stop(): number } {
  let bytes = 0;
  const look = () => {
    bytes = Math.max(bytes, pid === undefined ? 0 : treeMemory(pid));
  };
  const watching = setInterval(look, msBetweenLooks);
  return {
    stop() {
      clearInterval(watching);
      return bytes;
    },
  };
}
