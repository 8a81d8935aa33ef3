import { gitLines as git } from "./git.ts";

/** A file as git has it: the id of its bytes and how many there are. */
export interface GitBlob {
  readonly id: string;
  readonly size: number;
}

/**
 * The files below `folder` that are just as git checked them out, by path from there.
 *
 * Nothing where there is no git or no repository. Left out are files that differ from git's index, those git was told not to
 * look at (`assume-unchanged`, `skip-worktree`) and links; one whose size is not that of its blob was changed by a filter or by
 * line ends, which is for the caller to see.
 */
export function gitBlobs(folder: string): ReadonlyMap<string, GitBlob> {
  const watched = git(folder, ["ls-files", "-v", "-z"]);
  const changed = git(folder, ["diff-files", "--name-only", "--relative", "-z"]);
  const staged = git(folder, ["ls-files", "--stage", "-z"]);
  if (watched === undefined || changed === undefined || staged === undefined) return new Map();
  const isTold = new Set(watched.filter((line) => !line.startsWith("H ")).map((line) => line.slice(2)));
  const isChanged = new Set(changed);
  const listed = staged.flatMap((line): readonly (readonly [file: string, id: string])[] => {
    // Mode, id and stage; 0 is the stage of a file that is in no conflict.
    const [, id, file] = /^100\d{3} ([0-9a-f]+) 0\t(.+)$/su.exec(line) ?? [];
    return id === undefined || file === undefined || isTold.has(file) || isChanged.has(file) ? [] : [[file, id]];
  });
  const told = git(folder, ["check-attr", "-z", "--stdin", "filter"], listed.map(([file]) => `${file}\0`).join(""));
  if (told === undefined) return new Map();
  const isFiltered = new Set(listed.flatMap(([file], index) => (told[3 * index + 2] === "unspecified" ? [] : [file])));
  const sizes = git(folder, ["cat-file", "--batch-check=%(objectsize)"], listed.map(([, id]) => `${id}\n`).join(""));
  const lines = sizes?.join("").split("\n") ?? [];
  return new Map(
    listed
      .map(([file, id], index) => [file, { id, size: Number(lines[index]) }] as const)
      .filter(([file]) => !isFiltered.has(file)),
  );
}
