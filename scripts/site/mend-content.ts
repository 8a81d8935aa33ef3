import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type MendingTerms, mendedText } from "../edition/copy-desk/mended-text.ts";
import type { Content } from "../edition/load-content.ts";
import { readText } from "../text/read-text.ts";

/** A file of the content folder that can be mended, and how. Lines of both texts end in LF. */
export interface MendedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** The file as it was read and as it is to be: byte order mark and line ends as the editor has them. */
  readonly bytes: { readonly before: Buffer; readonly after: Buffer };
}

/** Every file of `content` that has something whose mend is certain, in path order. Nothing is written. */
export function mendContent(content: Content, terms: MendingTerms): readonly MendedFile[] {
  return content.manuscripts.flatMap(({ file, kind }): readonly MendedFile[] => {
    if (kind === "sources" || kind === "words" || kind === "redirects") return [];
    const before = bytesAt(join(content.root, file));
    if (before === undefined) return [];
    const { isReadable, text } = readText(before, file);
    const write = isReadable ? writerOf(before, text) : undefined;
    if (write === undefined) return [];
    const after = mendedText({ file, text, isArticle: kind === "article" }, terms);
    return after === text ? [] : [{ file, before: text, after, bytes: { before, after: write(after) } }];
  });
}

/** Writes the mended files below `root`. One that has changed meanwhile is left alone; the files written come back. */
export function writeMended(root: string, files: readonly MendedFile[]): readonly MendedFile[] {
  return files.filter(({ file, bytes }) => {
    const path = join(root, file);
    if (bytesAt(path)?.equals(bytes.before) !== true) return false;
    // A name that no check takes for content, should this be the last that the process does.
    const fresh = join(dirname(path), `.mended-${process.pid}`);
    try {
      writeFileSync(fresh, bytes.after);
      chmodSync(fresh, statSync(path).mode);
      renameSync(fresh, path);
    } finally {
      rmSync(fresh, { force: true });
    }
    return true;
  });
}

/** Nothing where the file went away meanwhile. */
function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** How a text becomes bytes in the manner of `bytes`; nothing where reading has left out or replaced characters. */
function writerOf(bytes: Buffer, text: string): ((text: string) => Buffer) | undefined {
  const raw = bytes.toString();
  const mark = raw.startsWith("\ufeff") ? "\ufeff" : "";
  const end = raw.includes("\r\n") ? "\r\n" : "\n";
  const write = (each: string) => Buffer.from(mark + each.replaceAll("\n", end));
  return write(text).equals(bytes) ? write : undefined;
}
