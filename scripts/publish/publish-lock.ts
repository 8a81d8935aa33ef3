import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { parseJson } from "../verify/manifest.ts";
import { lifeOf, ownMark, type ProcessMark } from "./process-mark.ts";

/** A folder held by this process. */
export interface PublishLock {
  /** Gives the folder back. */
  readonly release: () => void;
}

/** What waits its turn. */
export interface Waiting {
  /** Told once for each process that is waited for. */
  readonly onWait: (holder: ProcessMark) => void;
}

const prefix = ".publishing.";
const msBetweenLooks = 200;
const form = z.object({
  pid: z.number().int().positive(),
  start: z.string().optional(),
  boot: z.string().optional(),
  host: z.string(),
  isReleased: z.boolean(),
});

/**
 * Holds `folder` for this process, waiting its turn behind those that run; gives the file of a lock of which nobody here can tell
 * whether its process runs.
 *
 * Locks are numbered, the highest one holds, and a number is taken by `link`, which is given to one and finds the whole text there.
 * A lock is removed only once a higher one is there. So a lock left by a crash is taken over by exactly one, however many try.
 */
export async function lockForPublishing(folder: string, { onWait }: Waiting): Promise<PublishLock | string> {
  const own = join(folder, `${prefix}${process.pid}.new`);
  const mark = ownMark();
  let told = 0;
  for (;;) {
    const newest = newestOf(folder);
    const holder = newest === 0 ? undefined : holderIn(join(folder, prefix + newest));
    const life = holder === undefined ? "gone" : lifeOf(holder);
    if (life === "unknown") return join(folder, prefix + newest);
    if (life === "gone") {
      const taken = withMark(own, { ...mark, isReleased: false }, () => take(folder, own, newest + 1));
      if (taken) return { release: () => letGo(folder, newest + 1, mark) };
      continue;
    }
    if (holder !== undefined && told !== newest) onWait(holder);
    told = newest;
    await pause(msBetweenLooks);
  }
}

/** Does `work` while the file `own` holds a mark, which is gone afterwards even where the disk was too full for it. */
function withMark<T>(own: string, mark: z.infer<typeof form>, work: () => T): T {
  try {
    writeFileSync(own, JSON.stringify(mark));
    return work();
  } finally {
    rmSync(own, { force: true });
  }
}

function take(folder: string, own: string, number: number): boolean {
  const file = join(folder, prefix + number);
  try {
    linkSync(own, file);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "EEXIST" || error.code === "ENOENT")) return false;
    throw error;
  }
  // Who was slow may have taken a number that was held and left meanwhile: then there is a higher one.
  if (newestOf(folder) !== number) {
    rmSync(file, { force: true });
    return false;
  }
  for (const each of numbersIn(folder)) if (each < number) rmSync(join(folder, prefix + each), { force: true });
  removeLeftovers(folder);
  return true;
}

/** Files of who was killed before taking a number. Who loses a live one this way just tries again. */
function removeLeftovers(folder: string): void {
  const left = readdirSync(folder).filter((name) => /^\.publishing\.\d+\.new$/u.test(name));
  for (const name of left) rmSync(join(folder, name), { force: true });
}

/** The lock stays as the highest, since numbers must never be used again. */
function letGo(folder: string, number: number, mark: ProcessMark): void {
  const own = join(folder, `${prefix}${process.pid}.new`);
  try {
    withMark(own, { ...mark, isReleased: true }, () => linkSync(own, join(folder, prefix + (number + 1))));
    rmSync(join(folder, prefix + number), { force: true });
  } catch {
    // On a full disk, say: it is anybody's as soon as this process has ended, and why that had to be is told by who threw first.
  }
}

/** The process that holds by the lock `file`; nothing where it was given back, or is gone. */
function holderIn(file: string): ProcessMark | undefined {
  const read = form.safeParse(parseJson(readIfThere(file)));
  if (!read.success) return undefined;
  const { isReleased, ...mark } = read.data;
  return isReleased ? undefined : mark;
}

/** Who is not allowed to read a lock must not take it for one that nobody holds. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** The highest number, or 0; looked at until two looks agree, since names come and go while a folder is listed. */
function newestOf(folder: string): number {
  const look = () => Math.max(0, ...numbersIn(folder));
  for (let last = look(); ; ) {
    const next = look();
    if (next === last) return next;
    last = next;
  }
}

function numbersIn(folder: string): readonly number[] {
  return readdirSync(folder)
    .map((name) => /^\.publishing\.([1-9]\d{0,14})$/u.exec(name)?.[1])
    .flatMap((number) => (number === undefined ? [] : [Number(number)]));
}
