import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readHere } from "../scripts/edition/read-here.ts";
import type { Problem } from "../scripts/report/problem.ts";
import { Progress } from "../scripts/report/progress.ts";
import { Session } from "../scripts/site/session.ts";
import { Shelves } from "../scripts/store/shelves.ts";
import { type Instant, instant } from "../scripts/text/brands.ts";

/** The folder of this package. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The small newsroom that most tests build. */
export const newsroomFolder = join(root, "test/fixtures/newsroom");

/** The newsroom that bad examples are laid over: nothing but what every newsroom has. */
export const deskFolder = join(root, "test/fixtures/desk");

/** The sample publication, or what a newsroom of its own has put in its place. */
export const ownContent = join(root, "content");

/** True where the content folder still holds the sample publication. */
export const hasSample = isSample(join(ownContent, "masthead.md"));

/** A test that needs the sample publication; skipped, and says so, in a newsroom's own repository. */
export function sampleTest(name: string, body: () => void | Promise<void>): void {
  test(name, { skip: hasSample ? false : "content/ holds another publication" }, body);
}

function isSample(masthead: string): boolean {
  return existsSync(masthead) && /^address: https:\/\/banxin\.example\/$/mu.test(readFileSync(masthead, "utf8"));
}

/** The instant that tests build as of, unless they say otherwise. */
export const usualInstant = instantOf("2026-05-20T08:00:00+08:00");

/** An edition printed in memory. */
export interface PrintedSite {
  readonly problems: readonly Problem[];
  /** Text of every page by address, those for machines included; empty when an error stood in the way. */
  readonly pages: ReadonlyMap<string, string>;
  /** Addresses of every other file. */
  readonly files: readonly string[];
  /** The page at `path`; fails when there is none. */
  page(path: string): string;
}

/** What is remembered by all tests of one file together; gone after them. */
export const testCache = mkdtempSync(join(tmpdir(), "banxin-cache-"));
after(() => rmSync(testCache, { recursive: true, force: true }));

const shelves = new Shelves(testCache);

/** A session that reads `content`, in this thread and without a word. */
export function sessionOf(content: string): Session {
  const code = { reading: "tests", pictures: "tests", pages: "tests" };
  const progress = new Progress({ write: () => true });
  return new Session({ root, content, shelves, code, readAnew: readHere, progress });
}

/** Reads, checks and prints a content folder as a build does, without writing it. */
export async function printSite(
  content: string,
  options: {
    readonly asOf?: Instant;
    readonly address?: string;
    readonly isPreview?: boolean;
  } = {},
): Promise<PrintedSite> {
  const { asOf = usualInstant, address, isPreview = false } = options;
  const session = sessionOf(content);
  const { problems, site } = await session.load({ asOf, address, isPreview }, Date.now());
  const pages = new Map<string, string>(site?.pages.map(({ path, text }) => [path, text()]));
  return {
    problems,
    pages,
    files: site?.files.map(({ path }) => path) ?? [],
    page(path) {
      const found = pages.get(path);
      if (found === undefined) throw new Error(`no page ${path} among ${[...pages.keys()].join(" ")}`);
      return found;
    },
  };
}

/** A copy of the folder `base` with `overlay` laid over it (path → text or bytes; `null` removes), gone after the tests. */
export function contentWith(
  overlay: Readonly<Record<string, string | Uint8Array | null>>,
  base: string = deskFolder,
): string {
  const folder = mkdtempSync(join(tmpdir(), "banxin-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(base, folder, { recursive: true });
  for (const [path, text] of Object.entries(overlay)) {
    if (text === null) rmSync(join(folder, path), { recursive: true });
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  return folder;
}

/** An article for the desk: the fields every article needs, others by `fields`, and a body. */
export function articleText(fields: Readonly<Record<string, string>> = {}, body = "河边的书屋开了门。"): string {
  const all = {
    title: "河边书屋",
    author: "江若水",
    source: "banxin",
    date: "2026-03-01 09:30:00",
    editor: "林知远",
    ...fields,
  };
  return `---\n${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("")}---\n\n${body}\n`;
}

/** The instant of an ISO 8601 text with offset. */
export function instantOf(text: string): Instant {
  return instant(Date.parse(text));
}
