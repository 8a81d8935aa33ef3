import type { EditionOptions } from "../edition/compile-edition.ts";
import type { PreparedEdition } from "../edition/prepare-edition.ts";
import type { Progress } from "../report/progress.ts";
import { Shelves } from "../store/shelves.ts";
import { Crew, threadsHere } from "./crew.ts";
import type { Program } from "./program.ts";
import { Session } from "./session.ts";

/** What a check is told. */
export interface CheckOptions extends EditionOptions {
  readonly program: Program;
  /** The content folder. */
  readonly content: string;
  /** Where results of earlier builds are. */
  readonly cache: string;
  /** The clock, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** Reads and checks everything, pictures included, and writes nothing but what is remembered. */
export async function checkContent(options: CheckOptions, progress: Progress): Promise<PreparedEdition> {
  const { program, content, cache, nowMs } = options;
  const shelves = new Shelves(cache);
  const crew = new Crew(program, threadsHere());
  try {
    const { root, code } = program;
    const session = new Session({ root, content, shelves, code, readAnew: crew.readAnew, progress });
    return await session.check(options, nowMs);
  } finally {
    shelves.close();
    await crew.close();
  }
}
