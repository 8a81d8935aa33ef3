import { runProcess } from "./run-process.ts";

/** Settings that do not depend on whose machine it is. */
const settings = [
  "user.name=bench",
  "user.email=bench@localhost",
  "commit.gpgSign=false",
  "core.hooksPath=",
  "gc.auto=0",
];

/** Puts the content folder `folder` under git, as a newsroom's is. */
export async function startRepository(folder: string): Promise<void> {
  await git(folder, "init", "--quiet");
  await commitAll(folder);
}

/** Commits what has changed in `folder`. */
export async function commitAll(folder: string): Promise<void> {
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--allow-empty", "--message", "edits");
}

/** Makes the folder `to` a fresh clone of `from`. */
export async function cloneRepository(from: string, to: string): Promise<void> {
  await git(from, "clone", "--quiet", "--no-hardlinks", from, to);
}

async function git(folder: string, ...words: readonly string[]): Promise<void> {
  const flags = settings.flatMap((setting) => ["-c", setting]);
  await runProcess({ words: ["git", ...flags, ...words], folder }, "seconds");
}
