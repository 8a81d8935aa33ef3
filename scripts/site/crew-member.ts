import { parentPort, workerData } from "node:worker_threads";
import type { ManuscriptReader } from "../edition/manuscript-reader.ts";
import { Store } from "../store/store.ts";
import type { Answer, Task } from "./crew-tasks.ts";
import { prepareToWrite, writePages } from "./eleventy.ts";
import { cutHere } from "./face-cutter.ts";
import { writtenFiles } from "./made-files.ts";
import { lookHere } from "./output-ledger.ts";
import { buffersOf, writtenPage } from "./press.ts";
import type { Program } from "./program.ts";
import { restoredFrom } from "./restore.ts";

/** Runs in a thread of its own and does one task after another. */
const program: Pick<Program, "root" | "folder"> = workerData;

/** The reader of the last task: the next is for the same folder, and the house style is compiled once. */
let reader: { readonly name: string; readonly read: ManuscriptReader } | undefined;

async function answerTo(task: Task): Promise<Answer | undefined> {
  switch (task.task) {
    case "prepare":
      await prepareToWrite(program).catch(() => {});
      return undefined;
    case "read":
      return { task: "read", reads: task.names.map(await readerFor(task)) };
    case "shards": {
      const { compileShards } = await import("../search/compile-shards.ts");
      return { task: "shards", shards: compileShards(task.articles, task.pile) };
    }
    case "revise": {
      const { reviseKeptHere } = await import("../search/revise-kept-shards.ts");
      return { task: "revise", shards: await reviseKeptHere(task.revision, storeIn(task.folder)) };
    }
    case "slices":
      return { task: "slices", files: await cutHere.slices(task.slices) };
    case "glyphs":
      return { task: "glyphs", glyphs: await cutHere.glyphs(task.characters) };
    case "look":
      return { task: "look", marks: await lookHere(task.folder, task.paths) };
    case "restore":
      return { task: "restore", files: restoredFrom(storeIn(task.folder), task.out, task.files) };
    case "write":
      await writePages(program, task.out, task.pages);
      // Hashed here, while the main thread prints.
      return { task: "write", pages: task.pages.map((page) => writtenPage(page, task.out)) };
    case "files":
      return { task: "files", pages: writtenFiles(task.files, task.out) };
    default:
      return task satisfies never;
  }
}

/** The store that files were restored from last. It is only read from here, and closed with the thread. */
let store: Store | undefined;

function storeIn(folder: string): Store {
  if (store?.folder !== folder) store = new Store(folder);
  return store;
}

async function readerFor({ root, terms }: Task & { readonly task: "read" }): Promise<ManuscriptReader> {
  const name = JSON.stringify([root, terms]);
  if (reader?.name === name) return reader.read;
  const { manuscriptReader } = await import("../edition/manuscript-reader.ts");
  const read = manuscriptReader(root, terms);
  reader = { name, read };
  return read;
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
  last = last.then(async () => {
    const answer = await answerTo(task).catch(failureOf);
    if (answer !== undefined) parentPort?.postMessage(answer, "pages" in answer ? buffersOf(answer.pages) : []);
  });
});
