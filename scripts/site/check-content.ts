import type { EditionOptions } from "../edition/compile-edition.ts";
import type { Content } from "../edition/load-content.ts";
import { movedArticles } from "../edition/moved-articles.ts";
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

/** Content that was checked. */
export interface CheckedContent extends PreparedEdition {
  readonly content: Content;
}

/** Reads and checks everything, pictures and what git's last commit had included, and writes nothing but what is remembered. */
export async function checkContent(options: CheckOptions, progress: Progress): Promise<CheckedContent> {
  const { session, close } = checkingSession(options, new Shelves(options.cache), progress);
  try {
    const checked = await session.check(options, options.nowMs);
    return { ...checked, problems: [...checked.problems, ...movedArticles(checked)] };
  } finally {
    await close();
  }
}

/** A session for one look at the content, and what ends it. */
export function checkingSession(
  { program, content }: CheckOptions,
  shelves: Shelves,
  progress: Progress,
): { readonly session: Session; readonly close: () => Promise<void> } {
  const crew = new Crew(program, threadsHere());
  const { root, code } = program;
  const session = new Session({ root, content, shelves, code, readAnew: crew.readAnew, progress });
  const close = async () => {
    shelves.close();
    await crew.close();
  };
  return { session, close };
}
