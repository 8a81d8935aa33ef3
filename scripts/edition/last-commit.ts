import { git, gitLines } from "./git.ts";

/**
 * The files below `folder` as the last commit has them: git's ids of their bytes, by path from there.
 *
 * Nothing where there is no git, no repository or no commit. What lies on the disk is not looked at, so that neither filters nor
 * the index have a say.
 */
export function committedFiles(folder: string): ReadonlyMap<string, string> {
  const lines = gitLines(folder, ["ls-tree", "-r", "-z", "HEAD"]) ?? [];
  return new Map(
    lines.flatMap((line): readonly (readonly [file: string, id: string])[] => {
      const [, id, file] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/su.exec(line) ?? [];
      return id === undefined || file === undefined ? [] : [[file, id]];
    }),
  );
}

/** The bytes of the blobs `ids`, by id, all asked for at once; those that the repository of `folder` does not have are missing. */
export function committedBytes(folder: string, ids: readonly string[]): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (ids.length === 0) return found;
  const said = git(folder, ["cat-file", "--batch"], ids.map((id) => `${id}\n`).join("")) ?? Buffer.alloc(0);
  for (let at = 0; at < said.length; ) {
    const end = said.indexOf(10, at);
    if (end < 0) break;
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/u.exec(said.toString("latin1", at, end)) ?? [];
    at = end + 1;
    if (id === undefined) continue;
    found.set(id, said.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
