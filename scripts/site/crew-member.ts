import { parentPort, workerData } from "node:worker_threads";
import { manuscriptReader } from "../edition/load-readings.ts";
import type { Answer, Task } from "./crew-tasks.ts";
import { writePages } from "./eleventy.ts";
import type { Program } from "./program.ts";

/** Runs in a thread of its own and does one task after another. */
const program: Pick<Program, "root" | "folder"> = workerData;

/** The reader of the last task: the next is for the same folder, and the house style is compiled once. */
let reader: { readonly name: string; readonly read: ReturnType<typeof manuscriptReader> } | undefined;

async function answerTo(task: Task): Promise<Answer> {
  switch (task.task) {
    case "prepare":
      await import("@11ty/eleventy");
      return { task: "prepare" };
    case "read":
      return { task: "read", reads: task.names.map(readerFor(task)) };
    case "write":
      await writePages(program, task.out, task.pages);
      return { task: "write" };
    default:
      return task satisfies never;
  }
}

function readerFor({ root, terms }: Task & { readonly task: "read" }): ReturnType<typeof manuscriptReader> {
  const name = JSON.stringify([root, terms]);
  if (reader?.name !== name) reader = { name, read: manuscriptReader(root, terms) };
  return reader.read;
}

function failureOf(error: unknown): Answer {
  if (!(error instanceof Error)) return { task: "failed", message: String(error), stack: "" };
  const { message, stack = "" } = error;
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const path = "path" in error && typeof error.path === "string" ? { path: error.path } : {};
  return { task: "failed", message, stack, ...code, ...path };
}

let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (task: Task) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(task).catch(failureOf)));
});
