import { availableParallelism } from "node:os";
import type { ReadAnew } from "../edition/load-readings.ts";
import { readHere } from "../edition/read-here.ts";
import { reviseKeptHere } from "../search/revise-kept-shards.ts";
import type { ShardMakers } from "../search/search-memory.ts";
import { allDone } from "./all-done.ts";
import type { Answer, Task } from "./crew-tasks.ts";
import { CrewThread, type Waiting } from "./crew-thread.ts";
import type { FaceCutter } from "./face-cutter.ts";
import { inParts, take } from "./in-parts.ts";
import { madeFiles, type WriteMade, writeMadeHere } from "./made-files.ts";
import { type Look, lookHere } from "./output-ledger.ts";
import { buffersOf, type PrintedPage, type WrittenPage } from "./press.ts";
import type { Program } from "./program.ts";
import { type Restore, restoreHere } from "./restore.ts";

/** So few files are read sooner than a thread has started. */
const fewFiles = 60;
const filesAtATime = 50;
/** The shards of so few articles are made sooner than a thread has been told of them. */
const fewArticles = 300;
/** So few files of the output are looked at, or restored, sooner than a thread has been told of them. */
const fewOutputFiles = 1000;
const outputFilesAtATime = 100;
/** Eleventy keeps the text of its pages until its turn is over. */
const pagesAtATime = 250;

/** More threads than this gain little, and each takes some 100 MB. */
const mostThreads = 3;

/** How many threads suit this machine: one for each core but the main thread's. */
export function threadsHere(): number {
  return Math.max(1, Math.min(availableParallelism() - 1, mostThreads));
}

/** What takes much memory, which the thread would keep. */
const takesMuch: ReadonlySet<Task["task"]> = new Set(["read", "shards"]);

/**
 * Threads that read manuscripts and write the output beside the main one. Each does one task at a time; none is started before it is
 * needed, and all keep the program alive until they are closed.
 */
export class Crew {
  readonly #program: Program;
  readonly #most: number;
  readonly #threads: CrewThread[] = [];
  /** Those of them that have done what takes much memory. */
  readonly #full = new Set<CrewThread>();
  readonly #waiting: Waiting[] = [];

  /** @param most threads at one time, at least 1 */
  constructor(program: Program, most: number) {
    this.#program = program;
    this.#most = most;
  }

  /** Has a thread load what printing needs, while the main thread has other things to do. */
  prepare(): void {
    const [thread = this.#hire()] = this.#threads;
    thread?.prepare();
  }

  /** Reads manuscripts, many at a time. Their order does not matter, since each is read by itself. */
  readonly readAnew: ReadAnew = async (root, names, terms, onRead) => {
    if (names.length < fewFiles) return readHere(root, names, terms, onRead);
    const here = (part: typeof names) => readHere(root, part, terms, onRead);
    await this.#share(inParts(names, filesAtATime), here, async (part) => {
      const answer = await this.#run({ task: "read", root, names: part, terms });
      if (answer.task === "read") for (const read of answer.reads) onRead(read);
    });
    await this.#dismiss();
  };

  /** Does the same, but has a thread that is there already read a few, as soon as it can, while this one has other things to do. */
  readonly readBeside: ReadAnew = async (root, names, terms, onRead) => {
    const [thread] = this.#threads;
    if (names.length === 0 || names.length >= fewFiles || thread === undefined)
      return this.readAnew(root, names, terms, onRead);
    const answer = await answered({ task: "read", root, names, terms }, (waiting) => thread.tell(waiting));
    if (answer.task === "read") for (const read of answer.reads) onRead(read);
  };

  /** Makes the search's shards beside this thread, where that takes longer than telling another of so much. */
  readonly shardMakers: ShardMakers = {
    compileShards: async (articles, pile) => {
      if (articles < fewArticles) return (await import("../search/compile-shards.ts")).compileShards(articles, pile);
      const answer = await this.#run({ task: "shards", articles, pile }, [pile.numbers.buffer]);
      return answer.task === "shards" ? answer.shards : unexpected(answer);
    },
    reviseKept: async (revision, store) => {
      if (revision.articles < fewArticles) return reviseKeptHere(revision, store);
      const answer = await this.#run({ task: "revise", revision, folder: store.folder });
      return answer.task === "revise" ? answer.shards : unexpected(answer);
    },
  };

  /** Cuts the headline face beside this thread. */
  readonly faceCutter: FaceCutter = {
    slices: async (slices) => {
      const answer = await this.#run({ task: "slices", slices });
      return answer.task === "slices" ? answer.files : unexpected(answer);
    },
    glyphs: async (characters) => {
      const answer = await this.#run({ task: "glyphs", characters });
      return answer.task === "glyphs" ? answer.glyphs : unexpected(answer);
    },
  };

  /** Looks at files of the output beside this thread, where they are many. */
  readonly look: Look = async (folder, paths) => {
    if (paths.length < fewOutputFiles) return lookHere(folder, paths);
    const answer = await this.#run({ task: "look", folder, paths });
    if (answer.task !== "look") throw new Error(`a thread answered ${answer.task} when it was asked to look`);
    return answer.marks;
  };

  /** Writes files as they are remembered; many of them beside this thread as well. */
  readonly restore: Restore = async (files, place, onRestored) => {
    if (files.length < fewOutputFiles) return restoreHere(files, place, onRestored);
    const { out, store } = place;
    const here = (part: typeof files) => restoreHere(part, place, onRestored);
    await this.#share(inParts(files, outputFilesAtATime), here, async (part) => {
      const answer = await this.#run({ task: "restore", files: part, out, folder: store.folder });
      if (answer.task === "restore") onRestored(answer.files);
    });
  };

  /**
   * Has Eleventy write pages below `out`. `pages` are asked for as they can be used: never more than a few hundred for each thread
   * are printed ahead.
   */
  async write(
    out: string,
    pages: Iterator<PrintedPage>,
    onWritten: (page: WrittenPage) => void = () => {},
  ): Promise<void> {
    const turn = async (): Promise<void> => {
      for (let part = take(pages, pagesAtATime); part.length > 0; part = take(pages, pagesAtATime)) {
        const answer = await this.#run({ task: "write", out, pages: part }, buffersOf(part));
        if (answer.task === "write") for (const page of answer.pages) onWritten(page);
      }
    };
    await allDone(Array.from({ length: this.#most + 1 }, turn));
  }

  /** Has another thread write files, where they are many, while this one makes them. */
  readonly writeMade: WriteMade = async (out, files, onWritten) => {
    if (files.length < fewOutputFiles) return writeMadeHere(out, files, onWritten);
    const queue = inParts(files, outputFilesAtATime).values();
    const turn = async (): Promise<void> => {
      for (const part of queue) {
        const made = await madeFiles(part);
        const answer = await this.#run({ task: "files", out, files: made }, buffersOf(made));
        if (answer.task === "files") for (const file of answer.pages) onWritten(file);
      }
    };
    await allDone(Array.from({ length: this.#most + 1 }, turn));
  };

  /** Has each of `parts` done in this thread or in another, whichever comes to it first. */
  async #share<T>(
    parts: readonly T[],
    here: (part: T) => Promise<void>,
    there: (part: T) => Promise<void>,
  ): Promise<void> {
    const queue = parts.values();
    const turn = async (run: (part: T) => Promise<void>) => {
      for (const part of queue) {
        await run(part);
        // So that the others' answers are heard.
        await new Promise(setImmediate);
      }
    };
    // Two turns a thread, so that none waits for its next part.
    await allDone([...Array.from({ length: 2 * this.#most }, () => turn(there)), turn(here)]);
  }

  /** Has a thread that holds little memory load what printing needs, where one has done other work. */
  async renew(): Promise<void> {
    if (await this.#dismiss()) this.prepare();
  }

  /** Ends threads that have taken much memory, which they would keep. Returns whether there were any. */
  async #dismiss(): Promise<boolean> {
    const full = [...this.#full];
    for (const thread of full) this.#forget(thread);
    await Promise.all(full.map((thread) => thread.end()));
    return full.length > 0;
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    this.#full.clear();
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()));
  }

  /** @param given buffers that go over to the thread, not to be used here any more */
  #run(task: Task, given: readonly ArrayBuffer[] = []): Promise<Answer> {
    return answered(
      task,
      (waiting) => {
        this.#waiting.push(waiting);
        this.#next();
      },
      given,
    );
  }

  #next(): void {
    const [waiting] = this.#waiting;
    if (waiting === undefined) return;
    const thread = this.#threads.find(({ isIdle }) => isIdle) ?? this.#hire();
    if (thread === undefined) return;
    this.#waiting.shift();
    if (takesMuch.has(waiting.task.task)) this.#full.add(thread);
    thread.tell(waiting);
  }

  #hire(): CrewThread | undefined {
    if (this.#threads.length >= this.#most) return undefined;
    const thread = new CrewThread(
      this.#program,
      () => this.#next(),
      () => {
        this.#forget(thread);
        this.#next();
      },
    );
    this.#threads.push(thread);
    return thread;
  }

  #forget(thread: CrewThread): void {
    const place = this.#threads.indexOf(thread);
    if (place >= 0) this.#threads.splice(place, 1);
    this.#full.delete(thread);
  }
}

/** What a thread answers to `task`, which `tell` has told it. */
function answered(task: Task, tell: (waiting: Waiting) => void, given: readonly ArrayBuffer[] = []): Promise<Answer> {
  return new Promise((done, failed) => tell({ task, given, done, failed }));
}

function unexpected({ task }: Answer): never {
  throw new Error(`a thread answered ${task} when it was asked for something else`);
}
