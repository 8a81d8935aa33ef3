import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FolderState, pathsBelow } from "./edited-newsroom.ts";

const around = 60;

/**
 * How the files of the folder `found` differ from `wanted`: the first file that is missing, too many, or not the same, with the
 * place of the first difference; nothing where all are the same. Files of `found` whose path matches `ignored` do not count.
 */
export function differenceOf(wanted: FolderState, found: string, ignored: RegExp): string | undefined {
  const names = new Set(pathsBelow(found).filter((file) => !ignored.test(file)));
  for (const [file, bytes] of wanted) {
    if (!names.delete(file)) return `${file} is missing`;
    const difference = differenceIn(bytes, readFileSync(join(found, file)));
    if (difference !== undefined) return `${file} ${difference}`;
  }
  const [extra] = names;
  return extra === undefined ? undefined : `${extra} is too many`;
}

function differenceIn(wanted: Buffer, found: Buffer): string | undefined {
  if (wanted.equals(found)) return undefined;
  let at = 0;
  while (at < wanted.length && wanted[at] === found[at]) at++;
  const excerpt = (bytes: Buffer) => JSON.stringify(bytes.toString("utf8", Math.max(0, at - around), at + around));
  return `differs from byte ${at} on:\n  wanted ${excerpt(wanted)}\n  found  ${excerpt(found)}`;
}
