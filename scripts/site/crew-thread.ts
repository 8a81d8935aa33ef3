import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Task } from "./crew-tasks.ts";
import type { Program } from "./program.ts";

/** A task, what goes over to the thread with it, not to be used here any more, and who waits for its answer. */
export interface Waiting {
  readonly task: Task;
  readonly given: readonly ArrayBuffer[];
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

/** One thread, which does what it is told, one task after another. */
export class CrewThread {
  readonly #worker: Worker;
  /** What it has not answered, in its order. */
  readonly #told: Waiting[] = [];
  #isPrepared = false;

  /**
   * @param onAnswer called whenever it has answered
   * @param onEnd called when it has died of an error
   */
  constructor({ root, folder }: Program, onAnswer: () => void, onEnd: () => void) {
    this.#worker = new Worker(join(folder, "crew-member.js"), { workerData: { root, folder } });
    this.#worker.on("message", (answer: Answer) => {
      const waiting = this.#told.shift();
      onAnswer();
      if (answer.task === "failed") waiting?.failed(errorOf(answer));
      else waiting?.done(answer);
    });
    this.#worker.on("error", (error) => {
      onEnd();
      for (const waiting of this.#told.splice(0)) waiting.failed(error);
    });
  }

  /** True where it has answered all it was told. */
  get isIdle(): boolean {
    return this.#told.length === 0;
  }

  /** Has it do something, after what it was told before. */
  tell(waiting: Waiting): void {
    this.#worker.postMessage(waiting.task, waiting.given);
    this.#told.push(waiting);
  }

  /** Has it load what printing needs, once. Not answered, so that its next task waits for it there and not here, where nobody may listen for long. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    const task: Task = { task: "prepare" };
    this.#worker.postMessage(task);
  }

  /** Ends it, whatever it does. Nobody hears of what it was told. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The error that a thread told of, as it was there. */
function errorOf({ message, stack, code, path }: Answer & { readonly task: "failed" }): Error {
  const error = Object.assign(new Error(message), { ...(code && { code }), ...(path && { path }) });
  error.stack = stack;
  return error;
}
